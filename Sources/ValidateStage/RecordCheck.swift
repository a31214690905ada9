package import LeadModel
package import Validation
import Bytes
import Phone

/// Judges a single record outside of a workspace: what `leadmill check` shows.
package enum RecordCheck {
  /// The version of the numbering plans that telephone numbers are judged by.
  package static var numberingPlansVersion: String { NumberingPlans.version }

  /// Normalises a record's fields and states what is wrong with them, exactly as the stage would;
  /// mail domains are not looked up.
  ///
  /// - Parameters:
  ///   - kind: what the record is about.
  ///   - fields: catalogue field to text as it was received.
  ///   - defaultCountry: ISO 3166-1 alpha-2, for telephone numbers of records without a country.
  ///   - asOf: the date that nothing that has happened may lie after.
  ///   - policy: of `validation.yaml`, as `PolicyFile` reads it.
  ///   - source: the supplier whose rules count, by the name of its mapping.
  /// - Returns: the columns of the conformed record that have a value, in the store's order, and the
  ///   findings; nothing is normalised when a finding rejects the record.
  package static func check(
    kind: RecordKind, fields: [String: String], defaultCountry: String?, asOf: Timestamp,
    policy: ValidationPolicy = ValidationPolicy(), source: String = ""
  ) -> (normalised: [(field: String, value: String)], findings: [Finding]) {
    let plan = TablePlan.plan(of: kind)
    let names = fields.keys.sorted()
    let layout = SheetLayout(
      sheetID: 1, supplier: source, plan: plan, sheetFields: names,
      defaultCountry: defaultCountry.flatMap { CountryCode($0) },
      sourceRules: policy.rules.rules(ofSource: source))
    var raw = RawBatch(plan: plan, layouts: [layout])
    raw.bytes = Array(CellJSON.encode(names.map { fields[$0] ?? "" }).utf8)
    raw.rows = [RawBatch.Row(id: 1, recordID: 1, sheet: 0, json: 0..<raw.bytes.count)]
    var conformer = RowConformer(
      settings: ConformSettings(policy: policy, asOf: asOf), plan: plan, layout: layout)
    let batch = conformer.conform(raw)
    var normalised: [(field: String, value: String)] = []
    if batch.rows[0].fate == .conform {
      for (index, column) in plan.columns.enumerated() {
        if let value = batch.string(batch.value(row: 0, column: index)) {
          normalised.append((column.name, value))
        }
      }
    }
    return (normalised, batch.findings.map(\.finding))
  }
}
