/// How a program ended, and what it said.
package struct ProgramResult: Sendable, CustomStringConvertible {
  package let command: [String]
  /// The exit code; 128 plus the signal when a signal ended it.
  package let status: Int32
  package let output: String
  package let errors: String
  package let milliseconds: Int
  /// The most memory that the program (not its children) held, in KiB.
  package let peakKiB: Int

  /// Whether `SIGKILL` ended it.
  package var wasKilled: Bool { status == 128 + 9 }

  package var description: String {
    """
    $ \(command.joined(separator: " "))
    status \(status) after \(milliseconds) ms
    --- standard output
    \(Self.excerpt(output))
    --- standard error
    \(Self.excerpt(errors))
    """
  }

  /// Both ends of a long text: the beginning says what was done, the end what went wrong.
  private static func excerpt(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 80 else { return text }
    return (lines.prefix(30) + ["... \(lines.count - 70) lines ..."] + lines.suffix(40))
      .joined(separator: "\n")
  }
}
