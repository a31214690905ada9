import LeadmillTestSupport
import Testing

@Suite("An import says what it did not take, and where nothing is wrong it says nothing of it")
struct ImportDoubtsTests {
  private static let columns = "id,email,company,country,Shoe size\n"

  @Test("doubtful values and columns that were left out are counted, without what stands in them")
  func counted() throws {
    let bench = try ImportBench()
    let result = try bench.load(
      "leads-web.csv", "1,ann@example.com,Acme,Absurdia,9\n2,bob(at)example.com,Acme,DE,9",
      columns: Self.columns)
    for line in [
      "doubtful, or not taken:", "  1 x VAL010 email: expected that", "  1 x VAL050 country: ",
      "  1 x ING006: no field takes these columns: Shoe size",
    ] { #expect(result.output.contains(line), "\(result.output)") }
    #expect(!result.output.contains("Absurdia"), "\(result.output)")
    let plain = try bench.load(
      "leads-web-2.csv", "3,cy@example.com,Acme,DE", columns: "id,email,company,country\n")
    #expect(!plain.output.contains("doubtful"), "\(plain.output)")
  }

  @Test("a dry run shows the first of each, and what makes a change risky")
  func rehearsed() throws {
    let bench = try ImportBench()
    try bench.load("leads-web.csv", "1,ann@example.com,Acme,DE,9", columns: Self.columns)
    let result = try bench.load(
      "leads-web-2.csv", "1,ann@example.com,Acme Ltd,Absurdia,9", columns: Self.columns,
      options: ["--dry-run"])
    #expect(
      result.output.contains("  1 x VAL050 country: 'Absurdia' is no country"), "\(result.output)")
    #expect(
      !result.output.split(separator: "\n").contains { $0.hasSuffix("): ") }, "\(result.output)")
  }

  @Test("one file that cannot be read says that the others' rows wait")
  func waiting() throws {
    let bench = try ImportBench()
    let good = try bench.workspace.write("leads-web.csv", "id,email\n1,ann@example.com\n")
    let empty = try bench.workspace.write("leads-event.csv", "")
    let result = try bench.run(["import", good, empty])
    #expect(result.status == 30, "\(result)")
    #expect(result.errors.contains("the other files are loaded; their rows wait"), "\(result)")
    _ = try bench.run(["import", good])
    #expect(try bench.workspace.count("SELECT count(*) FROM lead") == 1)
  }

  @Test("an export goes by a country's name too, and writes no CSV into a file of another kind")
  func export() throws {
    let bench = try ImportBench()
    try bench.load(
      "leads-web.csv", "1,ann@example.com,Acme,Germany,9\n2,bob@example.com,Acme,FR,9",
      columns: Self.columns)
    let found = try bench.workspace.runDriver(["export", "lead", "--where", "country=Deutschland"])
    #expect(found.output.contains("ann@example.com"))
    #expect(!found.output.contains("bob@example.com"))
    let unknown = try bench.workspace.runDriver(["export", "lead", "--where", "country=Absurdia"])
    #expect(unknown.errors.contains("'Absurdia' is no country"), "\(unknown)")
    let pdf = try bench.workspace.runDriver(["export", "lead", "--output", "x.pdf"])
    #expect(pdf.errors.contains("neither .csv nor .xlsx"), "\(pdf)")
  }
}
