import Bytes
import LeadModel
import ValidateStage

nonisolated(unsafe) private var recordCheck = RecordCheck(
  kind: .lead, defaultCountry: "DE", asOf: Timestamp(seconds: 1_793_599_200))

/// A lead of any cells, divided by zero bytes: judged without a trap, each finding in the bounds that
/// its store has, and the same when judged again.
let fuzzRecord: FuzzCallback = { bytes, count in
  let cells = fuzzInput(bytes, count).split(separator: 0, omittingEmptySubsequences: false)
  var row: [UInt8] = []
  for cell in cells.prefix(recordCheck.fieldNames.count) {
    row.append(row.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
    Array(cell).withUnsafeBufferPointer { CellJSON.appendQuoted($0, to: &row) }
  }
  row += row.isEmpty ? Array("[]".utf8) : [UInt8(ascii: "]")]
  let findings = recordCheck.findings(ofRow: row)
  for finding in findings {
    precondition(finding.value.utf8.count < 1000, "a finding quotes in short")
    precondition(finding.message.utf8.count < 4000, "a finding says it in short")
  }
  precondition(recordCheck.findings(ofRow: row) == findings, "a record is judged the same again")
  return 0
}
