internal import CAres
internal import Glibc

/// The servers of the machine's resolver configuration.
enum SystemServers {
  /// As `DNSSource.servers` holds them, in their order.
  static func addresses() throws(ResolverError) -> [String] {
    var opened: ares_channel?
    let status = ares_init(&opened)
    guard status == 0, let channel = opened else {
      throw ResolverError(
        description: "c-ares cannot be set up: \(String(cString: ares_strerror(status)))")
    }
    defer { ares_destroy(channel) }
    var list: UnsafeMutablePointer<ares_addr_port_node>?
    guard ares_get_servers_ports(channel, &list) == 0 else {
      throw ResolverError(description: "the system names no DNS server; give --dns HOST:PORT")
    }
    defer { ares_free_data(list) }
    var addresses: [String] = []
    var next = list
    while let node = next?.pointee, addresses.count < DNSSource.mostServers {
      if let text = text(node), !addresses.contains(text) { addresses.append(text) }
      next = node.next
    }
    guard !addresses.isEmpty else {
      throw ResolverError(description: "the system names no DNS server; give --dns HOST:PORT")
    }
    return addresses
  }

  private static func text(_ node: ares_addr_port_node) -> String? {
    var node = node
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let port = node.udp_port == 0 ? 53 : Int(node.udp_port)
    let isThere = withUnsafePointer(to: &node.addr) {
      inet_ntop(node.family, $0, &buffer, socklen_t(buffer.count)) != nil
    }
    guard isThere else { return nil }
    let end = buffer.firstIndex(of: 0) ?? buffer.count
    let host = String(decoding: buffer[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return node.family == AF_INET6 ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
