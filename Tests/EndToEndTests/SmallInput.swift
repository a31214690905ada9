import Foundation
import LeadmillTestSupport

/// The first rows of every file of the sample data: every kind and format, quickly done.
enum SmallInput {
  /// Copies the first rows of each CSV file, and the XLSX file, into a folder of the workspace and
  /// says where it is.
  static func write(to workspace: TestWorkspace, rows: Int = 60) throws -> String {
    for name in try files() {
      let path = "\(RepositoryPaths.sampleData)/\(name)"
      guard let data = FileManager.default.contents(atPath: path) else {
        throw TestSupportError("cannot read \(path)")
      }
      let isWhole = name.hasSuffix(".xlsx")
      let bytes = isWhole ? Array(data) : firstRows(rows + 1, of: data, name: name)
      try workspace.write("input/\(name)", bytes: bytes)
    }
    return workspace.path("input")
  }

  static func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: RepositoryPaths.sampleData)
      .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".xlsx") }.sorted()
  }

  /// Whole rows: a line break inside quotes does not end one.
  private static func firstRows(_ count: Int, of data: Data, name: String) -> [UInt8] {
    let width = name == "leads-partner.csv" ? 2 : 1
    var rows = 0
    var isQuoted = false
    var index = 0
    while index + width <= data.count {
      let unit = data[index]
      let isASCII = width == 1 || data[index + 1] == 0
      index += width
      if isASCII && unit == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isASCII && unit == UInt8(ascii: "\n") && !isQuoted { rows += 1 }
      if rows == count { break }
    }
    return Array(data.prefix(index))
  }
}

/// The stages of the nightly pipeline in their order.
let nightlyStages = [
  "ingest", "validate", "dedupe", "enrich", "score", "send", "escalate", "govern", "report",
]

extension TestWorkspace {
  /// Runs the nightly pipeline on an input folder.
  func runNightly(
    input: String, asOf: String = TestWorkspace.asOf, options: [String] = []
  ) throws -> ProgramResult {
    try runDriver(
      [
        "run", "\(RepositoryPaths.pipelines)/nightly.yaml", "--as-of", asOf, "--input", input,
        "--progress", "none",
      ] + options)
  }

  /// The digest of the workspace's content.
  func digest() throws -> String {
    let result = try runDriver(["digest"])
    guard result.status == 0, result.output.count == 65 else { throw TestSupportError("\(result)") }
    return String(result.output.dropLast())
  }

  /// The digest table by table.
  func digestTables() throws -> [String] {
    try runDriver(["digest", "--tables"]).output.split(separator: "\n").map(String.init)
  }

  /// The lines of the digest table by table that differ from an earlier one; empty when equal.
  func digestDifferences(from earlier: [String]) throws -> [String] {
    let now = try digestTables()
    guard now != earlier else { return [] }
    return earlier.filter { !now.contains($0) }.map { "was " + $0 }
      + now.filter { !earlier.contains($0) }.map { "is  " + $0 }
  }

  /// What the program left in its output folder: path and content of every file.
  func outputFiles() throws -> [String: Data] {
    var files: [String: Data] = [:]
    let names = FileManager.default.enumerator(atPath: outputFolder)
    for case let name as String in names ?? .init() {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: "\(outputFolder)/\(name)", isDirectory: &isFolder)
      if isFolder.boolValue { continue }
      files[name] = FileManager.default.contents(atPath: "\(outputFolder)/\(name)")
    }
    return files
  }

  /// A copy of this workspace as it stands, in a folder of its own.
  func copy() throws -> TestWorkspace {
    let other = try TestWorkspace()
    if FileManager.default.fileExists(atPath: root) {
      try FileManager.default.copyItem(atPath: root, toPath: other.root)
    }
    return other
  }
}

/// Where two sets of output files differ, as names; empty when they do not.
func differences(_ left: [String: Data], _ right: [String: Data]) -> [String] {
  Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
}
