extension CommandDeclaration {
  /// The help text of this command.
  ///
  /// - Parameters:
  ///   - width: columns, held within 80 and 100.
  ///   - parents: the commands that this one is a subcommand of, outermost first.
  /// - Returns: lines ended by line feeds.
  package func help(width: Int = 80, parents: [CommandDeclaration] = []) -> String {
    HelpFormatter(command: self, parents: parents, width: min(100, max(80, width))).text
  }

  /// The help text of a subcommand, or of this command for an empty or unknown path.
  package func help(width: Int = 80, path: [String]) -> String {
    guard let commands = commands(along: path), let last = commands.last else {
      return help(width: width)
    }
    return last.help(width: width, parents: Array(commands.dropLast()))
  }
}

private struct HelpFormatter {
  let command: CommandDeclaration
  let parents: [CommandDeclaration]
  let width: Int
  /// Where summaries begin, wide enough for `  --workspace DIR`.
  private let column = 26

  var fullName: String { (parents + [command]).map(\.name).joined(separator: " ") }

  var text: String {
    var sections = [overview, usage]
    if !command.operands.isEmpty { sections.append(arguments) }
    if !command.subcommands.isEmpty { sections.append(subcommands) }
    sections.append(options)
    if !command.examples.isEmpty { sections.append(examples) }
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var overview: [String] {
    var lines = TextLayout.wrapped("OVERVIEW: \(command.summary).", width: width)
    for paragraph in paragraphs(command.discussion) {
      lines.append("")
      lines += TextLayout.wrapped(paragraph, width: width)
    }
    return lines
  }

  private func paragraphs(_ text: String) -> [String] {
    var found: [String] = []
    var current: [Substring] = []
    let lines: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false) + [""]
    for line in lines {
      if line.isEmpty {
        if !current.isEmpty { found.append(current.joined(separator: " ")) }
        current = []
      } else {
        current.append(line)
      }
    }
    return found
  }

  private var usage: [String] {
    let inherited = parents.flatMap(\.options)
    let own = command.options + inherited
    var words = own.filter(\.isRequired).map(spelled)
    if own.contains(where: { !$0.isRequired }) { words.append("[options]") }
    words += command.operands.map(\.usage)
    if !command.subcommands.isEmpty { words.append("COMMAND ...") }
    let start = "USAGE: \(fullName)"
    var lines: [String] = []
    var line = start
    for word in words {
      if line.count + 1 + word.count > width {
        lines.append(line)
        line = "      "
      }
      line += " \(word)"
    }
    return lines + [line]
  }

  private func spelled(_ option: OptionDeclaration) -> String {
    option.value.map { "--\(option.name) \($0)" } ?? "--\(option.name)"
  }

  private var arguments: [String] {
    ["ARGUMENTS:"]
      + command.operands.flatMap { operand in
        entry(operand.usage, operand.summary)
      }
  }

  private var subcommands: [String] {
    ["COMMANDS:"]
      + command.subcommands.flatMap { entry($0.name, $0.summary) }
      + ["", "  See '\(fullName) help COMMAND' for the options of a command."]
  }

  private var options: [String] {
    let all = command.options + parents.flatMap(\.options) + OptionDeclaration.everywhere
    return ["OPTIONS:"]
      + all.flatMap { option in
        let short = option.short.map { "-\($0), " } ?? "    "
        return entry(short + spelled(option), describe(option))
      }
  }

  private func describe(_ option: OptionDeclaration) -> String {
    var notes: [String] = []
    if !option.choices.isEmpty { notes.append("one of \(option.choices.joined(separator: ", "))") }
    if let value = option.defaultValue { notes.append("default: \(value)") }
    if option.repeats { notes.append("may be repeated") }
    if option.isRequired { notes.append("required") }
    return notes.isEmpty ? option.summary : "\(option.summary) (\(notes.joined(separator: "; ")))"
  }

  private var examples: [String] {
    ["EXAMPLES:"] + command.examples.map { "  \($0)" }
  }

  private func entry(_ label: String, _ text: String) -> [String] {
    TextLayout.entry(label: label, text: text, indent: 2, column: column, width: width)
  }
}
