import Foundation
import LeadmillTestSupport

/// One file of the repository, as its lines.
struct SourceFile: Sendable, CustomStringConvertible {
  /// Path from the root of the repository.
  let path: String
  let lines: [String]

  var description: String { path }
  /// The folder below `Sources` or `Tests`.
  var module: String { String(path.split(separator: "/").dropFirst().first ?? "") }
  var name: String { String(path.split(separator: "/").last ?? "") }

  /// The lines that are code, with their numbers: no comments, no text of multi-line strings.
  var codeLines: [(number: Int, text: String)] {
    var code: [(number: Int, text: String)] = []
    var isInString = false
    for (index, line) in lines.enumerated() {
      let delimiters = line.components(separatedBy: "\"\"\"").count - 1
      if !isInString { code.append((index + 1, Self.withoutComment(line))) }
      if delimiters % 2 == 1 { isInString.toggle() }
    }
    return code
  }

  /// The line without its string literals and without what follows `//`.
  private static func withoutComment(_ line: String) -> String {
    var result = ""
    var isInString = false
    var previous: Character = " "
    for character in line {
      if character == "\"" && previous != "\\" {
        isInString.toggle()
      } else if !isInString {
        if character == "/" && previous == "/" { return String(result.dropLast()) }
        result.append(character)
      }
      previous = character == "\\" && previous == "\\" ? " " : character
    }
    return result
  }
}

/// The files of the repository that rules are about.
enum SourceTree {
  static let swift: [SourceFile] = files(under: ["Sources", "Tests"], suffix: ".swift")
  static let sources: [SourceFile] = swift.filter { $0.path.hasPrefix("Sources/") }
  static let tests: [SourceFile] = swift.filter { $0.path.hasPrefix("Tests/") }
  /// Modules written in Swift: those with a Swift file.
  static let modules: [String] = Array(Set(sources.map(\.module))).sorted()

  /// Files with a suffix, sorted by path.
  static func files(under folders: [String], suffix: String) -> [SourceFile] {
    folders.flatMap { folder -> [SourceFile] in
      let names = FileManager.default.enumerator(atPath: "\(RepositoryPaths.root)/\(folder)")
      var found: [SourceFile] = []
      for case let name as String in names ?? .init() where name.hasSuffix(suffix) {
        if let file = read("\(folder)/\(name)") { found.append(file) }
      }
      return found
    }.sorted { $0.path < $1.path }
  }

  static func read(_ path: String) -> SourceFile? {
    guard let data = FileManager.default.contents(atPath: "\(RepositoryPaths.root)/\(path)") else {
      return nil
    }
    let text = String(decoding: data, as: UTF8.self)
    return SourceFile(path: path, lines: text.components(separatedBy: "\n"))
  }
}
