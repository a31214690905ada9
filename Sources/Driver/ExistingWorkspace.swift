import CommandLineKit
import StageKit
import Store

/// A workspace that is only looked at.
enum ExistingWorkspace {
  /// Opens the database of the workspace that the command line names.
  ///
  /// - Throws: `StageFailure` when there is no workspace, `DatabaseError` when it cannot be read.
  static func open(_ arguments: ParsedArguments) throws -> (Workspace, Database) {
    let workspace = CommonArguments.workspace(arguments)
    guard workspace.exists else {
      throw StageFailure(
        .badConfiguration,
        "found no workspace in '\(workspace.root)'; correct --workspace, or make one with "
          + "'leadmill import' or 'leadmill run'")
    }
    return (workspace, try Database(path: workspace.databasePath, mode: .readOnly))
  }
}
