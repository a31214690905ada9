import CommandLineKit
import Glibc
import StageKit

/// The stages' executables, which stand beside the driver's own.
struct StagePrograms {
  /// The folder of the running executable.
  let folder: String

  /// - Throws: `StageFailure` when the system does not say where this program is.
  init() throws {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else {
      throw StageFailure(
        .internalFault, "cannot read /proc/self/exe: \(errorText(errno)); mount /proc")
    }
    let path = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  func path(of stage: String) -> String { "\(folder)/leadmill-\(stage)" }

  func isPresent(_ stage: String) -> Bool { access(path(of: stage), X_OK) == 0 }

  /// Refuses to begin a run that could not end for want of a program.
  ///
  /// - Throws: `StageFailure` naming the missing executable.
  func require(_ stages: [String]) throws(StageFailure) {
    for stage in stages where !isPresent(stage) {
      throw StageFailure(
        .internalFault,
        "found no program 'leadmill-\(stage)' in '\(folder)'; build or install all of Leadmill "
          + "into one folder")
    }
  }
}
