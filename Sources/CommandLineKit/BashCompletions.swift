/// Writes a bash completion function; needs nothing but bash's own `complete` and `compgen`.
struct BashCompletions {
  let root: CommandDeclaration

  private var function: String { "_" + root.name.map { $0 == "-" ? "_" : String($0) }.joined() }

  var script: String {
    var lines = [
      "# bash completion for \(root.name)",
      "\(function)() {",
      "  local current previous path word",
      "  current=${COMP_WORDS[COMP_CWORD]}",
      "  previous=${COMP_WORDS[COMP_CWORD-1]}",
      "  if [[ $current == '=' ]]; then current=''; fi",
      "  if [[ $previous == '=' ]]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi",
      "  path=''",
      "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do",
      "    case \"$path $word\" in",
    ]
    for (path, _) in root.everyCommand() where !path.isEmpty {
      let parent = path.dropLast().map { " \($0)" }.joined()
      let whole = path.map { " \($0)" }.joined()
      lines.append("      '\(parent) \(path[path.count - 1])') path='\(whole)' ;;")
    }
    lines += ["    esac", "  done", "  case \"$path\" in"]
    for (path, command) in root.everyCommand() {
      lines += branch(path: path, command: command)
    }
    lines += [
      "  esac",
      "}",
      "complete -F \(function) \(root.name)",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func branch(path: [String], command: CommandDeclaration) -> [String] {
    let parents = (root.commands(along: path) ?? []).dropLast()
    let options = command.options + parents.flatMap(\.options) + OptionDeclaration.everywhere
    var lines = ["    '\(path.map { " \($0)" }.joined())')", "      case \"$previous\" in"]
    for option in options {
      guard let placeholder = option.value else { continue }
      let spellings = ["--\(option.name)"] + (option.short.map { ["-\($0)"] } ?? [])
      let reply = action(choices: option.choices, placeholder: placeholder)
      lines.append("        \(spellings.joined(separator: "|"))) \(reply); return ;;")
    }
    let words = options.map { "--\($0.name)" }.joined(separator: " ")
    lines += [
      "      esac",
      "      if [[ $current == -* ]]; then",
      "        COMPREPLY=( $(compgen -W '\(words)' -- \"$current\") )",
      "        return",
      "      fi",
    ]
    if command.subcommands.isEmpty {
      if let operand = command.operands.last {
        lines.append("      \(action(choices: [], placeholder: operand.name))")
      }
    } else {
      let names = (command.subcommands.map(\.name) + ["help"]).joined(separator: " ")
      lines.append("      COMPREPLY=( $(compgen -W '\(names)' -- \"$current\") )")
    }
    return lines + ["      ;;"]
  }

  private func action(choices: [String], placeholder: String) -> String {
    if !choices.isEmpty {
      let words = choices.joined(separator: " ")
      return "COMPREPLY=( $(compgen -W '\(words)' -- \"$current\") )"
    }
    switch PathKind(placeholder: placeholder) {
    case .file?: return "COMPREPLY=( $(compgen -f -- \"$current\") )"
    case .directory?: return "COMPREPLY=( $(compgen -d -- \"$current\") )"
    case nil: return "COMPREPLY=()"
    }
  }
}
