package import StageKit
import CommandLineKit
import LeadModel
import Resolver

/// The validate stage: source rows become conformed records.
package enum ValidateStage {
  package static let declaration = StageDeclaration(
    name: "validate",
    summary: "normalise new source rows and state what is wrong with them",
    options: [
      OptionDeclaration(
        "dns", value: "WHERE",
        summary: "look up the mail domains of leads: off, system, or the HOST:PORT of servers, "
          + "divided by commas; default: as validation.yaml says"),
      OptionDeclaration(
        "threshold", value: "SHARE",
        summary: "fail when more than this share of the rows is rejected, as 0.25"),
    ],
    examples: [
      "leadmill-validate --workspace work",
      "leadmill-validate --workspace work --dns system",
      "leadmill-validate --workspace work --dns 127.0.0.1:5353",
    ]
  ) { context in
    let dns = try context.arguments.value("dns").map(ValidateStage.source)
    let threshold = try context.arguments.value("threshold").map { text in
      guard let share = Double(text), (0...1).contains(share) else {
        throw StageFailure(
          .badConfiguration, "--threshold: '\(text)' is no share; give a number from 0 to 1")
      }
      return share
    }
    var run = try ValidateRun(context: context, dns: dns)
    try run.run()
    try checkGate(context, threshold: threshold)
  }

  /// Reads what `--dns` says.
  static func source(_ text: String) throws -> DNSSource {
    guard let source = DNSSource(text) else {
      throw StageFailure(
        .badConfiguration, "--dns: '\(text)' is not understood; \(DNSSource.expectation)")
    }
    return source
  }

  private static func checkGate(_ context: StageContext, threshold: Double?) throws {
    let counts = context.counts
    guard let threshold, Double(counts.rejected) > threshold * Double(counts.rowsIn) else { return }
    throw StageFailure(
      .gateFailed,
      "\(counts.rejected) of \(counts.rowsIn) rows are rejected, more than the share of "
        + "\(threshold) that --threshold allows; look at the rejects workbooks")
  }
}
