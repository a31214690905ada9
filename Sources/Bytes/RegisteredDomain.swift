internal import CMailDomains

/// Which domains say something about a company, beside the lists that are built in: content of
/// `enrichment.yaml`.
package struct DomainRules: Sendable, Equatable {
  /// Providers where anybody gets an address; a trailing `*` stands for any ending.
  package var freeMail: [String]
  /// Domains of the built-in list of such providers that are a company's.
  package var companyMail: [String]
  /// Suffixes below which names are registered.
  package var publicSuffixes: [String]
  /// Two-letter top-level domains that are used all over the world.
  package var genericTopLevels: [String]

  package init(
    freeMail: [String] = [], companyMail: [String] = [], publicSuffixes: [String] = [],
    genericTopLevels: [String] = []
  ) {
    self.freeMail = freeMail
    self.companyMail = companyMail
    self.publicSuffixes = publicSuffixes
    self.genericTopLevels = genericTopLevels
  }

  /// Changes when other domains would be read than before, by the rules or by the built-in lists.
  package var digest: UInt64 {
    Hash64.of(
      ([String(cString: leadmill_domain_lists_date)] + freeMail + ["/"] + companyMail + ["/"]
        + publicSuffixes)
        .joined(separator: " "))
  }
}

/// Finds the domain that a company registered in e-mail addresses and web sites.
///
/// - Source: the algorithm of publicsuffix.org; `Sources/CMailDomains` for the lists.
package struct DomainReader: Sendable {
  /// The last domain read, lower case; empty when there was none.
  package private(set) var domain: [UInt8] = []
  private let freeMail: Set<UInt64>
  private let freeMailStems: Set<UInt64>
  private let companyMail: Set<UInt64>
  private let suffixes: Set<UInt64>
  /// Hashes of two-letter endings that stand for no country.
  package let genericTopLevels: Set<UInt64>
  /// Where the labels of the host begin, the last first, and what the lists say of the names from
  /// there on.
  private var labels: [(start: Int, flags: Int)] = []

  package init(rules: DomainRules) {
    freeMail = Set(rules.freeMail.filter { !$0.hasSuffix("*") }.map { Hash64.of($0) })
    // "yahoo.*" is kept as "yahoo".
    freeMailStems = Set(
      rules.freeMail.filter { $0.hasSuffix(".*") }.map { Hash64.of(String($0.dropLast(2))) })
    companyMail = Set(rules.companyMail.map { Hash64.of($0) })
    suffixes = Set(rules.publicSuffixes.map { Hash64.of($0) })
    genericTopLevels = Set(rules.genericTopLevels.map { Hash64.of($0) })
  }

  /// Reads the domain of an address; `domain` is empty for a free-mail provider's.
  package mutating func read(email: UnsafeBufferPointer<UInt8>) {
    domain.removeAll(keepingCapacity: true)
    guard let at = email.lastIndex(of: UInt8(ascii: "@")) else { return }
    read(host: UnsafeBufferPointer(rebasing: email[(at + 1)...]))
  }

  /// Reads the domain of a web site's address.
  package mutating func read(website: UnsafeBufferPointer<UInt8>) {
    var start = 0
    if let colon = website.firstIndex(of: UInt8(ascii: ":")), colon + 2 < website.count,
      website[colon + 1] == UInt8(ascii: "/"), website[colon + 2] == UInt8(ascii: "/")
    {
      start = colon + 3
    }
    let rest = website[start...]
    let end = rest.firstIndex(where: Self.endsHost) ?? rest.endIndex
    read(host: UnsafeBufferPointer(rebasing: rest[..<end]))
  }

  private static func endsHost(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
      || byte == UInt8(ascii: ":")
  }

  /// Reads a host name: cuts subdomains off and refuses providers that give anybody an address. An
  /// IP address, or a name below which others register theirs, is no company's domain.
  package mutating func read(host: UnsafeBufferPointer<UInt8>) {
    domain.removeAll(keepingCapacity: true)
    for byte in host { domain.append(ASCII.lowercased(byte)) }
    if domain.last == UInt8(ascii: ".") { domain.removeLast() }
    lookUpLabels()
    guard let top = labels.first, labels.count > 1, top.start < domain.count,
      !ASCII.isDigit(domain[top.start]), let label = registeredLabel(),
      domain[labels[label].start] != UInt8(ascii: "."), !isFreeMail(label)
    else {
      domain.removeAll(keepingCapacity: true)
      return
    }
    if labels[label].start > 0 { domain.removeFirst(labels[label].start) }
  }

  /// Appends what the domain's own label suggests as a name: `acme-tools.com` gives `Acme Tools`.
  package func appendName(to output: inout [UInt8]) {
    guard let end = domain.firstIndex(of: UInt8(ascii: ".")) else { return }
    var startsWord = true
    for byte in domain[..<end] {
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
        output.append(32)
        startsWord = true
      } else {
        output.append(startsWord ? ASCII.uppercased(byte) : byte)
        startsWord = false
      }
    }
  }

  private func hash(from start: Int, to end: Int? = nil) -> UInt64 {
    domain.withUnsafeBufferPointer {
      Hash64.of(UnsafeBufferPointer(rebasing: $0[start..<(end ?? domain.count)]))
    }
  }

  private mutating func lookUpLabels() {
    labels.removeAll(keepingCapacity: true)
    var hash = LEADMILL_DOMAIN_HASH_START
    for index in domain.indices.reversed() {
      if domain[index] == UInt8(ascii: ".") {
        labels.append((index + 1, Int(leadmill_domain_flags(hash))))
      }
      hash = leadmill_domain_hash_step(hash, domain[index])
    }
    labels.append((0, Int(leadmill_domain_flags(hash))))
  }

  /// The label that somebody registered: the one before the longest suffix. Nil for a host that is
  /// itself a suffix of a registry; one of a company is what that company registered.
  private func registeredLabel() -> Int? {
    var registry = 0
    var suffix = 0
    for (index, label) in labels.enumerated().dropFirst() {
      let isBelowWildcard = labels[index - 1].flags & LEADMILL_DOMAIN_WILDCARD != 0
      if label.flags & LEADMILL_DOMAIN_EXCEPTION != 0 {
        (registry, suffix) = (index - 1, index - 1)
      } else if isBelowWildcard || label.flags & LEADMILL_DOMAIN_SUFFIX != 0 {
        (registry, suffix) = (index, index)
      } else if label.flags & LEADMILL_DOMAIN_PRIVATE_SUFFIX != 0
        || !suffixes.isEmpty && suffixes.contains(hash(from: label.start))
      {
        suffix = index
      }
    }
    if suffix + 1 < labels.count { return suffix + 1 }
    return registry + 1 < labels.count ? registry + 1 : nil
  }

  /// Whether the host, or the name registered, is a provider's.
  private func isFreeMail(_ registered: Int) -> Bool {
    if labels.contains(where: { $0.flags & LEADMILL_DOMAIN_DISPOSABLE != 0 }) { return true }
    return isFreeMail(at: registered, withAnyEnding: true)
      || registered != labels.count - 1 && isFreeMail(at: labels.count - 1, withAnyEnding: false)
  }

  private func isFreeMail(at index: Int, withAnyEnding: Bool) -> Bool {
    let (start, flags) = labels[index]
    if !companyMail.isEmpty, companyMail.contains(hash(from: start)) { return false }
    let end = labels[index - 1].start - 1
    return flags & LEADMILL_DOMAIN_FREE_MAIL != 0
      || !freeMail.isEmpty && freeMail.contains(hash(from: start))
      || withAnyEnding && !freeMailStems.isEmpty
        && freeMailStems.contains(hash(from: start, to: end))
  }
}
