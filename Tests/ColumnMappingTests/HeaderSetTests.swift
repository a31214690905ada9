import Foundation
import LeadmillTestSupport
import Testing

@Suite("Header rows of public exports")
struct HeaderSetTests {
  static func measure(_ name: String) throws -> HeaderMeasure {
    let path = "\(RepositoryPaths.root)/Tests/ColumnMappingTests/Headers/\(name).txt"
    return HeaderMeasure(HeaderSet.parse(try String(contentsOfFile: path, encoding: .utf8)))
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
  }

  @Test("The kind of the rows is recognised", arguments: ["development", "heldout"])
  func kindsRight(name: String) throws {
    let measure = try Self.measure(name)
    #expect(
      measure.wrongKinds.count * 20 <= measure.kindCount,
      "\(measure.wrongKinds.joined(separator: "\n"))")
  }
}
