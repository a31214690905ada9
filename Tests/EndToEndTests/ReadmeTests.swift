import Foundation
import LeadmillTestSupport
import Testing

@Suite("The README is true")
struct ReadmeTests {
  private static func text() throws -> String {
    try String(contentsOfFile: "\(RepositoryPaths.root)/README.md", encoding: .utf8)
  }

  @Test("Every command of its shell examples runs, in their order")
  func commands() throws {
    let workspace = try TestWorkspace()
    for name in ["sample-data", "pipelines", "reports"] {
      try FileManager.default.createSymbolicLink(
        atPath: workspace.path(name), withDestinationPath: "\(RepositoryPaths.root)/\(name)")
    }
    let blocks = try Self.text().components(separatedBy: "```sh\n").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
    let commands = blocks.flatMap { $0.split(separator: "\n") }
      .filter { $0.hasPrefix("leadmill") }.map(String.init)
    #expect(commands.count >= 6)
    for command in commands {
      let result = try runProgram(
        "/bin/bash", ["-c", command],
        environment: ["PATH": "\(RepositoryPaths.programs):/usr/bin:/bin"],
        workingDirectory: workspace.folder)
      #expect([0, 10].contains(result.status), "\(result)")
    }
  }

  @Test("Files and folders that it names are there")
  func paths() throws {
    let text = try Self.text()
    let quoted = text.components(separatedBy: "`").enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element)
    let roots = ["pipelines", "sample-data", "reports", "Tests", "Sources"]
    let paths = quoted.filter { name in
      roots.contains { name == $0 || name.hasPrefix("\($0)/") } && !name.contains(" ")
    }
    #expect(paths.count >= 8)
    for path in paths {
      #expect(FileManager.default.fileExists(atPath: "\(RepositoryPaths.root)/\(path)"), "\(path)")
    }
  }

  @Test("Its table of exit codes is the one that the programs print")
  func exitCodes() throws {
    let help = try runProgram("leadmill-score", ["--help"]).output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for line in try Self.text().split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 2, Int(cells[0]) != nil else { continue }
      let meaning = cells[1].components(separatedBy: ", with file")[0]
      #expect(help.contains("\(cells[0]) \(meaning)"), "\(line) in\n\(help)")
    }
  }
}
