import Foundation
import LeadModel
import LeadmillTestSupport
import Testing

@Suite("A send that is killed hands no message over twice")
struct SendKillTests {
  @Test("Each message reaches the mail server at most once, and a cut-off send is reported")
  func atMostOnce() throws {
    let base = try TestWorkspace()
    let input = try SmallInput.write(to: base, rows: 120)
    for stage in nightlyStages.prefix(while: { $0 != "send" }) {
      let options = stage == "ingest" ? [input] : stage == "validate" ? ["--dns=off"] : []
      let result = try base.runStage(stage, options)
      try #require([0, 10, 99].contains(result.status), "\(result)")
    }

    // The server takes its time to answer, so that some kills fall between a message's acceptance
    // and the sender's knowing of it.
    let undisturbed = try base.copy()
    let undisturbedServer = try SMTPServer(delayMilliseconds: 2)
    let result = try send(undisturbed, to: undisturbedServer, killAfterMicroseconds: nil)
    try #require([0, 10].contains(result.status), "\(result)")
    let digest = try undisturbed.digestTables()
    let expected = Set(try undisturbedServer.envelopes().map(\.messageID))
    try #require(expected.count > 20, "only \(expected.count) messages to kill at")
    #expect(try undisturbedServer.envelopes().count == expected.count)

    var random = Kills.instants("send")
    var log = "seed \(Kills.seed), usual time \(result.milliseconds) ms, killed after"
    for _ in 0..<Kills.trials {
      let workspace = try base.copy()
      let server = try SMTPServer(delayMilliseconds: 2)
      var kills = 0
      log += " |"
      for _ in 0..<(2 * Kills.killsPerTrial) {
        let instant = Int.random(in: 0...(result.milliseconds * 800), using: &random)
        log += " \(instant) µs"
        let killed = try send(workspace, to: server, killAfterMicroseconds: instant)
        guard killed.wasKilled else { break }
        kills += 1
      }
      let last = try send(workspace, to: server, killAfterMicroseconds: nil)
      #expect([0, 10, 99].contains(last.status), "\(log)\n\(last)")

      let received = try server.envelopes().map(\.messageID)
      #expect(Set(received).count == received.count, "a message came twice; \(log)")
      let sent = Set(try ids(workspace, state: "sent"))
      let inDoubt = Set(try ids(workspace, state: "in_doubt"))
      #expect(try ids(workspace, state: "sending") == [], "\(log)")
      #expect(sent.isSubset(of: received), "called sent, but never received; \(log)")
      #expect(Set(received).isSubset(of: sent.union(inDoubt)), "received, but unknown; \(log)")
      #expect(sent.union(inDoubt) == expected, "\(log)")
      #expect(inDoubt.count <= kills, "\(inDoubt.count) in doubt after \(kills) kills; \(log)")
      #expect(try workspace.digestDifferences(from: digest) == [], "\(log)")
      if !inDoubt.isEmpty {
        let status = try workspace.runDriver(["status"])
        #expect(status.output.contains("in doubt"), "\(log)\n\(status)")
      }
    }
  }

  /// Runs the stage with a configuration that names the server.
  private func send(
    _ workspace: TestWorkspace, to server: SMTPServer, killAfterMicroseconds: Int?
  ) throws -> ProgramResult {
    if !FileManager.default.fileExists(atPath: workspace.path("pipelines")) {
      _ = try workspace.copyPipelines()
      try workspace.replace(
        in: "pipelines/send.yaml", "transport: maildir",
        by: "transport: smtp://127.0.0.1:\(server.port)")
    }
    return try workspace.runStage(
      "send", ["--config", workspace.path("pipelines"), "--run", "killed-run"],
      killAfterMicroseconds: killAfterMicroseconds)
  }

  private func ids(_ workspace: TestWorkspace, state: String) throws -> [String] {
    try workspace.rows("SELECT message_id FROM message WHERE state = '\(state)'").map { $0[0] }
  }
}
