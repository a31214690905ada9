import Bytes
import Definitions
import LeadModel
import StageKit
import Store

/// Where ingest stops, and goes on, because a file can only be judged by what validate makes of the
/// rows of others.
///
/// Validate finds whom a row is about by a key that a file chose, and whether its mode lets it do what
/// it would; what an exported or a rejected row says anew depends on what its record is by now. A file
/// whose rows depend on such rows waits until validate has looked at them: several files in one
/// command then come to what they come to one command after another.
struct InputPause {
  /// The option that lets ingest stop; whoever gives it runs validate and then ingest again.
  static let option = "pause"

  private let context: StageContext
  /// Of this run and these files: a run that was interrupted goes on where it stopped.
  private let subject: String

  init(paths: [String], in context: StageContext) {
    self.context = context
    subject = "input \(context.runID) \(SHA256Digest.hex(paths.joined(separator: "\n")).prefix(16))"
  }

  /// How many of the files an earlier pass of this run has taken.
  func taken() throws -> Int { Int(try context.revisits(subject).last ?? 0) }

  /// Notes that the files after the first few wait.
  func stop(after taken: Int) throws {
    try context.transaction {
      try clear()
      try context.revisit(stage: "ingest", subject: subject, id: Int64(taken))
    }
  }

  /// Notes that no file waits any more.
  func finish() throws {
    try context.transaction { try clear() }
  }

  /// Also what earlier runs of the pipeline have left: nobody can resume them any more.
  private func clear() throws {
    try context.database.query("ingest-pause-clear").run(.text(context.runID))
  }

  /// Whether rows of other files that the file's own depend on wait for validate.
  func isDue(before file: OpenedFile) throws -> Bool {
    let kind = file.mapping.kind.rawValue
    let dependsOnRecords =
      file.isReturned || file.mapping.supplier == ReservedField.exportSupplier
    let own = try SourceFileRecord.find(file, in: context)?.id
    return try context.database.query("ingest-waits-for-validate").first(
      .text(kind), .text("source_row/\(kind)"), .int(own ?? 0), .int(dependsOnRecords ? 1 : 0),
      .text(file.mapping.supplier)
    ) { _ in true } ?? false
  }
}
