import DedupeStage
import LeadModel

/// What the base knows of the person that a record is about, as text and as JSON.
struct KnownPerson {
  private let answer: BaseAnswer

  init(_ answer: BaseAnswer) { self.answer = answer }

  /// Whether the record is joined to somebody, may be, or is new.
  private var state: String {
    if answer.person != nil { return "known" }
    return answer.possible.isEmpty ? "new" : "possible"
  }

  // MARK: Text

  var lines: [String] {
    var lines: [String] = []
    if let person = answer.person {
      let entities = person.entities.map(String.init).joined(separator: ", ")
      let noun = person.entities.count == 1 ? "entity" : "entities"
      let probability = person.match.map { ", \(Self.percent($0.probability))" } ?? ""
      lines.append(
        "known as \(noun) \(entities): by \(person.rule) of lead \(person.matchedLead)"
          + "\(probability); its \(Self.leads(person.leads))")
      if let match = person.match { lines += Self.evidence(match) }
    } else {
      let shared = answer.shared.filter { !$0.leads.isEmpty }.map { key in
        "\(key.rule) of \(Self.leads(key.leads))"
      }
      lines.append(
        (answer.possible.isEmpty ? "not known" : "not known for certain")
          + (shared.isEmpty ? "" : ", though it has the \(shared.joined(separator: ", the "))"))
    }
    for possible in answer.possible {
      lines.append(
        "may be entity \(possible.entity): by model of lead \(possible.match.lead), "
          + Self.percent(possible.match.probability))
      lines += Self.evidence(possible.match)
    }
    return lines
  }

  /// What speaks for and against, a comparison a line, and what it comes to.
  private static func evidence(_ match: BaseAnswer.Match) -> [String] {
    let steps =
      match.evidence.map { (bits: $0.bits, what: "\($0.comparison) \($0.level)") }
      + [(bits: match.weight, what: "bits altogether")]
    return steps.map { step in
      let bits = Self.tenths(step.bits)
      return "  " + String(repeating: " ", count: max(0, 6 - bits.count)) + "\(bits)  \(step.what)"
    }
  }

  private static func tenths(_ bits: Double) -> String {
    let tenths = Int((bits * 10).rounded())
    return "\(tenths < 0 ? "-" : "+")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// A probability, never said to be certain.
  private static func percent(_ probability: Double) -> String {
    let thousandths = min(999, max(1, Int((probability * 1_000).rounded())))
    return "\(thousandths / 10).\(thousandths % 10) %"
  }

  private static func leads(_ leads: [Int64]) -> String {
    let shown = leads.prefix(10).map(String.init).joined(separator: ", ")
    return (leads.count == 1 ? "lead " : "leads ") + shown
      + (leads.count > 10 ? " and \(leads.count - 10) more" : "")
  }

  // MARK: JSON

  var json: JSONValue {
    .object([
      ("state", .string(state)),
      ("person", answer.person.map(Self.json) ?? .null),
      (
        "possible",
        .array(
          answer.possible.map { possible in
            .object(
              [("entity", .int(possible.entity)), ("lead", .int(possible.match.lead))]
                + Self.members(of: possible.match))
          })
      ),
      (
        "shared_keys",
        .array(
          answer.shared.map { key in
            .object([("key", .string(key.rule)), ("leads", Self.list(key.leads))])
          })
      ),
    ])
  }

  private static func json(_ person: BaseAnswer.Person) -> JSONValue {
    .object(
      [
        ("entities", list(person.entities)), ("leads", list(person.leads)),
        ("key", .string(person.rule)), ("matched_lead", .int(person.matchedLead)),
      ] + (person.match.map(members) ?? []))
  }

  private static func members(of match: BaseAnswer.Match) -> [(key: String, value: JSONValue)] {
    [
      ("probability", .double(rounded(match.probability, 10_000))),
      ("weight", .double(rounded(match.weight, 100))),
      (
        "evidence",
        .array(
          match.evidence.map { step in
            .object([
              ("comparison", .string(step.comparison)), ("level", .string(step.level)),
              ("bits", .double(rounded(step.bits, 100))),
            ])
          })
      ),
    ]
  }

  private static func rounded(_ number: Double, _ parts: Double) -> Double {
    (number * parts).rounded() / parts
  }

  private static func list(_ ids: [Int64]) -> JSONValue { .array(ids.map { .int($0) }) }
}
