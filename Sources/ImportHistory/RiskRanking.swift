/// Which changes somebody should look at before they are made. A change's risk is the sum of what is
/// true of it:
///
/// | what | points |
/// |---|---:|
/// | address, number or consent of a person in an active sequence | 50 |
/// | address, number or consent of anybody else | 20 |
/// | owner, stage, status or amount | 30 |
/// | an amount by half of it or more | 20 more |
/// | a value becomes empty, each, up to three | 15 |
/// | five fields or more at once | 10 |
/// | each field | 1 |
package enum RiskRanking {
  package struct Risk: Sendable {
    package let change: RecordChange
    package let points: Int
    package let reasons: [String]
  }

  private static let personal: Set<String> = [
    "email", "phone", "contact_email", "consent_status", "consent_at", "consent_expires_at",
    "status",
  ]
  private static let business: Set<String> = [
    "owner", "stage", "status", "amount_cents", "forecast_category",
  ]

  /// The riskiest changes, the worst first; equal ones in their order.
  package static func riskiest(_ changes: [RecordChange], count: Int = 10) -> [Risk] {
    var risks: [(index: Int, risk: Risk)] = []
    for (index, change) in changes.enumerated() {
      let risk = risk(of: change)
      if risk.points > 0 { risks.append((index, risk)) }
      // Bounded, however many changes there are.
      if risks.count >= 4 * max(count, 64) { risks = Array(sorted(risks).prefix(count)) }
    }
    return sorted(risks).prefix(count).map(\.risk)
  }

  private static func sorted(
    _ risks: [(index: Int, risk: Risk)]
  ) -> [(index: Int, risk: Risk)] {
    risks.sorted { ($1.risk.points, $0.index) < ($0.risk.points, $1.index) }
  }

  package static func risk(of change: RecordChange) -> Risk {
    var points = 0
    var reasons: [String] = []
    func add(_ more: Int, _ reason: String) {
      points += more
      reasons.append(reason)
    }
    let names = change.fields.map(\.name)
    let reached = names.filter { isPersonal($0, of: change.kind) }
    if !reached.isEmpty {
      let what = Self.list(reached)
      if change.isInActiveSequence {
        add(50, "\(what) of a person in an active sequence")
      } else {
        add(20, what)
      }
    }
    let business = names.filter { Self.business.contains($0) && !isPersonal($0, of: change.kind) }
    if !business.isEmpty { add(30, Self.list(business)) }
    for field in change.fields where field.name.hasSuffix("_cents") {
      guard let old = field.old.flatMap(Double.init), let new = field.new.flatMap(Double.init),
        abs(new - old) * 2 >= max(1, abs(old))
      else { continue }
      add(20, "\(FieldText.name(field.name)) changes by half or more")
    }
    let emptied = change.fields.filter { $0.old != nil && $0.new == nil }.map(\.name)
    if !emptied.isEmpty {
      add(
        15 * min(3, emptied.count),
        "\(Self.list(emptied)) \(emptied.count == 1 ? "becomes" : "become") empty")
    }
    if change.fields.count >= 5 { add(10, "\(change.fields.count) fields at once") }
    return Risk(change: change, points: points + change.fields.count, reasons: reasons)
  }

  private static func list(_ fields: [String]) -> String {
    fields.map(FieldText.name).joined(separator: ", ")
  }

  /// A status is a matter of rights only where it says what somebody agreed to.
  private static func isPersonal(_ field: String, of kind: String) -> Bool {
    field == "status" ? kind == "consent" : personal.contains(field)
  }
}
