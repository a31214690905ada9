import LeadmillTestSupport
import Testing

/// People who came in files and consented, written to night by night.
struct SendBench {
  static let columns =
    "id,email,first_name,phone,country,consent_status,consent_at,consent_source,consent_wording\n"

  let workspace: TestWorkspace

  /// `leads` are the rows of a first file, which comes on the first of November with a registry that
  /// names nobody of them.
  init(_ leads: [String]) throws {
    workspace = try TestWorkspace()
    try load(
      1,
      [
        "leads-web-1.csv": Self.columns + leads.joined(separator: "\n") + "\n",
        "do-not-contact-2026-11-01.csv": "email,registry\nnobody@example.org,own\n",
      ])
  }

  /// A row of a lead; with consent of October unless it is `asked` for.
  static func lead(
    _ id: Int, _ email: String, _ name: String = "Ann", phone: String = "", consent: Bool = true
  ) -> String {
    "\(id),\(email),\(name),\(phone),GB," + (consent ? "granted,2026-10-01,form,v1" : ",,,")
  }

  static func asOf(_ day: Int) -> [String] {
    ["--as-of", "2026-11-\(day < 10 ? "0" : "")\(day)T08:00:00Z"]
  }

  /// Takes files in, as of a day of November, up to where messages could be sent.
  @discardableResult
  func load(_ day: Int, _ files: [String: String]) throws -> ProgramResult {
    let ingest = try self.ingest(day, files)
    for stage in ["validate", "dedupe", "enrich"] {
      _ = try workspace.runStage(stage, Self.asOf(day))
    }
    return ingest
  }

  func ingest(_ day: Int, _ files: [String: String]) throws -> ProgramResult {
    let paths = try files.sorted { $0.key < $1.key }.map { try workspace.write($0, $1) }
    return try workspace.runStage("ingest", Self.asOf(day) + paths)
  }

  @discardableResult
  func send(_ day: Int, _ arguments: [String] = []) throws -> ProgramResult {
    try workspace.runStage("send", Self.asOf(day) + arguments)
  }

  /// The addresses that a first message went to, sorted.
  func sent() throws -> [String] {
    try workspace.rows("SELECT recipient FROM message WHERE state = 'sent' AND step = 1 ORDER BY 1")
      .map { $0[0] }
  }
}
