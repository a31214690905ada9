/// The one form of the addresses that reach one mailbox: a key to compare by, never an address to
/// keep or write to.
///
/// Case never counts. Beyond that only what a provider documents for its own domains is folded;
/// everywhere else a dot or a tag may be another person.
///
/// - Source: Gmail Help 7436150 (dots) and 22370 (`+`, googlemail.com); Outlook.com (`+`); Apple
///   Support 102531 (icloud.com, me.com and mac.com are one) and iCloud Mail (`+`); Fastmail,
///   Posteo and mailbox.org (`+`); Proton (`+`, protonmail.com and proton.me are one); Yandex Mail
///   aliases (hyphens for dots, `+`, all Yandex domains are one). Cited from memory: check a
///   provider's page before adding one.
package enum MailboxName {
  /// Changes when addresses are folded in another way than before: keys that were stored are old.
  package static let version = 2

  private struct Provider: Sendable {
    let domains: [StaticString]
    /// The domain that stands for all, the shortest, so that a folded address fits its place; nil
    /// when each is itself.
    var domain: StaticString?
    var ignoresDots = false
    var hyphensAreDots = false
  }

  private static let providers: [Provider] = [
    Provider(domains: ["gmail.com", "googlemail.com"], domain: "gmail.com", ignoresDots: true),
    Provider(domains: ["outlook.com", "hotmail.com", "live.com", "msn.com"]),
    Provider(domains: ["icloud.com", "me.com", "mac.com"], domain: "me.com"),
    Provider(domains: ["proton.me", "protonmail.com"], domain: "proton.me"),
    Provider(domains: ["fastmail.com", "fastmail.fm", "posteo.de", "mailbox.org"]),
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
      starts[Int(address[at + 1])], address[0] != UInt8(ascii: "\"")
    else { return count }
    let domain = UnsafeBufferPointer(rebasing: address[(at + 1)...])
    guard
      let provider = providers.first(where: { provider in
        provider.domains.contains { ASCII.equal(domain, $0) }
      })
    else { return count }
    var kept = 0
    for index in 0..<at {
      let byte = address[index]
      // A name that is a tag alone stays.
      if byte == UInt8(ascii: "+"), kept > 0 { break }
      if byte == UInt8(ascii: "."), provider.ignoresDots { continue }
      let isHyphen = byte == UInt8(ascii: "-") && provider.hyphensAreDots
      address[kept] = isHyphen ? UInt8(ascii: ".") : byte
      kept += 1
    }
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

  /// The folded form of an address in any case.
  package static func of(_ address: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes = address.map(ASCII.lowercased)
    let count = bytes.withUnsafeMutableBufferPointer { fold($0) }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
