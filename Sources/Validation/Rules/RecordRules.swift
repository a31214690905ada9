import LeadModel

/// Rules about records as a whole.
extension ValidationRule {
  package static let unreachable = ValidationRule(
    "VAL001", .reject, "a lead can be reached, or name, company, address or birth say who it is",
    reference: DataQuality.completeness)
  package static let requiredMissing = ValidationRule(
    "VAL002", .reject, "a field without which the record means nothing is there and readable",
    reference: DataQuality.completeness, isFixed: true)
  package static let unreadableRow = ValidationRule(
    "VAL003", .reject, "the cells of a source row can be read back from the store",
    reference: DataQuality.availability, isFixed: true)
  package static let onlyNamed = ValidationRule(
    "VAL004", .warn, "a lead has a usable e-mail address or telephone number",
    reference: DataQuality.completeness)
  package static let recordExists = ValidationRule(
    "VAL005", .reject, "a row of an import that only creates is about a new record",
    reference: DataQuality.consistency, isFixed: true)
  package static let recordMissing = ValidationRule(
    "VAL006", .reject, "a row of an import that only updates is about a known record",
    reference: DataQuality.consistency, isFixed: true)
  package static let idOfAnother = ValidationRule(
    "VAL007", .info, "a row has the id of one person in the files that no mapping claims",
    reference: DataQuality.consistency)
  package static let idCut = ValidationRule(
    "VAL008", .warn, "the supplier's id kept its digits in the spreadsheet",
    reference: "IEEE 754 double precision: 15 digits")
  package static let cellTooLong = ValidationRule(
    "VAL009", .warn,
    "a cell has at most 8,192 bytes, more than any value does, and free text 131,068",
    reference: "a spreadsheet's cell holds 32,767 characters")

  static let recordRules: [ValidationRule] = [
    unreachable, requiredMissing, unreadableRow, onlyNamed, recordExists, recordMissing,
    idOfAnother, idCut, cellTooLong,
  ]
}
