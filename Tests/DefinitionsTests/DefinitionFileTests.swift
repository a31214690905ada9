import Foundation
import Testing

@testable import Definitions

@Suite struct DefinitionFileTests {
  private static let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)

  @Test(
    "YAML that could mislead or harm is refused where it stands",
    arguments: [
      ("", "1:1: found an empty file, expected keys with values"),
      ("# only a comment\n", "2:1: found an empty file, expected keys with values"),
      ("~", "1:1: found an empty file, expected keys with values"),
      ("a: 1\nb: 2\na: 3", "3:1: found key 'a' again, first on line 1; keep one of them"),
      ("a: &x 1", "1:4: found anchor '&x', expected a value; remove the anchor"),
      ("b: [*x]", "1:5: found alias '*x', expected a value; write the value out"),
      (
        "a: !!int 1",
        "1:4: found tag 'tag:yaml.org,2002:int', expected a value without one; "
          + "remove the tag"
      ),
      ("a: 1\n---\nb: 2", "2:1: found a second document, expected one; remove the '---' line"),
      ("[1, 2]: x", "1:1: found a list or mapping as a key, expected a text"),
      (
        "a: \(deep)",
        "1:36: found more than 32 levels of nesting; flatten the definition"
      ),
      (
        "a:\n\tb: 1",
        "2:1: found text that is not YAML: found character that cannot start any token "
          + "while scanning for the next token; indent with spaces, tabs cannot"
      ),
      (
        "a: [1, 2",
        "2:1: found text that is not YAML: did not find expected ',' or ']' "
          + "while parsing a flow sequence that begins on line 1"
      ),
      (
        "a: 1\n b: 2",
        "2:3: found text that is not YAML: mapping values are not allowed in this context"
      ),
    ])
  func refused(text: String, expected: String) {
    #expect(failure(text) == "pipelines/x.yaml:" + expected)
  }

  @Test("bytes that are not UTF-8 are refused with their place")
  func encoding() {
    let bytes = Array("a: 1\nb: ".utf8) + [0xE9, 0x0A]
    #expect(throws: DefinitionError.self) {
      _ = try DefinitionNode.parse(bytes: bytes, file: "x.yaml")
    }
    do {
      _ = try DefinitionNode.parse(bytes: bytes, file: "x.yaml")
    } catch {
      #expect(error.line == 2)
      #expect(error.column == 4)
    }
  }

  @Test("a file beyond the limits is refused without being read to its end")
  func limits() {
    let many = "a: [" + String(repeating: "1,", count: 250_000) + "1]"
    #expect(failure(many).hasSuffix("found more than 200000 values; split the file"))
    let long = "a: '" + String(repeating: "x", count: 5 << 20) + "'"
    #expect(failure(long).hasSuffix("expected a definition file of at most that; split it"))
  }

  @Test("hostile nesting ends quickly at the nesting limit")
  func nesting() {
    let flow = String(repeating: "[", count: 1_000_000)
    #expect(failure(flow).contains("levels of nesting"))
    let block = String(repeating: "- ", count: 100_000) + "x"
    #expect(failure(block).contains("levels of nesting"))
  }

  @Test("a missing file, a folder and a readable file are told apart")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "definitions-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("a.yaml").path
    #expect(
      throws: DefinitionError(
        file: path,
        message: "found no such file, expected a definition file; create it or correct the path")
    ) { _ = try DefinitionNode.load(path: path) }
    #expect(
      throws: DefinitionError(
        file: folder.path,
        message: "found a folder, expected a definition file; give the path of a file")
    ) { _ = try DefinitionNode.load(path: folder.path) }
    try Data("a: 1\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try DefinitionNode.load(path: path).int("a") == 1)
  }

  private func failure(_ text: String) -> String {
    do {
      _ = try DefinitionNode.parse(text, file: "pipelines/x.yaml")
      return "no error"
    } catch { return "\(error)" }
  }
}
