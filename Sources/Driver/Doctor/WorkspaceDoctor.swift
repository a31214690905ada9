import Glibc
import StageKit
import Store

/// Examines one workspace, without changing anything in it.
enum WorkspaceDoctor {
  /// Free space under which a warning is given: room for a first load of a million leads.
  private static let freeBytesWanted: UInt64 = 2 << 30

  static func examine(_ workspace: Workspace, isThorough: Bool) -> [Examination] {
    guard workspace.exists else {
      return [
        .fail(
          "workspace", "found none in '\(workspace.root)'",
          "correct --workspace, or make one with 'leadmill import' or 'leadmill run'")
      ]
    }
    var examinations = [writable(workspace), freeSpace(workspace), lock(workspace)]
    let database: Database
    do {
      database = try Database(path: workspace.databasePath, mode: .readOnly)
    } catch {
      let failure = StageFailure(error)
      return examinations + [
        .fail("database", failure.message, "nothing else can be examined before that is cured")
      ]
    }
    examinations.append(.ok("schema", "version \(Database.schemaVersion)"))
    let checks: [(String, (Database) throws -> Examination)] = [
      ("integrity", { try integrity($0, isThorough: isThorough) }), ("references", references),
      ("row counts", footing), ("runs", { try runs($0, workspace) }),
      ("source files", { try loading($0, workspace) }), ("messages", messages),
      ("registries", registries),
    ]
    for (subject, check) in checks {
      do {
        examinations.append(try check(database))
      } catch {
        examinations.append(
          .fail(subject, StageFailure(error).message, "restore the workspace from a backup"))
      }
    }
    return examinations
  }

  // MARK: The folder

  private static func writable(_ workspace: Workspace) -> Examination {
    let subject = "write access"
    let blocked = [workspace.root, workspace.databasePath, workspace.runsFolder]
      .filter { FilePaths.exists($0) && access($0, W_OK) != 0 }
    guard blocked.isEmpty else {
      return .fail(
        subject, "'\(blocked[0])' cannot be written: \(errorText(errno))",
        "check its rights and whether its disk is mounted read-only")
    }
    return .ok(subject, "'\(workspace.root)' can be written")
  }

  private static func freeSpace(_ workspace: Workspace) -> Examination {
    let subject = "free space"
    var status = statvfs()
    guard statvfs(workspace.root, &status) == 0 else {
      return .warn(subject, "unknown: \(errorText(errno))", "check the disk")
    }
    let free = UInt64(status.f_bavail) * UInt64(status.f_frsize)
    let text = "\(free >> 20) MiB"
    guard free >= freeBytesWanted else {
      return .warn(
        subject, text, "keep at least \(freeBytesWanted >> 20) MiB free for large imports")
    }
    return .ok(subject, text)
  }

  private static func lock(_ workspace: Workspace) -> Examination {
    guard let holder = WorkspaceLock.holder(of: workspace) else { return .ok("lock", "free") }
    return .warn("lock", "held by \(holder)", "what is found below may be half done; wait for it")
  }

  // MARK: The database

  private static func integrity(_ database: Database, isThorough: Bool) throws -> Examination {
    let query = isThorough ? "driver-doctor-integrity" : "driver-doctor-quick"
    var messages: [String] = []
    try database.query(query).rows { messages.append($0.text(0)) }
    guard messages == ["ok"] else {
      return .fail(
        "integrity", messages.first ?? "no answer", "restore the workspace from a backup")
    }
    return .ok("integrity", isThorough ? "all pages and indexes agree" : "all pages can be read")
  }

  private static func references(_ database: Database) throws -> Examination {
    var broken: [String] = []
    try database.query("driver-doctor-foreign-keys").rows {
      broken.append("\($0.text(0)) (\($0.int(1)))")
    }
    guard broken.isEmpty else {
      return .fail(
        "references", "rows without what they refer to: \(broken.joined(separator: ", "))",
        "restore the workspace from a backup")
    }
    return .ok("references", "all rows have what they refer to")
  }

  private static func footing(_ database: Database) throws -> Examination {
    var wrong: [String] = []
    try database.query("driver-doctor-footing").rows {
      wrong.append("\($0.text(1)) of \($0.text(0))")
    }
    guard wrong.isEmpty else {
      return .fail(
        "row counts", "rows were not conserved in \(wrong.joined(separator: ", "))",
        "report it with runs/ID/run.json: it is a fault of the program")
    }
    return .ok("row counts", "every stage run foots")
  }

  private static func runs(_ database: Database, _ workspace: Workspace) throws -> Examination {
    var unfinished: [String] = []
    try database.query("driver-doctor-unfinished").rows { unfinished.append($0.text(0)) }
    guard let first = unfinished.first, WorkspaceLock.holder(of: workspace) == nil else {
      return .ok("runs", "none was cut off unnoticed")
    }
    return .warn("runs", "\(first) was cut off", "continue it with 'leadmill run --resume'")
  }

  private static func loading(_ database: Database, _ workspace: Workspace) throws -> Examination {
    var names: [String] = []
    try database.query("driver-doctor-loading").rows { names.append("'\($0.text(0))'") }
    guard !names.isEmpty, WorkspaceLock.holder(of: workspace) == nil else {
      return .ok("source files", "none is half loaded")
    }
    return .warn(
      "source files", "half loaded: \(names.joined(separator: ", "))",
      "import them again, what is there already will not be loaded twice")
  }

  private static func messages(_ database: Database) throws -> Examination {
    let count = try database.query("driver-doctor-doubt").first { $0.int(0) } ?? 0
    guard count > 0 else { return .ok("messages", "none is in doubt") }
    return .warn(
      "messages", "\(count) perhaps sent when a send was cut off",
      "look into the mail server's log; they are not sent again")
  }

  private static func registries(_ database: Database) throws -> Examination {
    let waits = try RegistryWait.all(database)
    guard !waits.isEmpty else { return .ok("registries", "no message waits for one") }
    return .warn(
      "registries",
      waits.map { "\($0.reason), \($0.messages) due messages wait for it" }.joined(separator: "; "),
      "import the list of those who refuse, with its date in its name: "
        + "do-not-contact-2026-11-23.csv, with the columns email, phone and registry; how old one may "
        + "be is for 'registries' in send.yaml to say")
  }
}
