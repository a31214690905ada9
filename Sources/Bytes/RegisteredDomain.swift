/// Which domains say something about a company: content of `enrichment.yaml`.
package struct DomainRules: Sendable {
  /// Providers where anybody gets an address; a trailing `*` stands for any ending.
  package var freeMail: [String]
  /// Suffixes below which names are registered, beside those of one label.
  package var publicSuffixes: [String]
  /// Two-letter top-level domains that are used all over the world.
  package var genericTopLevels: [String]

  package init(
    freeMail: [String] = [], publicSuffixes: [String] = [], genericTopLevels: [String] = []
  ) {
    self.freeMail = freeMail
    self.publicSuffixes = publicSuffixes
    self.genericTopLevels = genericTopLevels
  }
}

/// Finds the domain that a company registered in e-mail addresses and web sites.
package struct DomainReader: Sendable {
  /// The last domain read, lower case; empty when there was none.
  package private(set) var domain: [UInt8] = []
  private let freeMail: Set<UInt64>
  private let freeMailStems: Set<UInt64>
  private let suffixes: Set<UInt64>
  /// Hashes of two-letter endings that stand for no country.
  package let genericTopLevels: Set<UInt64>
  private var dots: [Int] = []

  package init(rules: DomainRules) {
    freeMail = Set(rules.freeMail.filter { !$0.hasSuffix("*") }.map { Hash64.of($0) })
    // "yahoo.*" is kept as "yahoo".
    freeMailStems = Set(
      rules.freeMail.filter { $0.hasSuffix(".*") }.map { Hash64.of(String($0.dropLast(2))) })
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
    let end = rest.firstIndex { "/?#:".utf8.contains($0) } ?? rest.endIndex
    read(host: UnsafeBufferPointer(rebasing: rest[..<end]))
  }

  /// Reads a host name: cuts subdomains off and refuses free-mail providers.
  package mutating func read(host: UnsafeBufferPointer<UInt8>) {
    domain.removeAll(keepingCapacity: true)
    for byte in host { domain.append(ASCII.lowercased(byte)) }
    if domain.last == UInt8(ascii: ".") { domain.removeLast() }
    dots.removeAll(keepingCapacity: true)
    for index in domain.indices where domain[index] == UInt8(ascii: ".") { dots.append(index) }
    guard !dots.isEmpty, !isFreeMail() else {
      domain.removeAll(keepingCapacity: true)
      return
    }
    cutSubdomains()
    if isFreeMail() { domain.removeAll(keepingCapacity: true) }
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

  private func isFreeMail() -> Bool {
    guard let first = dots.first else { return false }
    return freeMail.contains(hash(from: 0)) || freeMailStems.contains(hash(from: 0, to: first))
  }

  /// Keeps one label before the public suffix.
  private mutating func cutSubdomains() {
    guard dots.count > 1 else { return }
    let lastTwo = dots[dots.count - 2] + 1
    var keptDots = 1
    if suffixes.contains(hash(from: lastTwo)) || isSecondLevel(lastTwo) { keptDots = 2 }
    guard dots.count > keptDots else { return }
    domain.removeFirst(dots[dots.count - keptDots - 1] + 1)
    dots.removeAll(keepingCapacity: true)
    for index in domain.indices where domain[index] == UInt8(ascii: ".") { dots.append(index) }
  }

  /// Whether the last two labels are of the form `co.uk`, `com.au`, `ac.at`.
  private func isSecondLevel(_ start: Int) -> Bool {
    guard let last = dots.last, domain.count - last == 3 else { return false }
    let label = domain[start..<last]
    return label.count <= 3
      && ["co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go", "gob", "gv", "ltd"]
        .contains { label.elementsEqual($0.utf8) }
  }
}
