internal import Bytes
internal import Store

extension StageContext {
  /// What the stage's work depends on besides the data: definition files and the stage's version.
  package func configurationHash(of files: [String]) -> String {
    SHA256Digest.hex("\(stageName) \(stageVersion)\n\(configuration.hash(of: files))")
  }

  /// The highest id of a table that the stage has taken up; 0 when it never ran, or ran with
  /// another configuration and so has to look at everything again.
  package func mark(_ subject: String, configHash: String) throws -> Int64 {
    let row = try database.query("ledger-mark").first(.text(stageName), .text(subject)) {
      (mark: $0.int(0), configHash: $0.text(1))
    }
    guard let row, row.configHash == configHash else { return 0 }
    return row.mark
  }

  /// Moves the mark; call it in the transaction of the work that it stands for.
  package func setMark(_ subject: String, to mark: Int64, configHash: String) throws {
    try database.query("ledger-mark-set").run(
      .text(stageName), .text(subject), .int(mark), .text(configHash))
  }

  /// Older rows that the stage must look at again, sorted.
  package func revisits(_ subject: String) throws -> [Int64] {
    var ids: [Int64] = []
    try database.query("ledger-revisits").rows(.text(stageName), .text(subject)) {
      ids.append($0.int(0))
    }
    return ids
  }

  /// Takes a row off the stage's list; call it in the transaction of the work on it.
  package func clearRevisit(_ subject: String, id: Int64) throws {
    try database.query("ledger-revisit-clear").run(.text(stageName), .text(subject), .int(id))
  }

  /// Puts a row on another stage's list.
  package func revisit(stage: String, subject: String, id: Int64) throws {
    try database.query("ledger-revisit-add").run(.text(stage), .text(subject), .int(id))
  }
}
