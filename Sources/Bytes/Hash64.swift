internal import CXXHash

/// XXH3, 64 bits: fast and well spread, not cryptographic. Equal hashes are always verified.
///
/// - Source: Yann Collet, xxHash specification, XXH3 (seed 0).
package enum Hash64 {
  package static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    leadmill_xxh3(bytes.baseAddress, bytes.count, 0)
  }

  package static func of(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { of($0) }
  }

  /// Hash under a seed: another seed is another hash function.
  package static func of(
    _ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64
  ) -> UInt64 {
    leadmill_xxh3(bytes.baseAddress, bytes.count, seed)
  }
}

/// Hashes of match keys, as the store's `match_key` table keeps them: a key's type seeds the hash
/// of its normalised value, so that an e-mail never meets a phone.
package enum KeyHash {
  private static let emailSeed: UInt64 = 1
  private static let phoneSeed: UInt64 = 2
  private static let companyAndNameSeed: UInt64 = 3

  /// Key of the mailbox that an address reaches: in any case, and as its provider reads it.
  package static func email(_ address: String) -> Int64 {
    var address = address
    return address.withUTF8 { email($0) }
  }

  package static func email(_ address: UnsafeBufferPointer<UInt8>) -> Int64 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: address.count) { lower in
      for index in 0..<address.count { lower[index] = ASCII.lowercased(address[index]) }
      let count = MailboxName.fold(lower)
      return pattern(
        Hash64.of(UnsafeBufferPointer(rebasing: lower[..<count]), seed: emailSeed))
    }
  }

  /// Key of a number in E.164 form, with its plus.
  package static func phone(_ number: String) -> Int64 {
    var number = number
    return number.withUTF8 { phone($0) }
  }

  package static func phone(_ number: UnsafeBufferPointer<UInt8>) -> Int64 {
    pattern(Hash64.of(number, seed: phoneSeed))
  }

  /// Both parts in their standardised form.
  package static func companyAndName(company: String, name: String) -> Int64 {
    pattern(companyAndName(company: Hash64.of(company), name: name))
  }

  package static func companyAndName(
    company: UnsafeBufferPointer<UInt8>, name: UnsafeBufferPointer<UInt8>
  ) -> Int64 {
    pattern(Hash64.of(name, seed: Hash64.of(company) &+ companyAndNameSeed))
  }

  private static func companyAndName(company: UInt64, name: String) -> UInt64 {
    var name = name
    return name.withUTF8 { Hash64.of($0, seed: company &+ companyAndNameSeed) }
  }

  private static func pattern(_ hash: UInt64) -> Int64 { Int64(bitPattern: hash) }
}
