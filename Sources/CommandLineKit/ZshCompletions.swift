/// Writes a zsh completion script for `_arguments`.
struct ZshCompletions {
  let root: CommandDeclaration

  var script: String {
    var lines = ["#compdef \(root.name)", ""]
    for (path, command) in root.everyCommand() {
      lines += function(path: path, command: command) + [""]
    }
    lines.append("\(name(of: [])) \"$@\"")
    return lines.joined(separator: "\n") + "\n"
  }

  private func name(of path: [String]) -> String {
    "_" + ([root.name] + path).joined(separator: "_").map { $0 == "-" ? "_" : String($0) }.joined()
  }

  private func function(path: [String], command: CommandDeclaration) -> [String] {
    let parents = (root.commands(along: path) ?? []).dropLast()
    let options = command.options + parents.flatMap(\.options) + OptionDeclaration.everywhere
    var specifications = options.flatMap { specification(of: $0) }
    var lines = [
      "\(name(of: path))() {", "  local curcontext=\"$curcontext\" state line",
      "  local -A opt_args",
    ]
    if command.subcommands.isEmpty {
      specifications += command.operands.map { operand in
        let place = operand.repeats ? "*" : ""
        let optional = operand.isRequired ? "" : ":"
        return "'\(place):\(optional)\(quoted(operand.name)):\(action(operand.name))'"
      }
    } else {
      specifications += ["'1: :->command'", "'*:: :->arguments'"]
    }
    lines.append("  _arguments -C -s -S \\")
    lines += specifications.enumerated().map { index, specification in
      "    \(specification)" + (index + 1 < specifications.count ? " \\" : "")
    }
    if !command.subcommands.isEmpty { lines += dispatch(path: path, command: command) }
    return lines + ["}"]
  }

  private func dispatch(path: [String], command: CommandDeclaration) -> [String] {
    let names = command.subcommands.map { "'\($0.name):\(quoted($0.summary))'" }
    var lines = ["  case $state in", "    command)", "      local -a commands=("]
    lines += names.map { "        \($0)" }
    lines += ["      )", "      _describe command commands", "      ;;", "    arguments)"]
    lines.append("      case $line[1] in")
    lines += command.subcommands.map { "        \($0.name)) \(name(of: path + [$0.name])) ;;" }
    return lines + ["      esac", "      ;;", "  esac"]
  }

  private func specification(of option: OptionDeclaration) -> [String] {
    let text = quoted(option.summary)
    let spellings = option.short.map { ["-\($0)", "--\(option.name)"] } ?? ["--\(option.name)"]
    let exclusive =
      option.repeats ? "*" : spellings.count > 1 ? "(\(spellings.joined(separator: " ")))" : ""
    return spellings.map { spelling in
      guard let placeholder = option.value else { return "'\(exclusive)\(spelling)[\(text)]'" }
      let joint = spelling.hasPrefix("--") ? "=" : "+"
      let values =
        option.choices.isEmpty ? action(placeholder) : "(\(option.choices.joined(separator: " ")))"
      return "'\(exclusive)\(spelling)\(joint)[\(text)]:\(quoted(placeholder)):\(values)'"
    }
  }

  private func action(_ placeholder: String) -> String {
    switch PathKind(placeholder: placeholder) {
    case .file?: "_files"
    case .directory?: "_files -/"
    case nil: ""
    }
  }

  /// Text for within single quotes of a specification: no quote, bracket or colon of its own.
  private func quoted(_ text: String) -> String {
    text.map { character in
      switch character {
      case "'": "'\\''"
      case "[", "]", ":": "\\\(character)"
      default: String(character)
      }
    }.joined()
  }
}
