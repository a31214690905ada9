package import CommandLineKit
internal import Glibc
package import LeadModel

/// The options of the stage contract as values; the driver reads them the same way.
package enum CommonArguments {
  package static func workspace(_ arguments: ParsedArguments) -> Workspace {
    let root = arguments.value(StageOptions.workspace.name) ?? "."
    return Workspace(root: root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root)
  }

  package static func configuration(_ arguments: ParsedArguments) -> ConfigurationFolder {
    ConfigurationFolder(
      path: arguments.value(StageOptions.config.name) ?? ConfigurationFolder.defaultPath)
  }

  /// The as-of date, or the present when none is given.
  ///
  /// - Throws: `UsageError` for anything but RFC 3339.
  package static func asOf(_ arguments: ParsedArguments) throws(UsageError) -> Timestamp {
    guard let text = arguments.value(StageOptions.asOf.name) else { return Clock.now() }
    guard let time = Timestamp(iso: text) else {
      throw UsageError(
        "option '--as-of': '\(text)' is no date; "
          + "write it as 2026-11-02 or 2026-11-02T06:00:00Z")
    }
    return time
  }

  /// Threads to work with: as asked, else one for each processor.
  package static func workers(_ arguments: ParsedArguments) throws(UsageError) -> Int {
    if let given = try arguments.integer(StageOptions.workers.name, in: 1...256) { return given }
    return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }
}
