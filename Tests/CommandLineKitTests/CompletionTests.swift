import Foundation
import Testing

@testable import CommandLineKit

struct CompletionTests {
  /// Runs a bash script and returns what it printed.
  private func bash(_ script: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["--norc", "-c", script]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }

  @Test(
    "bash offers commands, options and choices by what was typed before",
    arguments: [
      ("leadmill ''", "run status tool help"),
      ("leadmill st", "status"),
      ("leadmill tool ''", "clean help"),
      ("leadmill tool clean --h", "--hard --help"),
      ("leadmill run --as", "--as-of"),
      ("leadmill --json run --as-of ''", ""),
    ])
  func bashCompletes(words: String, expected: String) throws {
    let script = """
      \(Fixture.driver.completions(for: .bash))
      COMP_WORDS=(\(words)); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); COMPREPLY=()
      _leadmill; echo "${COMPREPLY[*]}"
      """
    #expect(try bash(script) == expected + "\n")
  }

  @Test("bash offers the choices of an option, joined by = or not")
  func bashChoices() throws {
    let setUp = "\(Fixture.stage.completions(for: .bash))\nCOMPREPLY=();"
    let call = "COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _leadmill_demo; echo \"${COMPREPLY[*]}\""
    #expect(
      try bash("\(setUp) COMP_WORDS=(leadmill-demo --log ''); \(call)") == "text json\n")
    #expect(
      try bash("\(setUp) COMP_WORDS=(leadmill-demo --log '=' j); \(call)") == "json\n")
  }

  @Test("zsh gets every option once, with its choices, and quotes what zsh would read")
  func zsh() {
    let stage = Fixture.stage.completions(for: .zsh)
    #expect(stage.hasPrefix("#compdef leadmill-demo\n"))
    #expect(stage.contains("'--log=[form of log lines]:FORM:(text json)'"))
    #expect(stage.contains("'*--input=[a file]:FILE:_files'"))
    #expect(stage.contains("'(-w --workspace)-w+[folder of the store]:DIR:_files -/'"))
    let driver = Fixture.driver.completions(for: .zsh)
    #expect(driver.contains("'clean:clean it'\\''s \\[own\\] place'"))
    #expect(driver.contains("tool) _leadmill_tool ;;"))
  }
}
