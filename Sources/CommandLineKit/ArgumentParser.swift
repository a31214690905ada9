import LeadModel
extension CommandDeclaration {
  /// Reads the arguments that follow the program's name.
  ///
  /// - Throws: `UsageError` that names the offending argument and the nearest valid one.
  package func parse(_ arguments: [String]) throws(UsageError) -> ParsedArguments {
    var parser = ArgumentParser(root: self, arguments: arguments)
    return try parser.parse()
  }
}

private struct ArgumentParser {
  let arguments: [String]
  var index = 0
  /// The command and its chosen subcommands, outermost first; never empty.
  var path: [CommandDeclaration]
  var current: CommandDeclaration
  /// Options of the whole path, innermost first, so that a subcommand's own option wins.
  var options: [OptionDeclaration]
  var given: [String: [String]] = [:]
  var operands: [String] = []
  var request: ParsedArguments.Request?

  init(root: CommandDeclaration, arguments: [String]) {
    self.arguments = arguments
    path = [root]
    current = root
    options = root.options + OptionDeclaration.everywhere
  }

  mutating func parse() throws(UsageError) -> ParsedArguments {
    while index < arguments.count, request == nil {
      let argument = arguments[index]
      index += 1
      if argument == "--" {
        while index < arguments.count {
          try takeOperand(arguments[index])
          index += 1
        }
      } else if argument.hasPrefix("--") {
        try takeLong(argument.dropFirst(2))
      } else if argument.hasPrefix("-"), argument != "-" {
        try takeCluster(argument.dropFirst())
      } else {
        try takeOperand(argument)
      }
    }
    if request == nil { try checkComplete() }
    return ParsedArguments(
      command: path.dropFirst().map(\.name), operands: operands, request: request,
      declarations: options, given: given)
  }

  private func failure(_ message: String) -> UsageError {
    UsageError(message, command: path.map(\.name).joined(separator: " "))
  }

  // MARK: Options

  private mutating func takeLong(_ text: Substring) throws(UsageError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let option = try long(named: String(parts[0]))
    try take(
      option, attached: parts.count == 2 ? String(parts[1]) : nil, spelled: "--\(option.name)")
  }

  /// The option of this long name, or the only one that begins with it.
  private func long(named name: String) throws(UsageError) -> OptionDeclaration {
    if let exact = options.first(where: { $0.name == name }) { return exact }
    let matches = options.filter { $0.name.hasPrefix(name) }
    if matches.count == 1, !name.isEmpty { return matches[0] }
    if matches.count > 1, !name.isEmpty {
      let names = matches.map { "'--\($0.name)'" }.joined(separator: ", ")
      throw failure("option '--\(name)' is ambiguous; it could be \(names)")
    }
    let hint = NearestName.hint(for: name, among: options.map(\.name), prefix: "--")
    throw failure("unknown option '--\(name)'\(hint)")
  }

  /// `-abc`: flags `a`, `b` and `c`, or `a` with the value `bc`.
  private mutating func takeCluster(_ text: Substring) throws(UsageError) {
    var rest = text
    while let letter = rest.popFirst() {
      guard let option = options.first(where: { $0.short == letter }) else {
        let whole = String(text)
        let hint = NearestName.hint(for: whole, among: options.map(\.name), prefix: "--")
        throw failure("unknown option '-\(letter)'\(text.count > 1 ? hint : "")")
      }
      let takesRest = option.value != nil && !rest.isEmpty
      try take(option, attached: takesRest ? String(rest) : nil, spelled: "-\(letter)")
      if takesRest || request != nil { return }
    }
  }

  private mutating func take(
    _ option: OptionDeclaration, attached: String?, spelled: String
  ) throws(UsageError) {
    guard let placeholder = option.value else {
      guard attached == nil else { throw failure("option '\(spelled)' takes no value") }
      if option == .help {
        request = .help
      } else if option == .version {
        request = .version
      } else {
        given[option.name, default: []].append("")
      }
      return
    }
    let value: String
    if let attached {
      value = attached
    } else {
      value = try nextValue(of: spelled, placeholder: placeholder)
    }
    guard option.choices.isEmpty || option.choices.contains(value) else {
      let hint = NearestName.hint(for: value, among: option.choices)
      let choices = option.choices.joined(separator: ", ")
      throw failure("option '\(spelled)': '\(value)' is not one of \(choices)\(hint)")
    }
    if option.repeats {
      given[option.name, default: []].append(value)
    } else {
      given[option.name] = [value]
    }
  }

  /// The argument after an option, unless it is itself a declared option.
  private mutating func nextValue(
    of spelled: String, placeholder: String
  ) throws(UsageError) -> String {
    guard index < arguments.count, !isOption(arguments[index]) else {
      throw failure("option '\(spelled)' needs a value, \(placeholder)")
    }
    index += 1
    return arguments[index - 1]
  }

  private func isOption(_ argument: String) -> Bool {
    if argument == "--" { return true }
    guard argument.hasPrefix("--") else {
      return argument.count == 2 && argument.first == "-"
        && options.contains { $0.short == argument.last }
    }
    let name = argument.dropFirst(2).prefix { $0 != "=" }
    return options.contains { $0.name == name }
  }

  // MARK: Operands

  private mutating func takeOperand(_ argument: String) throws(UsageError) {
    if current.subcommands.isEmpty {
      let last = current.operands.last
      guard operands.count < current.operands.count || last?.repeats == true else {
        let expected = current.operands.map(\.usage).joined(separator: " ")
        let hint = expected.isEmpty ? "expected only options" : "expected only \(expected)"
        throw failure("unexpected argument '\(argument)'; \(hint)")
      }
      operands.append(argument)
      return
    }
    if let next = current.subcommand(named: argument) {
      path.append(next)
      current = next
      options = next.options + options
    } else if argument == "help" {
      try takeHelpPath()
    } else {
      let names = current.subcommands.map(\.name) + ["help"]
      let hint = NearestName.hint(for: argument, among: names)
      let list = hint.isEmpty ? "; expected one of \(names.joined(separator: ", "))" : hint
      throw failure("unknown command '\(argument)'\(list)")
    }
  }

  /// `help run` is `run --help`.
  private mutating func takeHelpPath() throws(UsageError) {
    while index < arguments.count, !arguments[index].hasPrefix("-"), !current.subcommands.isEmpty {
      index += 1
      try takeOperand(arguments[index - 1])
    }
    request = .help
  }

  // MARK: Completeness

  private func checkComplete() throws(UsageError) {
    if !current.subcommands.isEmpty {
      let names = current.subcommands.map(\.name).joined(separator: ", ")
      throw failure("missing command; expected one of \(names)")
    }
    let required = current.operands.filter(\.isRequired)
    if operands.count < required.count {
      throw failure("missing argument \(required[operands.count].name)")
    }
    for option in options where option.isRequired && option.defaultValue == nil {
      guard given[option.name] != nil else {
        throw failure("missing option '--\(option.name) \(option.value ?? "")'")
      }
    }
  }
}
