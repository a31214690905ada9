import Bytes
import LeadModel

/// Channels as bits.
struct ChannelMask: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let email = ChannelMask(rawValue: 1)
  static let sms = ChannelMask(rawValue: 2)
  static let whatsapp = ChannelMask(rawValue: 4)
  static let phone = ChannelMask(rawValue: 8)
  static let all: ChannelMask = [.email, .sms, .whatsapp, .phone]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The channels of a list; one that the program does not know stands for all of them.
  init(channels list: String) {
    self = Channel.list(list).reduce(into: []) { mask, channel in
      switch channel {
      case .email: mask.formUnion(.email)
      case .sms: mask.formUnion(.sms)
      case .whatsapp: mask.formUnion(.whatsapp)
      case .phone: mask.formUnion(.phone)
      case .any: mask.formUnion(.all)
      }
    }
  }

  /// Channel names divided by commas; nil for none.
  var text: StaticString? {
    // Sixteen combinations, spelt out so that a worker never builds a string.
    let names: [StaticString?] = [
      nil, "email", "sms", "email,sms", "whatsapp", "email,whatsapp", "sms,whatsapp",
      "email,sms,whatsapp", "phone", "email,phone", "sms,phone", "email,sms,phone",
      "whatsapp,phone", "email,whatsapp,phone", "sms,whatsapp,phone", "email,sms,whatsapp,phone",
    ]
    return names[Int(rawValue & 15)]
  }
}

/// Every do-not-contact entry by hash: 16 bytes an entry, whatever its length.
struct SuppressionIndex: Sendable {
  private var emails: [Int64: ChannelMask] = [:]
  private var phones: [Int64: ChannelMask] = [:]
  private var domains: [UInt64: ChannelMask] = [:]
  private var emailDigests: [UInt64: ChannelMask] = [:]
  private var phoneDigests: [UInt64: ChannelMask] = [:]
  /// Kinds of digests that there are any of: computing one costs more than looking it up.
  private var emailKinds: DigestKinds = []
  private var phoneKinds: DigestKinds = []

  var isEmpty: Bool {
    emails.isEmpty && phones.isEmpty && domains.isEmpty && emailDigests.isEmpty
      && phoneDigests.isEmpty
  }

  mutating func add(
    email: String?, phone: String?, emailDigest: String?, phoneDigest: String?, domain: String?,
    channels: ChannelMask
  ) {
    if let email { emails[KeyHash.email(email), default: []].formUnion(channels) }
    if let phone { phones[KeyHash.phone(phone), default: []].formUnion(channels) }
    if let domain { domains[Hash64.of(domain), default: []].formUnion(channels) }
    if let emailDigest {
      emailDigests[Hash64.of(emailDigest), default: []].formUnion(channels)
      emailKinds.formUnion(DigestKinds(digits: emailDigest.utf8.count) ?? [])
    }
    if let phoneDigest {
      phoneDigests[Hash64.of(phoneDigest), default: []].formUnion(channels)
      phoneKinds.formUnion(DigestKinds(digits: phoneDigest.utf8.count) ?? [])
    }
  }

  /// The channels on which a person must not be contacted, by normalised address and E.164 number;
  /// either may be empty.
  func channels(
    email: UnsafeBufferPointer<UInt8>, phone: UnsafeBufferPointer<UInt8>
  ) -> ChannelMask {
    var mask: ChannelMask = []
    if !email.isEmpty {
      mask.formUnion(emails[KeyHash.email(email)] ?? [])
      if !domains.isEmpty { mask.formUnion(domainChannels(email)) }
      if !emailDigests.isEmpty {
        for digest in emailKinds.digests(ofEmail: String(decoding: email, as: UTF8.self)) {
          mask.formUnion(emailDigests[Hash64.of(digest)] ?? [])
        }
      }
    }
    if !phone.isEmpty {
      mask.formUnion(phones[KeyHash.phone(phone)] ?? [])
      if !phoneDigests.isEmpty {
        for digest in phoneKinds.digests(ofPhone: String(decoding: phone, as: UTF8.self)) {
          mask.formUnion(phoneDigests[Hash64.of(digest)] ?? [])
        }
      }
    }
    return mask
  }

  func channels(email: String?, phone: String?) -> ChannelMask {
    var email = email ?? ""
    var phone = phone ?? ""
    return email.withUTF8 { email in phone.withUTF8 { channels(email: email, phone: $0) } }
  }

  /// The same of a lead whose cells name others; `others` are JSON arrays.
  func channels(email: String?, phone: String?, others: [String?]) -> ChannelMask {
    var mask = channels(email: email, phone: phone)
    for other in others.compactMap({ $0 }).flatMap({ (try? CellJSON.decode($0)) ?? [] }) {
      let isEmail = other.contains("@")
      mask.formUnion(channels(email: isEmail ? other : nil, phone: isEmail ? nil : other))
    }
    return mask
  }

  /// Entries for the address's domain or one above it.
  private func domainChannels(_ email: UnsafeBufferPointer<UInt8>) -> ChannelMask {
    var mask: ChannelMask = []
    guard var start = email.lastIndex(of: UInt8(ascii: "@")) else { return mask }
    while start < email.count {
      let domain = UnsafeBufferPointer(rebasing: email[(start + 1)...])
      mask.formUnion(domains[Hash64.of(domain)] ?? [])
      guard let dot = domain.firstIndex(of: UInt8(ascii: ".")) else { break }
      start += 1 + dot
    }
    return mask
  }
}

/// Digests of addresses, which are compared in lower case.
enum PersonDigest {
  static func ofEmail(_ email: UnsafeBufferPointer<UInt8>, prefix: String) -> String {
    SHA256Digest.hex(prefix + String(decoding: email.map(ASCII.lowercased), as: UTF8.self))
  }

  static func ofPhone(_ phone: UnsafeBufferPointer<UInt8>, prefix: String) -> String {
    SHA256Digest.hex(prefix + String(decoding: phone, as: UTF8.self))
  }
}

/// Fingerprints of erased persons.
struct ErasureIndex: Sendable {
  private var digests: Set<UInt64> = []

  var isEmpty: Bool { digests.isEmpty }

  mutating func add(_ digest: String) { digests.insert(Hash64.of(digest)) }

  func contains(
    email: UnsafeBufferPointer<UInt8>, phone: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if isEmpty { return false }
    if !email.isEmpty,
      digests.contains(Hash64.of(PersonDigest.ofEmail(email, prefix: "email:")))
    {
      return true
    }
    return !phone.isEmpty
      && digests.contains(Hash64.of(PersonDigest.ofPhone(phone, prefix: "phone:")))
  }
}
