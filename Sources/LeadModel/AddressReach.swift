/// From where the host of an address can be reached, the nearest last.
///
/// - Source: RFC 6890; IANA IPv4 and IPv6 Special-Purpose Address Registries (column "Globally
///   Reachable"); RFC 1112 and RFC 4291 section 2.7 (multicast), RFC 3879 (site-local).
package enum AddressReach: Int, Comparable, Sendable {
  /// No host has such an address: "this network", multicast, reserved.
  case nowhere
  /// Set aside for documentation, benchmarks and the like.
  case examples
  /// Private networks, the link, the machine itself.
  case within
  case everywhere

  package static func < (left: AddressReach, right: AddressReach) -> Bool {
    left.rawValue < right.rawValue
  }

  /// - Parameter bytes: the four of an IPv4 address or the sixteen of an IPv6 address.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self = bytes.count == 4 ? Self.of4(bytes) : Self.of6(bytes)
  }

  private static func of4(_ bytes: UnsafeBufferPointer<UInt8>) -> AddressReach {
    switch (bytes[0], bytes[1], bytes[2]) {
    case (0, _, _), (224..., _, _): .nowhere
    case (10, _, _), (127, _, _), (169, 254, _), (172, 16...31, _), (192, 168, _),
      (100, 64...127, _):
      .within
    case (192, 0, 2), (198, 18...19, _), (198, 51, 100), (203, 0, 113): .examples
    // The anycast addresses of RFC 7723 and RFC 8155 are those of the block that are reached.
    case (192, 0, 0): bytes[3] == 9 || bytes[3] == 10 ? .everywhere : .within
    default: .everywhere
    }
  }

  private static func of6(_ bytes: UnsafeBufferPointer<UInt8>) -> AddressReach {
    if bytes[..<10].allSatisfy({ $0 == 0 }) {
      let last = UnsafeBufferPointer(rebasing: bytes[12...])
      // An IPv4 address in the form of IPv6: connections to it are made by IPv4.
      if bytes[10] == 0xFF, bytes[11] == 0xFF { return of4(last) }
      let isLoopback = bytes[10..<15].allSatisfy { $0 == 0 } && bytes[15] == 1
      return isLoopback ? .within : .nowhere
    }
    let start = (0..<4).map { UInt16(bytes[2 * $0]) << 8 | UInt16(bytes[2 * $0 + 1]) }
    switch (start[0], start[1], start[2], start[3]) {
    case (0xFF00..., _, _, _): return .nowhere
    case (0xFC00...0xFDFF, _, _, _), (0xFE80...0xFEFF, _, _, _), (0x64, 0xFF9B, 1, _):
      return .within
    case (0x100, 0, 0, 0...1), (0x2001, 0xDB8, _, _), (0x2001, 2, 0, _), (0x3FFF, 0...0xFFF, _, _):
      return .examples
    // RFC 9602 (segment routing), RFC 4843 (a deprecated kind of identifiers).
    case (0x5F00, _, _, _), (0x2001, 0x10...0x1F, _, _): return .nowhere
    default: return .everywhere
    }
  }
}
