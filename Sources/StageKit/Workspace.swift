internal import Glibc

/// The folder that holds everything about one base of leads.
package struct Workspace: Sendable {
  /// The folder, as it was given.
  package let root: String

  package init(root: String) {
    self.root = root
  }

  package var databasePath: String { "\(root)/leadmill.db" }
  /// Where files that wait to be ingested are put.
  package var inboxFolder: String { "\(root)/inbox" }
  /// What leaves the program: workbooks and everything below.
  package var outputFolder: String { "\(root)/output" }
  package var rejectsFolder: String { "\(outputFolder)/rejects" }
  package var maildirFolder: String { "\(outputFolder)/maildir" }
  /// One folder a run, with the facts of it.
  package var runsFolder: String { "\(root)/runs" }
  package var lockPath: String { "\(root)/.lock" }

  /// Whether a database is there.
  package var exists: Bool { access(databasePath, F_OK) == 0 }

  /// Makes the folders that are missing.
  ///
  /// - Throws: `StageFailure` naming the folder and the reason.
  package func create() throws(StageFailure) {
    for folder in [root, inboxFolder, outputFolder, runsFolder] {
      try Folder.create(folder)
    }
  }
}

/// Folders of the file system.
package enum Folder {
  /// Makes a folder and the ones above it, as `mkdir -p` does.
  ///
  /// - Throws: `StageFailure` naming the folder and the reason.
  package static func create(_ path: String) throws(StageFailure) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += (prefix.isEmpty || prefix == "/" ? "" : "/") + part
      if mkdir(prefix, 0o777) == 0 || errno == EEXIST { continue }
      // A parent may be there without the right to make anything in it.
      let code = errno
      if isFolder(prefix) { continue }
      throw StageFailure(
        .internalFault,
        "cannot make the folder '\(prefix)': \(String(cString: strerror(code))); "
          + "check the rights and the free space, or choose another workspace")
    }
    guard isFolder(path) else {
      throw StageFailure(
        .badConfiguration, "'\(path)' is no folder; choose another workspace or remove the file")
    }
  }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
