import LeadmillTestSupport
import Testing

@Suite("An event that nobody understands holds back whom it names until somebody has looked")
struct HeldEventTests {
  private static let header = "id,email,event,at\n"
  private static let held = "SELECT email, status FROM consent ORDER BY email"

  private func bench() throws -> SendBench {
    try SendBench([
      SendBench.lead(1, "ann@bell.co.uk"), SendBench.lead(2, "bob@croft.co.uk", "Bob"),
      SendBench.lead(3, "eva@drake.co.uk", "Eva"),
    ])
  }

  @Test("all whom its cell names; what mail tools log beside holds nobody")
  func events() throws {
    let bench = try bench()
    try bench.load(
      2,
      [
        "engagement-1.csv": Self.header
          + "1,ann@bell.co.uk; bob@croft.co.uk,zzz,2026-11-01\n2,eva@drake.co.uk,processed,2026-11-01\n"
          + "3,eva@drake.co.uk,page_view,2026-11-01\n4,eva@drake.co.uk,DeliveryDelay,2026-11-01\n"
          + "5,eva@drake.co.uk,,2026-11-01\n6,eva@drake.co.uk,out_of_office,2026-11-01\n"
      ])
    #expect(
      try bench.workspace.rows(Self.held)
        == [["ann@bell.co.uk", "expired"], ["bob@croft.co.uk", "expired"]])
    #expect(
      try bench.workspace.rows(
        "SELECT message FROM finding WHERE code = 'VAL002' AND message LIKE '%zzz%'"
      )
      .first?[0].contains("until it is corrected, nobody whom the row names") == true)
    let result = try bench.send(2)
    #expect(try bench.sent() == ["eva@drake.co.uk"], "\(result)")
  }

  @Test(
    "whom one of our messages went to, where the event names nothing else",
    arguments: [true, false])
  func message(hasBrackets: Bool) throws {
    let bench = try bench()
    _ = try bench.send(2)
    let id = try bench.workspace.rows(
      "SELECT message_id FROM message WHERE recipient = 'ann@bell.co.uk' AND step = 1")[0][0]
    let bare = String(id.drop { $0 == "<" }.prefix { $0 != ">" })
    try bench.load(
      3,
      [
        "engagement-1.csv": "id,message_id,event,at\n1,\(hasBrackets ? "<\(bare)>" : bare),zzz,"
          + "2026-11-02\n2,other@example.org,zzz,2026-11-02\n"
      ])
    #expect(try bench.workspace.rows(Self.held) == [["ann@bell.co.uk", "expired"]])
    try bench.load(
      4, ["engagement-2.csv": "id,message_id,event,at\n1,\(id),open,2026-11-02\n"])
    #expect(try bench.workspace.rows(Self.held) == [])
  }

  @Test("a corrected row, or an undone import, lets them go")
  func corrected() throws {
    let bench = try bench()
    let file = ["engagement-1.csv": Self.header + "1,ann@bell.co.uk,zzz,2026-11-01\n"]
    try bench.load(2, file)
    #expect(try bench.workspace.rows(Self.held).count == 1)
    try bench.load(
      2, ["engagement-2.csv": Self.header + "1,ann@bell.co.uk,open,2026-11-01\n"])
    #expect(try bench.workspace.rows(Self.held) == [])
    let other = try self.bench()
    try other.load(2, file)
    _ = try other.workspace.runDriver([
      "undo", "engagement-1.csv", "--as-of", "2026-11-02T08:00:00Z", "--config",
      RepositoryPaths.pipelines,
    ])
    #expect(try other.workspace.rows(Self.held) == [])
    try other.send(2)
    #expect(try other.sent().contains("ann@bell.co.uk"))
  }

  @Test("an unsubscription counts for each of several addresses in its cell")
  func several() throws {
    let bench = try bench()
    try bench.load(
      2,
      [
        "engagement-1.csv": Self.header
          + "1,ann@bell.co.uk; bob@croft.co.uk,unsubscribe,2026-11-01\n"
      ])
    let result = try bench.send(2)
    #expect(try bench.sent() == ["eva@drake.co.uk"], "\(result)")
  }
}
