import Foundation
import LeadmillTestSupport
import Testing

@Suite("Files stay readable")
struct DocumentationTests {
  @Test("No source file is longer than 400 lines, no test longer than 600")
  func length() {
    for file in SourceTree.swift {
      let limit = file.path.hasPrefix("Tests/") ? 600 : 400
      #expect(file.lines.count <= limit, "\(file) has \(file.lines.count) lines, limit \(limit)")
    }
  }

  @Test("Every module of a library says what it is for", arguments: SourceTree.modules)
  func readme(module: String) throws {
    if module == "leadmill" || module.hasPrefix("leadmill-") { return }
    let file = try #require(
      SourceTree.read("Sources/\(module)/README.md"), "Sources/\(module)/README.md is missing")
    #expect(file.lines.first == "# \(module)")
    let words = file.lines.dropFirst().joined(separator: " ").split(separator: " ").count
    #expect(words >= 20, "\(file) says next to nothing")
    #expect(
      file.lines.contains { $0.lowercased().contains("import") }, "\(file): what may it import?")
  }

  @Test("Every test suite's name is a claim or a subject, not an identifier")
  func suitesHaveNames() {
    for file in SourceTree.tests {
      for line in file.codeLines where line.text.contains("@Test") {
        let raw = file.lines[line.number - 1]
        let follows = line.number < file.lines.count ? file.lines[line.number] : ""
        #expect(
          raw.contains("\"") || raw.contains("`") || follows.contains("\"")
            || follows.contains("`"),
          "\(file):\(line.number) a test without a sentence")
      }
    }
  }
}

@Suite("Findings and queries are documented once")
struct CatalogueTests {
  @Test("A finding code stands for one thing: it is written down in one place")
  func uniqueCodes() {
    var places: [String: [String]] = [:]
    for file in SourceTree.sources {
      for (index, line) in file.lines.enumerated() {
        for code in line.findingCodes { places[code, default: []].append("\(file):\(index + 1)") }
      }
    }
    #expect(!places.isEmpty)
    for (code, lines) in places.sorted(by: { $0.key < $1.key }) {
      let files = Set(lines.map { $0.split(separator: ":")[0] })
      #expect(files.count == 1, "\(code) is written in \(lines.joined(separator: ", "))")
    }
  }

  @Test("The first letters of a finding code say its stage")
  func codePrefixes() {
    var modules: [String: Set<String>] = [:]
    for file in SourceTree.sources {
      for line in file.lines {
        for code in line.findingCodes {
          modules[String(code.prefix(3)), default: []].insert(file.module)
        }
      }
    }
    for (prefix, owners) in modules.sorted(by: { $0.key < $1.key }) {
      #expect(owners.count == 1, "\(prefix) codes are declared in \(owners.sorted())")
    }
  }

  @Test("Something uses every named query, and a long one says what it is for")
  func queries() {
    let swift = Set(
      (SourceTree.sources + SourceTree.tests).flatMap { $0.lines.flatMap(\.quotedWords) })
    // "validate-\(table)-insert": begins and ends in the source, the middle is a table.
    let composed = swift.filter { $0.contains("\\(") && $0.contains("-") }.compactMap { word in
      word.firstIndex(of: "\\").map { start in
        (prefix: word[..<start], suffix: word.split(separator: ")").last ?? "")
      }
    }.filter { $0.prefix.hasSuffix("-") && $0.suffix.hasPrefix("-") }
    let families = swift.filter { $0.hasSuffix("-") && $0.split(separator: "-").count == 2 }
    for file in SourceTree.files(under: ["Sources/CEmbeddedSQL/queries"], suffix: ".sql") {
      for (index, line) in file.lines.enumerated() where line.hasPrefix("-- name: ") {
        let name = String(line.dropFirst("-- name: ".count))
        // Queries of one kind, one a table, are found by the beginning of their names.
        let isUsed =
          swift.contains(name) || families.contains { name.hasPrefix($0) }
          || composed.contains { name.hasPrefix($0.prefix) && name.hasSuffix($0.suffix) }
        #expect(isUsed, "\(file):\(index + 1) nothing uses '\(name)'")
        let statement = file.lines[(index + 1)...]
          .prefix { !$0.hasPrefix("-- name: ") && !$0.isEmpty }
        // A short query, or writing one row, needs no more than a good name.
        let writes = ["INSERT", "UPDATE"].contains { statement.first?.hasPrefix($0) == true }
        let isClear = statement.count <= 4 || writes || statement.contains { $0.contains("-- ") }
        #expect(isClear, "\(file):\(index + 1) '\(name)' has no comment on its intent")
      }
    }
  }
}

extension String {
  /// Codes such as VAL012 in quotes.
  var findingCodes: [String] {
    quotedWords.filter { word in
      word.count == 6 && word.prefix(3).allSatisfy { $0.isASCII && $0.isUppercase }
        && word.suffix(3).allSatisfy { $0.isASCII && $0.isNumber }
    }
  }

  /// What stands between quotation marks, for lines without escapes in their strings.
  var quotedWords: [String] {
    let parts = components(separatedBy: "\"")
    return stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
  }
}
