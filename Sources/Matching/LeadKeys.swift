import Bytes

/// The fields of a lead that its keys come from, as bytes of the store.
package struct KeyFields {
  package var email = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// Whether the address was found syntactically valid.
  package var isEmailValid = false
  /// E.164, with its plus.
  package var phone = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  package var isPhoneValid = false
  package var isPhonePossible = false
  package var company = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  package var fullName = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  package var firstName = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  package var lastName = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  package init() {}
}

/// The match keys of one lead, hashed as the store's `match_key` keeps them; nil where the lead has
/// no such key.
package struct LeadKeys: Sendable, Equatable {
  package var email: Int64?
  package var phone: Int64?
  package var companyAndName: Int64?
  /// Hash of family name and first initial, and of the company where nobody is named; nil for a lead
  /// without either. The lowest bit tells which it is.
  package var agreement: Int64?
  /// Hash of the first given name; nil where there is none but an initial.
  package var given: Int64?
  package var hasRoleEmail = false

  package init() {}

  package subscript(rule: MatchRule) -> Int64? {
    switch rule {
    case .email: email
    case .phone: phone
    case .companyAndName: companyAndName
    case .model, .review: nil
    }
  }
}

/// The values behind a lead's keys: what decides when hashes are equal.
package struct LeadKeyValues: Sendable, Equatable {
  package var email: String?
  package var phone: String?
  package var companyAndName: String?

  package init(email: String? = nil, phone: String? = nil, companyAndName: String? = nil) {
    self.email = email
    self.phone = phone
    self.companyAndName = companyAndName
  }

  package subscript(rule: MatchRule) -> String? {
    switch rule {
    case .email: email
    case .phone: phone
    case .companyAndName: companyAndName
    case .model, .review: nil
    }
  }
}

/// What has to be the same in leads that share a number or an address of many: whom they name, or the
/// company where they name nobody.
enum Agreement {
  static func person(_ hash: UInt64) -> Int64 { Int64(bitPattern: hash & ~1) }
  static func company(_ hash: UInt64) -> Int64 { Int64(bitPattern: hash | 1) }

  static func isPerson(_ agreement: Int64) -> Bool { agreement & 1 == 0 }
}

/// Makes keys from leads. One value per worker: it keeps its scratch memory from lead to lead.
package struct KeyMaker: Sendable {
  private let rules: MatchingRules
  private let roleHashes: Set<UInt64>
  private var company = CompanyName()
  private var companyKey: [UInt8] = []
  private var name = PersonName()
  private var local: [UInt8] = []

  package init(rules: MatchingRules) {
    self.rules = rules
    roleHashes = Set(rules.roleLocalParts.map { Hash64.of($0) })
  }

  package mutating func keys(of fields: KeyFields) -> LeadKeys {
    var keys = LeadKeys()
    readNames(fields)
    if hasEmailKey(fields) {
      keys.email = KeyHash.email(fields.email)
      keys.hasRoleEmail = isRole(fields.email)
    }
    if hasPhoneKey(fields) { keys.phone = KeyHash.phone(fields.phone) }
    if hasCompanyKey {
      keys.companyAndName = companyKey.withUnsafeBufferPointer { company in
        name.full.withUnsafeBufferPointer { KeyHash.companyAndName(company: company, name: $0) }
      }
    }
    if !name.agreement.isEmpty {
      keys.agreement = name.agreement.withUnsafeBufferPointer { Agreement.person(Hash64.of($0)) }
      keys.given = name.firstGiven.map { Int64(bitPattern: $0) }
    } else if !companyKey.isEmpty {
      keys.agreement = companyKey.withUnsafeBufferPointer { Agreement.company(Hash64.of($0)) }
    }
    return keys
  }

  package mutating func values(of fields: KeyFields) -> LeadKeyValues {
    readNames(fields)
    return lastValues(of: fields)
  }

  private func lastValues(of fields: KeyFields) -> LeadKeyValues {
    LeadKeyValues(
      email: hasEmailKey(fields)
        ? String(decoding: MailboxName.of(fields.email), as: UTF8.self) : nil,
      phone: hasPhoneKey(fields) ? String(decoding: fields.phone, as: UTF8.self) : nil,
      companyAndName: hasCompanyKey
        ? String(decoding: companyKey + [10] + name.full, as: UTF8.self) : nil)
  }

  /// A lead as clustering sees it, from all that survivorship knows of it.
  package mutating func lead(_ record: LeadRecord) -> ClusterLead {
    withBytes(of: record[.email].text ?? "") { email in
      withBytes(of: record[.phone].text ?? "") { phone in
        withBytes(of: record[.company].text ?? "") { company in
          withBytes(of: record[.fullName].text ?? "") { fullName in
            withBytes(of: record[.firstName].text ?? "") { firstName in
              withBytes(of: record[.lastName].text ?? "") { lastName in
                var fields = KeyFields()
                fields.email = email
                fields.isEmailValid = record[.emailStatus] == .text("valid")
                fields.phone = phone
                fields.isPhoneValid = record[.phoneStatus] == .text("valid")
                fields.isPhonePossible = record[.phoneStatus] == .text("possible")
                fields.company = company
                fields.fullName = fullName
                fields.firstName = firstName
                fields.lastName = lastName
                return lead(record.id, fields)
              }
            }
          }
        }
      }
    }
  }

  /// A lead as clustering sees it.
  package mutating func lead(_ id: Int64, _ fields: KeyFields) -> ClusterLead {
    let keys = keys(of: fields)
    // The names have been read: the values cost no second reading.
    return ClusterLead(id: id, keys: keys, values: lastValues(of: fields))
  }

  private mutating func readNames(_ fields: KeyFields) {
    name.read(full: fields.fullName, first: fields.firstName, last: fields.lastName)
    companyKey.removeAll(keepingCapacity: true)
    let isKey = rules.companyAndName.isUsed && name.isWhole
    guard isKey || name.agreement.isEmpty, !fields.company.isEmpty else { return }
    company.read(fields.company)
    companyKey.append(contentsOf: company.key)
    TextFold.collapseDigraphs(&companyKey)
  }

  // An address also serves other stages to find its lead, whether or not it joins leads.
  private func hasEmailKey(_ fields: KeyFields) -> Bool {
    fields.isEmailValid && !fields.email.isEmpty
  }

  private func hasPhoneKey(_ fields: KeyFields) -> Bool {
    !fields.phone.isEmpty
      && (fields.isPhoneValid || rules.usesPossiblePhones && fields.isPhonePossible)
  }

  private var hasCompanyKey: Bool { !companyKey.isEmpty && !name.agreement.isEmpty }

  private mutating func isRole(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let at = address.lastIndex(of: UInt8(ascii: "@")), at <= 32 else { return false }
    local.removeAll(keepingCapacity: true)
    // "info+spring@" is "info@" too.
    for byte in address[..<at] {
      if byte == UInt8(ascii: "+") { break }
      local.append(ASCII.lowercased(byte))
    }
    return local.withUnsafeBufferPointer { roleHashes.contains(Hash64.of($0)) }
  }
}

private func withBytes<R>(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
  var text = text
  return text.withUTF8(body)
}
