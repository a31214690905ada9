/// The one form of the addresses that reach one mailbox: a key to compare by, never an address to
/// keep or write to.
///
/// Case never counts. Beyond that only what a provider documents for its own domains is folded;
/// everywhere else a dot or a tag may be another person.
///
/// - Source: Gmail Help 7436150 (dots) and 22370 (`+`, googlemail.com); Outlook.com (`+`); Apple
///   Support 102531 (icloud.com, me.com and mac.com are one) and iCloud Mail (`+`); Posteo and
///   mailbox.org (`+`); Proton's web client, `removeEmailAlias` (`+`, dots, hyphens and underscores),
///   and proton.me/support/addresses-and-aliases (its four domains are one); Fastmail help
///   360060591053 (`+`, `anything@name.fastmail.com`); Yahoo disposable addresses (one base name before
///   a hyphen, which no other name there has); Yandex Mail aliases (hyphens for dots, `+`, all Yandex
///   domains are one). Check a provider's page before adding one.
package enum MailboxName {
  /// Changes when addresses are folded in another way than before: keys that were stored are old.
  package static let version = 3

  private struct Provider: Sendable {
    let domains: [StaticString]
    /// The domain that stands for all, the shortest, so that a folded address fits its place; nil
    /// when each is itself.
    var domain: StaticString?
    /// Signs of a name that mean nothing.
    var ignored: StaticString = ""
    var hyphensAreDots = false
    /// Where the name ends, for the mailbox.
    var tag = UInt8(ascii: "+")
    /// Whether the name with its sign is another than the same name without.
    var keepsTagSign = false
    /// Whether `anything@name.domain` is a tagged `name@domain`.
    var hasNamesAsHosts = false
  }

  private static let providers: [Provider] = [
    Provider(domains: ["gmail.com", "googlemail.com"], domain: "gmail.com", ignored: "."),
    Provider(domains: [
      "outlook.com", "hotmail.com", "live.com", "msn.com", "outlook.de", "outlook.fr",
      "outlook.es", "outlook.it", "hotmail.co.uk", "hotmail.de", "hotmail.fr", "hotmail.es",
      "hotmail.it", "live.co.uk", "live.de", "live.fr", "live.nl",
    ]),
    Provider(domains: ["icloud.com", "me.com", "mac.com"], domain: "me.com"),
    Provider(
      domains: ["proton.me", "protonmail.com", "pm.me", "protonmail.ch"], domain: "pm.me",
      ignored: ".-_"),
    Provider(domains: ["fastmail.com", "fastmail.fm"], hasNamesAsHosts: true),
    Provider(domains: ["posteo.de", "mailbox.org"]),
    Provider(
      domains: [
        "yahoo.com", "ymail.com", "rocketmail.com", "yahoo.co.uk", "yahoo.de", "yahoo.fr",
        "yahoo.es", "yahoo.it", "yahoo.ca", "yahoo.com.br", "yahoo.co.in", "yahoo.com.au",
      ], tag: UInt8(ascii: "-"), keepsTagSign: true),
    Provider(
      domains: ["yandex.ru", "ya.ru", "yandex.com", "yandex.by", "yandex.kz"],
      domain: "ya.ru", hyphensAreDots: true),
  ]

  /// The bytes that a domain of a provider can begin with.
  private static let starts: [Bool] = {
    var starts = [Bool](repeating: false, count: 256)
    for provider in providers {
      for domain in provider.domains { starts[Int(domain.utf8Start[0])] = true }
    }
    return starts
  }()

  /// Folds an address in lower case, in its place.
  ///
  /// - Returns: how many bytes of it are left.
  package static func fold(_ address: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let count = address.count
    guard count <= 254, let at = address.lastIndex(of: UInt8(ascii: "@")), at + 1 < count,
      address[0] != UInt8(ascii: "\"")
    else { return count }
    let domain = UnsafeBufferPointer(rebasing: address[(at + 1)...])
    if let host = hostCount(of: domain), at > 0 {
      // What stands before the host's name gives way to it: `anything@name.domain`.
      for index in 0..<host { address[index] = address[at + 1 + index] }
      address[host] = UInt8(ascii: "@")
      for index in (host + 1)..<domain.count { address[index] = address[at + 1 + index] }
      return domain.count
    }
    guard starts[Int(domain[0])],
      let provider = providers.first(where: { provider in
        provider.domains.contains { ASCII.equal(domain, $0) }
      })
    else { return count }
    var kept = 0
    for index in 0..<at {
      let byte = address[index]
      // A name that is a tag alone stays.
      if byte == provider.tag, kept > 0 {
        if provider.keepsTagSign {
          address[kept] = byte
          kept += 1
        }
        break
      }
      if isIgnored(byte, by: provider) { continue }
      let isHyphen = byte == UInt8(ascii: "-") && provider.hyphensAreDots
      address[kept] = isHyphen ? UInt8(ascii: ".") : byte
      kept += 1
    }
    // Nobody's name is made of such signs alone.
    if kept == 0 { return count }
    address[kept] = UInt8(ascii: "@")
    kept += 1
    guard let one = provider.domain else {
      for index in (at + 1)..<count {
        address[kept] = address[index]
        kept += 1
      }
      return kept
    }
    for index in 0..<one.utf8CodeUnitCount { address[kept + index] = one.utf8Start[index] }
    return kept + one.utf8CodeUnitCount
  }

  private static func isIgnored(_ byte: UInt8, by provider: Provider) -> Bool {
    let signs = provider.ignored
    for index in 0..<signs.utf8CodeUnitCount where signs.utf8Start[index] == byte { return true }
    return false
  }

  /// The bytes of the name that a provider's host is, as `name` in `name.fastmail.com`.
  private static func hostCount(of domain: UnsafeBufferPointer<UInt8>) -> Int? {
    for provider in hosts {
      for suffix in provider.domains {
        let host = domain.count - suffix.utf8CodeUnitCount - 1
        guard host > 0, domain[host] == UInt8(ascii: "."),
          ASCII.equal(UnsafeBufferPointer(rebasing: domain[(host + 1)...]), suffix),
          !domain[..<host].contains(UInt8(ascii: "."))
        else { continue }
        return host
      }
    }
    return nil
  }

  private static let hosts = providers.filter(\.hasNamesAsHosts)

  /// Whether an address is of a provider that gives one mailbox several addresses.
  package static func mayHaveOthers(_ address: String) -> Bool {
    var domain = address.utf8.drop { $0 != UInt8(ascii: "@") }.dropFirst().map(ASCII.lowercased)
    return domain.withUnsafeMutableBufferPointer { domain in
      let domain = UnsafeBufferPointer(domain)
      guard !domain.isEmpty else { return false }
      return hostCount(of: domain) != nil
        || providers.contains { $0.domains.contains { ASCII.equal(domain, $0) } }
    }
  }

  /// The folded form of an address in any case.
  package static func of(_ address: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes = address.map(ASCII.lowercased)
    let count = bytes.withUnsafeMutableBufferPointer { fold($0) }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
