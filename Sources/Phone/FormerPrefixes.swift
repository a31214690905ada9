internal import CPhone
import LeadModel

/// What was dialled before numbers of a country and is no longer, but still stands in lists.
///
/// - Source: ITU-T Operational Bulletins: Mexico's national numbering plan of 3 August 2019 (01, 044,
///   045, and the 1 behind +52); the trunk prefixes 8 of the states that were the Soviet Union and 0 of
///   Poland (2005), Portugal (1999), Czechia (2002), Greece (2002), Chile and Colombia (2021). Numbers of
///   Italy have kept their 0 from abroad too since 1998.
enum FormerPrefixes {
  struct Change: Sendable {
    let former: String
    let present: String
  }

  /// By calling code, longer prefixes first.
  static func changes(ofCode code: Substring) -> [Change] {
    switch code {
    case "52": dropped("045", "044", "01", "1")
    case "48", "351", "420", "30", "56", "57": dropped("0")
    case "380", "371", "373", "374", "992", "993", "994", "995", "996", "998": dropped("80", "8")
    case "39": [Change(former: "", present: "0")]
    default: []
    }
  }

  private static func dropped(_ prefixes: String...) -> [Change] {
    prefixes.map { Change(former: $0, present: "") }
  }
}

extension PhoneVerdict {
  /// The readings of an invalid number that it has without what was once dialled before it, in E.164
  /// form; whether they are valid is another question.
  var readingsWithoutFormerPrefix: [String] {
    let digits = withUnsafeBytes(of: result.e164) {
      String(decoding: $0.prefix(Int(result.e164_length)).dropFirst(), as: UTF8.self)
    }
    for length in 1...3 where length < digits.count {
      let code = digits.prefix(length)
      let changes = FormerPrefixes.changes(ofCode: code)
      if changes.isEmpty { continue }
      let national = digits.dropFirst(length)
      return changes.filter { national.hasPrefix($0.former) }
        .map { "+\(code)\($0.present)\(national.dropFirst($0.former.count))" }
    }
    return []
  }
}

extension PhoneExaminer {
  /// The valid number that one that is none would be without what was once dialled before it.
  package func withoutFormerPrefix(_ verdict: PhoneVerdict) -> PhoneVerdict? {
    guard !verdict.isValid, verdict.repairs.isEmpty else { return nil }
    return verdict.readingsWithoutFormerPrefix.lazy
      .map { self.examine($0, region: nil) }
      .first { $0.isValid }
  }
}
