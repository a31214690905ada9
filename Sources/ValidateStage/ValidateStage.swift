package import StageKit
import CommandLineKit
import Resolver

/// The validate stage: source rows become conformed records.
package enum ValidateStage {
  package static let declaration = StageDeclaration(
    name: "validate",
    summary: "normalise new source rows and state what is wrong with them",
    options: [
      OptionDeclaration(
        "dns", value: "WHERE",
        summary: "look up the mail domains of leads: off, system, or the HOST:PORT of a server",
        default: "off")
    ],
    examples: [
      "leadmill-validate --workspace work",
      "leadmill-validate --workspace work --dns system",
      "leadmill-validate --workspace work --dns 127.0.0.1:5353",
    ]
  ) { context in
    let text = context.arguments.value("dns") ?? "off"
    guard let source = DNSSource(text) else {
      throw StageFailure(
        .badConfiguration,
        "--dns: '\(text)' is not understood; give off, system, or an address and a port such as "
          + "127.0.0.1:53")
    }
    var run = try ValidateRun(context: context, dns: source)
    try run.run()
  }
}
