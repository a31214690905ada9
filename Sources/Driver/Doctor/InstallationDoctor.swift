import Definitions
import Glibc
import StageKit
import Store
import ValidateStage

/// Examines what does not depend on a workspace: programs, libraries, definition files.
enum InstallationDoctor {
  static func examine(_ configuration: ConfigurationFolder) -> [Examination] {
    [programs(), versions()] + definitions(configuration)
  }

  private static func programs() -> Examination {
    let subject = "stage programs"
    guard let programs = try? StagePrograms() else {
      return .fail(subject, "cannot tell where this program is", "mount /proc")
    }
    let missing = Stages.all.map(\.name).filter { !programs.isPresent($0) }
    guard missing.isEmpty else {
      return .fail(
        subject, "missing in '\(programs.folder)': \(missing.joined(separator: ", "))",
        "build or install all of Leadmill into one folder")
    }
    return .ok(subject, "\(Stages.all.count) in '\(programs.folder)'")
  }

  private static func versions() -> Examination {
    .ok(
      "versions",
      "leadmill \(Version.text), schema \(Database.schemaVersion), "
        + "SQLite \(Database.libraryVersion), numbering plans \(RecordCheck.numberingPlansVersion)")
  }

  /// Reads every definition file; pipelines are checked against the stages' options too.
  private static func definitions(_ configuration: ConfigurationFolder) -> [Examination] {
    let subject = "definitions"
    guard Folder.isFolder(configuration.path) else {
      return [
        .fail(
          subject, "found no folder '\(configuration.path)'",
          "name the folder of definitions by --config or LEADMILL_CONFIG")
      ]
    }
    var examinations: [Examination] = []
    var count = 0
    for path in DefinitionFiles.all(in: configuration.path) {
      count += 1
      do {
        let root = try DefinitionNode.load(path: path)
        if root["stages"] != nil {
          _ = try PipelineDefinition(root: root, stages: Stages.all)
        }
      } catch {
        examinations.append(.fail(subject, "\(error)", "correct the file"))
      }
    }
    if examinations.isEmpty {
      examinations.append(.ok(subject, "\(count) files in '\(configuration.path)' can be read"))
    }
    return examinations
  }
}

/// The definition files below a folder.
enum DefinitionFiles {
  /// Folders within folders that are followed: `pipelines/sequences/templates` and one to spare.
  private static let depthLimit = 4

  static func all(in folder: String) -> [String] {
    files(in: folder, depth: 0)
  }

  private static func files(in folder: String, depth: Int) -> [String] {
    guard depth < depthLimit else { return [] }
    let entries = FilePaths.files(in: folder, suffix: "")
    return entries.flatMap { path in
      if Folder.isFolder(path) { return files(in: path, depth: depth + 1) }
      return path.hasSuffix(".yaml") || path.hasSuffix(".yml") ? [path] : []
    }
  }
}
