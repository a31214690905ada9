import Foundation
import LeadmillTestSupport
import Testing

@Suite("Header rows of public exports")
struct HeaderSetTests {
  static func measure(_ name: String, seesValues: Bool = false) throws -> HeaderMeasure {
    let path = "\(RepositoryPaths.root)/Tests/ColumnMappingTests/Headers/\(name).txt"
    return HeaderMeasure(
      HeaderSet.parse(try String(contentsOfFile: path, encoding: .utf8)), seesValues: seesValues)
  }

  @Test(
    "At least 95 of 100 columns are read right, and none is taken for what it is not",
    arguments: ["development", "heldout"])
  func columnsRight(name: String) throws {
    let measure = try Self.measure(name)
    for line in measure.lines(name) { print(line) }
    #expect(measure.columnCount > 500)
    #expect(measure.rightShare >= 0.95, "\(measure.missed.joined(separator: "\n"))")
    #expect(measure.confidentlyWrong.isEmpty)
    #expect(measure.wrong.isEmpty)
    #expect(measure.sureShare >= 0.8)
  }

  @Test("The kind of the rows is recognised", arguments: ["development", "heldout"])
  func kindsRight(name: String) throws {
    let measure = try Self.measure(name)
    #expect(
      measure.wrongKinds.count * 20 <= measure.kindCount,
      "\(measure.wrongKinds.joined(separator: "\n"))")
  }

  struct ExportCase: Sendable, CustomTestStringConvertible {
    let name: String
    let seesValues: Bool
    /// The share of columns read right that the set has reached, and the kinds that it may miss.
    var leastRight = 0.97
    var mostWrongKinds = 3
    var testDescription: String { "\(name), \(seesValues ? "with" : "without") values" }
  }

  static let exportCases: [ExportCase] = [false, true].flatMap { seesValues in
    [
      ExportCase(name: "exports", seesValues: seesValues),
      ExportCase(name: "exports-later", seesValues: seesValues, leastRight: 0.96),
      ExportCase(
        name: "exports-third", seesValues: seesValues, leastRight: seesValues ? 0.97 : 0.96,
        mostWrongKinds: seesValues ? 3 : 4),
      // Full of words that mean several things, which are not guessed.
      ExportCase(name: "exports-fourth", seesValues: seesValues, leastRight: 0.95),
      ExportCase(name: "exports-fifth", seesValues: seesValues),
      ExportCase(name: "exports-sixth", seesValues: seesValues),
      ExportCase(name: "exports-seventh", seesValues: seesValues, leastRight: 0.98),
      ExportCase(name: "exports-eighth", seesValues: seesValues, leastRight: 0.98),
      ExportCase(name: "exports-ninth", seesValues: seesValues, leastRight: 0.98),
      ExportCase(name: "exports-tenth", seesValues: seesValues, leastRight: 0.98),
      ExportCase(name: "exports-eleventh", seesValues: seesValues, leastRight: 0.98),
      ExportCase(name: "exports-twelfth", seesValues: seesValues, leastRight: 0.98),
      // Many vague headers, which are asked about.
      ExportCase(
        name: "exports-thirteenth", seesValues: seesValues, leastRight: seesValues ? 0.97 : 0.95),
      ExportCase(
        name: "exports-fourteenth", seesValues: seesValues, leastRight: 0.97),
      ExportCase(name: "exports-fifteenth", seesValues: seesValues, leastRight: 0.98),
      ExportCase(name: "exports-sixteenth", seesValues: seesValues, leastRight: 0.98),
      ExportCase(name: "exports-seventeenth", seesValues: seesValues, leastRight: 0.98),
      ExportCase(name: "exports-eighteenth", seesValues: seesValues, leastRight: 0.98),
      ExportCase(name: "exports-nineteenth", seesValues: seesValues),
    ]
  }

  @Test(
    "Exports that were labelled without a look at the words are read right",
    arguments: exportCases)
  func exportsRight(row: ExportCase) throws {
    let measure = try Self.measure(row.name, seesValues: row.seesValues)
    for line in measure.lines(row.testDescription) { print(line) }
    #expect(measure.columnCount > 150)
    #expect(measure.rightShare >= row.leastRight, "\(measure.missed.joined(separator: "\n"))")
    #expect(measure.confidentlyWrong.isEmpty)
    #expect(measure.wrong.count * 100 <= measure.columnCount, "\(measure.wrong)")
    #expect(measure.sureShare >= 0.7)
    #expect(
      measure.wrongKinds.count <= row.mostWrongKinds,
      "\(measure.wrongKinds.joined(separator: "\n"))")
  }
}
