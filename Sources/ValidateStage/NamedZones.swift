import Definitions
import LeadModel

/// The rules of time zones that cells name, each read once.
struct NamedZones {
  private var known: [String: ZoneRules?] = [:]
  /// More than there are zones; made-up names beyond are forgotten.
  private static let most = 1024

  /// The rules of a zone by its name in the time zone database, in capitals as there, or by its offset;
  /// nil for any other.
  mutating func rules(_ name: String) -> ZoneRules? {
    if let known = known[name] { return known }
    if known.count >= Self.most { known.removeAll() }
    // Beside the zones, which begin with capitals, the folder has other forms of them.
    let isName = name.utf8.first.map { (65...90).contains($0) } ?? false
    let rules = Self.offset(name) ?? (isName ? try? ZoneFile.load(name) : nil)
    known[name] = rules
    return rules
  }

  /// `+01:00`, as RFC 9557 has it in the place of a name, and `Z`.
  private static func offset(_ name: String) -> ZoneRules? {
    if name == "Z" || name == "z" { return .utc }
    let bytes = Array(name.utf8)
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
      bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-")
    else { return nil }
    let digits = [1, 2, 4, 5].map { Int(bytes[$0]) - 48 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]
    let seconds = (bytes[0] == UInt8(ascii: "-") ? -minutes : minutes) * 60
    return ZoneRules(name: name, fixedOffsetSeconds: seconds)
  }
}
