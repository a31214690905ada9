import Foundation
import LeadmillTestSupport
import Testing

@Suite("The nightly pipeline on the sample data")
struct SampleRunTests {
  @Test("Runs from dirty files to workbooks; again, it finds nothing new and changes nothing")
  func twice() throws {
    let workspace = try TestWorkspace()
    let first = try workspace.runNightly(input: RepositoryPaths.sampleData)
    try #require(first.status == 10, "\(first)")
    for stage in nightlyStages {
      #expect(first.output.contains("\(stage): "), "no equation of \(stage):\n\(first)")
    }
    let workbooks = try workspace.outputFiles().keys.filter { !$0.contains("/") }.sorted()
    for stem in ["data-quality", "forecast", "governance"] {
      #expect(workbooks.contains { $0.hasPrefix(stem) }, "\(workbooks)")
    }
    #expect(
      try workspace.count("SELECT count(*) FROM source_file WHERE state = 'loaded'") == 18)
    #expect(
      try workspace.rows(
        """
        SELECT stage, rows_in, inserted + updated + unchanged + duplicate + rejected + suppressed
        FROM stage_run WHERE rows_in <>
          inserted + updated + unchanged + duplicate + rejected + suppressed
        """) == [])

    let digest = try workspace.digest()
    let tables = try workspace.digestTables()
    let output = try workspace.outputFiles()
    let second = try workspace.runNightly(input: RepositoryPaths.sampleData)
    #expect(second.status == 0, "\(second)")
    #expect(second.output.contains("nothing new"), "\(second)")
    #expect(try workspace.digestDifferences(from: tables) == [])
    #expect(try workspace.digest() == digest)
    let mail = try workspace.outputFiles().keys.filter { $0.hasPrefix("maildir/") }.sorted()
    #expect(mail == output.keys.filter { $0.hasPrefix("maildir/") }.sorted())
  }

  @Test("Two fresh workspaces come to the same digest and byte-identical output")
  func reproducible() throws {
    let left = try TestWorkspace()
    let right = try TestWorkspace()
    let input = try SmallInput.write(to: left, rows: 150)
    let first = try left.runNightly(input: input, options: ["--workers", "1"])
    let second = try right.runNightly(input: input, options: ["--workers", "4"])
    #expect(first.status == 10, "\(first)")
    #expect(second.status == 10, "\(second)")
    #expect(try left.digestDifferences(from: right.digestTables()) == [])
    #expect(try left.digest() == right.digest())
    let (ours, theirs) = (try left.outputFiles(), try right.outputFiles())
    #expect(differences(ours, theirs) == [])
    #expect(ours.keys.contains { $0.hasSuffix(".xlsx") })
  }

  @Test("The stages one by one leave what the pipeline leaves")
  func stagesAlone() throws {
    let whole = try TestWorkspace()
    let input = try SmallInput.write(to: whole, rows: 40)
    let run = try whole.runNightly(input: input)
    #expect(run.status == 10, "\(run)")
    let alone = try TestWorkspace()
    for stage in nightlyStages {
      let options = stage == "ingest" ? [input] : stage == "validate" ? ["--dns=off"] : []
      let result = try alone.runStage(stage, options)
      #expect([0, 10, 99].contains(result.status), "\(result)")
    }
    #expect(try whole.digestDifferences(from: alone.digestTables()) == [])
  }

  @Test("The order in which files arrive over several nights loses nothing")
  func nightByNight() throws {
    let workspace = try TestWorkspace()
    let input = try SmallInput.write(to: workspace, rows: 60)
    let files = try SmallInput.files()
    for (night, half) in [files.prefix(6), files.suffix(from: 6)].enumerated() {
      for name in half {
        try workspace.write(
          "night\(night)/\(name)",
          bytes: Array(FileManager.default.contents(atPath: "\(input)/\(name)") ?? Data()))
      }
      let result = try workspace.runNightly(
        input: workspace.path("night\(night)"), asOf: "2026-11-0\(night + 2)T06:00:00Z")
      #expect([0, 10].contains(result.status), "\(result)")
    }
    let whole = try TestWorkspace()
    let result = try whole.runNightly(input: input, asOf: "2026-11-03T06:00:00Z")
    #expect(result.status == 10, "\(result)")
    for table in ["source_row", "account", "contact", "deal", "consent", "suppression", "lead"] {
      let query = "SELECT count(*) FROM \(table)"
      #expect(try workspace.count(query) == whole.count(query), "\(table)")
    }
    let scores = "SELECT sum(score > 0) FROM entity_score"
    #expect(try workspace.count(scores) > 0)
  }
}
