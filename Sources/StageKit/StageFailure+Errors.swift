internal import CommandLineKit
internal import Definitions
internal import Bytes
internal import Store

extension StageFailure {
  /// The one place where an error becomes an exit code and a message.
  package init(_ error: any Error) {
    switch error {
    case let failure as StageFailure: self = failure
    case let usage as UsageError: self.init(.badConfiguration, usage.description)
    case let definition as DefinitionError:
      self.init(.badConfiguration, definition.description)
    case let database as DatabaseError: self.init(database)
    case let file as UnreadableFileError:
      self.init(
        .unusableInput, "cannot read '\(file.path)': \(file.reason); check the path and its rights")
    default: self.init(.internalFault, "\(error)")
    }
  }

  private init(_ error: DatabaseError) {
    switch error.reason {
    case .full:
      self.init(
        .internalFault,
        "no space left for the database (\(error.action)); nothing of the last step was kept, "
          + "free some space and run again")
    case .readOnly:
      self.init(
        .internalFault,
        "the workspace cannot be written: \(error.message); "
          + "check the rights of the folder and whether its disk is mounted read-only")
    case .unreadable:
      self.init(
        .internalFault,
        "the database could not be read or written: \(error.message) (\(error.action)); "
          + "check the disk and its free space, then run again")
    case .busy:
      self.init(
        .workspaceBusy, "another program holds the database: \(error.message); try again later")
    case .notADatabase:
      self.init(.badConfiguration, "no Leadmill workspace: \(error.message)")
    case .newerSchema: self.init(.badConfiguration, error.message)
    case .corrupt:
      self.init(
        .internalFault,
        "the database is damaged: \(error.message); restore it from a backup, "
          + "'leadmill doctor' says how far the damage goes")
    case .constraint, .other: self.init(.internalFault, error.description)
    }
  }
}
