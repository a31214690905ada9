import CommandLineKit
import Definitions
import Glibc
import StageKit

/// The folder with the report definitions.
struct ReportFolder {
  static let option = OptionDeclaration(
    "reports", value: "DIR",
    summary: "the folder with the report definitions; default: $LEADMILL_REPORTS, else 'reports' "
      + "beside the folder with the pipeline definitions, else here")

  let path: String

  init(_ context: StageContext) {
    if let given = context.arguments.value(Self.option.name) {
      path = given
    } else if let variable = getenv("LEADMILL_REPORTS") {
      path = String(cString: variable)
    } else {
      let beside = context.configuration.path + "/../reports"
      path = Folder.isFolder(beside) ? beside : "reports"
    }
  }

  /// The definitions asked for by name, or all of the folder, by name.
  ///
  /// - Throws: `DefinitionError` for a mistake in one, `StageFailure` for a name without a file.
  func reports(named names: [String]) throws -> [(definition: ReportDefinition, file: String)] {
    // A folder is listed by ConfigurationFolder like any other of definitions.
    let known = ConfigurationFolder(path: path).files(in: ".").map {
      String($0.dropFirst(2).dropLast(".yaml".count))
    }
    guard !known.isEmpty else {
      throw StageFailure(
        .badConfiguration,
        "found no report definitions in '\(path)', expected files such as 'data-quality.yaml'; "
          + "name the folder by --reports")
    }
    let wanted = names.isEmpty ? known : names
    return try wanted.map { name in
      guard known.contains(name) else {
        throw StageFailure(
          .badConfiguration,
          "found no report '\(name)' in '\(path)', expected one of \(known.joined(separator: ", "))"
        )
      }
      let file = "\(path)/\(name).yaml"
      return (try ReportDefinition(DefinitionNode.load(path: file), name: name), file)
    }
  }
}
