import CommandLineKit
import LeadModel
package import StageKit
package import Store

/// The undo stage: imports are taken back.
package enum UndoStage {
  package static let declaration = StageDeclaration(
    name: "undo",
    summary: "take imports back: their rows, and the records that nothing else is left of",
    operands: [
      OperandDeclaration(
        "IMPORT", summary: "the number of an import, or the name of its file", repeats: true)
    ],
    examples: [
      "leadmill-undo --workspace ws 3",
      "leadmill-undo --workspace ws --dry-run leads-event.xlsx",
    ],
    body: run)

  /// Whether there is anything to take back among imports that a command line names.
  ///
  /// - Throws: `StageFailure` for one that does not exist, or that several files go by.
  package static func hasWork(_ operands: [String], in database: Database) throws -> Bool {
    try operands.map { try UndoneImport.find($0, in: database) }.contains { $0.state != .undone }
  }

  private static func run(_ context: StageContext) throws {
    // All are looked for before the first one goes.
    let imports = try context.arguments.operands.map {
      try UndoneImport.find($0, in: context.database)
    }
    for entry in imports {
      if entry.state == .undone {
        let date = entry.undoneAsOf.map { " on \($0.date)" } ?? ""
        context.log.info("", "import \(entry.id) ('\(entry.name)') was undone\(date) already")
        continue
      }
      context.didWork()
      var undo = ImportUndo(context: context, entry: entry)
      try undo.run()
    }
  }
}
