import Bytes
import Definitions
import LeadModel
import Validation

extension TablePlan {
  static let team = TablePlan(
    .team, "external_id name manager parent time_zone",
    references: "manager>user parent>team", rules: { $0.applyTeamRules($1) })
  static let user = TablePlan(
    .user,
    """
    external_id full_name&first_name,last_name first_name&full_name last_name&full_name email phone job_title \
    teams manager time_zone status
    """,
    references: "teams>>team manager>user",
    keys: ["external_id", "email", "full_name"], rules: { $0.applyUserRules($1) })
}

extension RowConformer {
  mutating func applyTeamRules(_ source: RowCells) {
    guard
      require(plan.column("external_id"), "external_id", source, expected: "the team's id"),
      require(plan.column("name"), "name", source, expected: "what the team is called")
    else { return }
    checkZone(source)
  }

  mutating func applyUserRules(_ source: RowCells) {
    guard passesErasure(email: plan.column("email"), phone: plan.column("phone")),
      require(
        plan.column("external_id"), "external_id", source,
        expected: "the name or id that owners are given by")
    else { return }
    settleName(
      full: plan.column("full_name"), first: plan.column("first_name"),
      last: plan.column("last_name"))
    settleTeams()
    checkZone(source)
    if out[plan.column("status")].isNull { out.setText("active", column: plan.column("status")) }
  }

  /// `a;b`, whatever divided them and however often one is named.
  private mutating func settleTeams() {
    let column = plan.column("teams")
    guard let text = out.string(out[column]) else { return }
    var teams: [String] = []
    for part in text.split(whereSeparator: { ";,|".contains($0) }) {
      let name = part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
      if !name.isEmpty, !teams.contains(String(name)) { teams.append(String(name)) }
    }
    let settled = teams.joined(separator: ";")
    if settled.isEmpty { out[column] = .null } else { out.setText(settled, column: column) }
  }

  private mutating func checkZone(_ source: RowCells) {
    let column = plan.column("time_zone")
    guard let name = out.string(out[column]) else { return }
    let isKnown = zones[name] ?? ((try? ZoneFile.load(name)) != nil)
    zones[name] = isKnown
    if isKnown { return }
    out[column] = .null
    out.noteUnread(column)
    let field = plan.field("time_zone")
    add(
      .zoneUnknown, field: field, cell: source.cell(field),
      message: "is no time zone; expected one such as Europe/Berlin")
  }
}
