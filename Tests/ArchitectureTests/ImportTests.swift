import LeadmillTestSupport
import Testing

@Suite("Imports follow the design's arrows")
struct ImportTests {
  @Test("Each module imports only what the table allows", arguments: SourceTree.modules)
  func imports(module: String) throws {
    let allowed = try #require(
      AllowedImports.of(module), "\(module) is not in the table of allowed imports")
    for file in SourceTree.sources where file.module == module {
      for (number, imported) in file.imports where !allowed.contains(imported) {
        Issue.record("\(file):\(number) imports \(imported), which \(module) may not")
      }
    }
  }

  @Test("The table names no module that is not there")
  func noGhosts() {
    let known = Set(SourceTree.modules)
    for module in AllowedImports.table.keys.sorted() {
      #expect(known.contains(module), "\(module) has no folder in Sources")
    }
  }

  @Test("Imports say how far they reach: package where the interface needs it, else internal")
  func explicitReach() {
    for file in SourceTree.sources {
      for line in file.codeLines where line.text.contains("import ") {
        let words = line.text.split(separator: " ")
        #expect(
          !words.contains("public") && !words.contains("@_exported"),
          "\(file):\(line.number) \(line.text)")
      }
    }
  }

  @Test("An entry point is about twenty lines over a library")
  func entryPoints() {
    for file in SourceTree.sources
    where file.module == "leadmill" || file.module.hasPrefix("leadmill-") {
      #expect(file.name == "Entrypoint.swift", "\(file): put it into a library")
      #expect(file.lines.count <= 25, "\(file) has \(file.lines.count) lines")
    }
  }
}

extension SourceFile {
  /// The modules that the file imports, with line numbers.
  var imports: [(number: Int, module: String)] {
    codeLines.compactMap { line in
      let words = line.text.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), words.count > keyword + 1,
        words[..<keyword].allSatisfy({
          ["package", "internal", "private", "fileprivate", "@preconcurrency", "@testable"]
            .contains($0)
        })
      else { return nil }
      return (line.number, String(words[keyword + 1].split(separator: ".")[0]))
    }
  }
}
