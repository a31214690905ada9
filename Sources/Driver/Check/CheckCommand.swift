import Bytes
import CommandLineKit
import LeadModel
import StageKit
import ValidateStage

/// `leadmill check`: one record through the validation that a whole import goes through.
enum CheckCommand: DriverCommand {
  static let declaration = CommandDeclaration(
    name: "check",
    summary: "validate one record and print its normalised values and findings",
    discussion: """
      The record is given by options, as one JSON object on standard input, or line by line there \
      with --stream, where each line is answered by one, also an empty one, before the next is read. \
      A record's "id", which is no field, and its "external_id" begin its answer. Nothing is stored. \
      Mail domains are looked up where validation.yaml or --dns says so, each for a few seconds at \
      most; with --workspace what the base knows of them counts while it holds, and while they \
      cannot be looked up. With --workspace the answer says whether the base holds the person \
      already, by the keys and the model that leads are linked by: whom dedupe would join the \
      record to, whom it may be besides, and what speaks for and against. Exit 10 when the record \
      is rejected; a stream ends with 0 unless a line could not be read.

      The options below are the fields of leads; those of other kinds are given by --field.
      """,
    options: [
      OptionDeclaration(
        "kind", short: "k", value: "KIND", summary: "what the record is",
        default: RecordKind.lead.rawValue, choices: RecordKind.allCases.map(\.rawValue)),
      OptionDeclaration(
        "field", short: "f", value: "NAME=TEXT", summary: "a field of the record", repeats: true),
      OptionDeclaration(
        "default-country", value: "CC",
        summary: "country of phone numbers without a code in records without a country"),
      OptionDeclaration(
        "stream", summary: "read JSON objects, one a line, and write one for each"),
      OptionDeclaration(
        "source", value: "NAME",
        summary: "whose rules count, and whose mapping says how values are written"),
      OptionDeclaration(
        "date-order", value: "ORDER",
        summary: "of dates in figures; without it those are read that are one day in any order",
        choices: DateOrder.allCases.map(\.rawValue)),
      OptionDeclaration(
        "dns", value: "WHERE",
        summary: "look up the mail domain: off, system, or the HOST:PORT of servers, divided by "
          + "commas; default: as validation.yaml says"),
      OptionDeclaration(
        "workspace", short: "w", value: "DIR", summary: "the base to look the person up in"),
      StageOptions.asOf, StageOptions.config, StageOptions.json,
    ] + fieldOptions,
    operands: [
      OperandDeclaration(
        "-", summary: "read the record from standard input, as without any field", required: false)
    ],
    examples: [
      "leadmill check --email 'Ada@Example.COM ' --phone '020 7946 0018' --country GB",
      "leadmill check --workspace ws --json < record.json",
      "leadmill check --kind deal --field external_id=D-1 --field stage=Won --field amount=1234.50",
      "leadmill check --stream < records.jsonl > findings.jsonl",
    ])

  /// One option a field of leads.
  private static let fieldOptions = RecordKind.lead.fields.map { field in
    OptionDeclaration(optionName(field.name), value: "TEXT", summary: field.summary)
  }

  private static func optionName(_ field: String) -> String {
    field.map { $0 == "_" ? "-" : String($0) }.joined()
  }

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    let configuration = CommonArguments.configuration(arguments)
    // Without its rules a check would give other answers than a night.
    guard configuration.contains(PolicyFile.name) else {
      throw StageFailure(
        .badConfiguration,
        "found no '\(PolicyFile.name)' in '\(configuration.path)', expected the folder of the "
          + "configuration; name it by --config or $LEADMILL_CONFIG")
    }
    let database =
      arguments.isGiven(StageOptions.workspace.name)
      ? try ExistingWorkspace.open(arguments).1 : nil
    try KnownSources.checkRules(in: configuration, database: database)
    if let source = arguments.value("source") {
      try KnownSources.require(
        source, option: "source", configuration: configuration, database: database,
        command: "leadmill check")
    }
    var checker = try RecordChecker(
      kind: RecordKind(rawValue: arguments.value("kind") ?? "") ?? .lead,
      defaultCountry: try arguments.value("default-country").map(country),
      source: arguments.value("source") ?? "",
      dateOrder: arguments.value("date-order").flatMap { DateOrder(rawValue: $0) },
      asOf: try CommonArguments.asOf(arguments), dns: arguments.value("dns"),
      configuration: configuration, database: database)
    if arguments.flag("stream") {
      guard try fields(arguments, of: checker.kind).isEmpty else {
        throw UsageError(
          "found fields beside --stream, whose lines have their own; leave one of the two out",
          command: "leadmill check")
      }
      var stream = CheckStream(checker)
      return try stream.run()
    }
    let fields = try record(arguments, of: checker.kind)
    let result = try checker.check(fields)
    if arguments.flag(StageOptions.json.name) {
      Output.line(result.json.text(indented: true))
    } else {
      for line in result.lines { Output.line(line) }
    }
    return result.isRejected ? .rejectedRows : .done
  }

  private static func country(_ text: String) throws -> String {
    guard let code = CountryTable.find(text) else {
      throw UsageError(
        "option '--default-country': '\(text)' is no country; give its ISO 3166-1 code, such as GB",
        command: "leadmill check")
    }
    return code.description
  }

  /// The record as the command line has it, else as standard input has it.
  private static func record(
    _ arguments: ParsedArguments, of kind: RecordKind
  ) throws -> [String: String] {
    let given = try fields(arguments, of: kind)
    if let operand = arguments.operands.first, operand != "-" || !given.isEmpty {
      throw UsageError(
        operand == "-"
          ? "found fields and '-'; give the record by options or on standard input, not both"
          : "found '\(operand)', expected options, or '-' for standard input",
        command: "leadmill check")
    }
    if !given.isEmpty { return given }
    guard let text = try CheckInput.all() else {
      throw UsageError(
        "found no field to check; give some, as --email, a JSON object on standard input, or "
          + "--stream", command: "leadmill check")
    }
    return try CheckInput.fields(of: JSONObject(text), of: kind)
  }

  /// The fields that the command line names.
  private static func fields(
    _ arguments: ParsedArguments, of kind: RecordKind
  ) throws -> [String: String] {
    var fields: [String: String] = [:]
    for field in RecordKind.lead.fields where arguments.isGiven(optionName(field.name)) {
      fields[field.name] = arguments.value(optionName(field.name))
    }
    for text in arguments.values("field") {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw UsageError(
          "option '--field': '\(text)' has no '='; write it as NAME=TEXT",
          command: "leadmill check")
      }
      guard fields.updateValue(String(parts[1]), forKey: String(parts[0])) == nil else {
        throw UsageError(
          "found '\(parts[0])' twice, expected it once", command: "leadmill check")
      }
    }
    return fields
  }
}
