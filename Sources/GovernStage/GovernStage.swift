import CommandLineKit
import LeadModel
package import StageKit

/// Evaluates the policies of `policies.yaml`, tracks what breaches them, and erases people.
package enum GovernStage {
  package static let declaration = StageDeclaration(
    name: "govern",
    summary: "evaluate the policies, track violations until they are resolved, erase people",
    options: [
      OptionDeclaration(
        "erase", value: "FILE",
        summary: "erase the people named in a file, one e-mail address or +number a line")
    ],
    examples: [
      "leadmill-govern --workspace ws --as-of 2026-11-02T06:00:00Z",
      "leadmill-govern --workspace ws --erase requests.txt",
    ],
    version: 1
  ) { context in
    let definition = try PolicyDefinition.load(context.configuration)
    let configHash = context.configurationHash(of: [PolicyDefinition.fileName])
    var requests: [ErasureOrder] = []
    if let path = context.arguments.value("erase") {
      requests = try ErasureOrder.read(path)
    }
    var tally = Tally()
    try ErasureWork(context: context).run(requests, &tally)
    try PolicyWork(context: context, policies: definition.policies, configHash: configHash)
      .run(&tally)
    try Measures(context: context, configHash: configHash).run()
    tally.report(to: context)
    try Gatekeeper(context: context, gate: definition.gate).check()
  }
}

/// Tells dispositions of the tables apart that the stage takes rows of.
enum Scope {
  static let entity: Int64 = 0
  /// Registry entries that ask for erasure.
  static let suppression: Int64 = 1
  /// Lines of the file of `--erase`.
  static let request: Int64 = 2
}

/// What was done, for the result lines.
struct Tally {
  var opened = 0
  var changed = 0
  var resolved = 0
  var erased = 0

  func report(to context: StageContext) {
    let figures = [
      ("violations_opened", opened), ("violations_changed", changed),
      ("violations_resolved", resolved), ("people_erased", erased),
    ]
    for (name, value) in figures where value > 0 { context.result(name, .int(Int64(value))) }
  }
}
