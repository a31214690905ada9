import LeadmillTestSupport
import Testing

@Suite("A file that no mapping claims is held against those with its header")
struct UnclaimedDriftTests {
  private static let columns = "id,first_name,last_name,email,company\n"

  private func rows(_ first: Int, swapped: Bool = false) -> String {
    (first..<first + 30).map { number in
      let (email, company) = ("ann\(number)@example.com", "Acme \(number)")
      return "U\(number),Ann,Lee\(number),"
        + (swapped ? "\(company),\(email)" : "\(email),\(company)")
    }.joined(separator: "\n")
  }

  @Test("contents that changed places stop the load; another sender's header is nobody's drift")
  func swapped() throws {
    let bench = try ImportBench()
    try bench.load("one.csv", rows(100), columns: Self.columns)
    try bench.load("two.csv", rows(200), columns: Self.columns)
    let swapped = try bench.load("three.csv", rows(300, swapped: true), columns: Self.columns)
    #expect(swapped.status == 30, "\(swapped)")
    #expect(swapped.errors.contains("retyped: was 'email': email, is 'email': text"), "\(swapped)")
    #expect(swapped.errors.contains("--accept-drift"), "\(swapped)")
    #expect(try bench.workspace.count("SELECT count(*) FROM lead") == 60)
    let other = try bench.load(
      "fair.csv", "1,zoe@example.org,Fox,Beta", columns: "id,email,last_name,company\n")
    #expect(other.status == 0, "\(other)")
    let accepted = try bench.load(
      "three.csv", rows(300, swapped: true), columns: Self.columns, options: ["--accept-drift"])
    #expect(accepted.status != 30, "\(accepted)")
  }
}
