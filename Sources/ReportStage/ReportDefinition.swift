import Definitions
import Forecasting

/// A workbook as its definition describes it.
struct ReportDefinition {
  /// File name without its ending, also the name on the command line.
  let name: String
  let title: String
  /// What the reader wants to know.
  let question: String
  /// One-pass results that other queries build on, in order.
  let datasets: [Dataset]
  /// Queries for `(name, scope, value)` rows that are kept night by night.
  let measures: [ReportQuery]
  /// A query for one row; its columns are what placeholders in texts stand for.
  let values: ReportQuery?
  let headlines: [Headline]
  let sheets: [SheetDefinition]
  let terms: [Term]
  let forecast: ForecastDefinition?

  struct Dataset {
    let name: String
    let query: ReportQuery
  }

  /// A sentence, said when its condition holds; the first that does is the headline.
  struct Headline {
    /// A column of `values` that must be neither 0, empty nor absent.
    let condition: String?
    let text: TextTemplate
  }

  /// An entry of the definitions sheet.
  struct Term {
    let name: TextTemplate
    let meaning: TextTemplate
    let formula: TextTemplate?
    let source: TextTemplate?
  }
}

struct SheetDefinition {
  let name: String
  /// What the sheet tells, under its title.
  let answers: String
  /// Number of equal columns that the blocks share; 0: the tables decide.
  let grid: Int
  let blocks: [Block]

  enum Block {
    case headline
    case figures([Figure])
    case table(TableDefinition)
    case charts([ChartDefinition])
    case note(TextTemplate)
  }
}

/// A number in large type with its traffic light.
struct Figure {
  let label: TextTemplate
  /// A column of `values`.
  let value: String
  let format: CellFormat
  let light: Light?
  /// Texts that are a state.
  let states: [(text: String, state: LightState)]
  let note: TextTemplate?
  let node: DefinitionNode
}

struct TableDefinition {
  let id: String
  let title: String
  let note: String
  let query: ReportQuery
  let columns: [ColumnDefinition]
  /// More rows than this are left out, and that is said.
  let limit: Int
  /// What stands there when there are no rows.
  let empty: String
  /// Whether the last row adds up the columns that say `sum: true`.
  var hasTotal: Bool { columns.contains(where: \.isSummed) }
}

struct ColumnDefinition {
  /// A column of the table's query.
  let name: String
  let label: String
  let format: CellFormat
  /// In characters; nil: as wide as the content.
  let width: Double?
  /// Columns of the sheet's grid that it takes up.
  let span: Int
  let light: Light?
  let hasBar: Bool
  let isSummed: Bool
  /// Texts that are coloured as a state.
  let states: [(text: String, state: LightState)]
  let masking: ColumnMasking?
  let node: DefinitionNode
}

/// How a column that may hold personal values is masked.
enum ColumnMasking {
  /// All values as the policy says for one catalogue field.
  case field(String)
  /// Each value as the policy says for the field that another column of the row names.
  case fieldIn(column: String)
  /// What stands in quotes inside a sentence, by the field that another column names.
  case quotesByFieldIn(column: String)
}

struct ChartDefinition {
  let title: String
  let kind: String
  /// Id of the table that holds the numbers, on any sheet of the workbook.
  let table: String
  /// Column of the table with the categories.
  let categories: String
  /// Only so many rows of the table, from its first.
  let first: Int?
  let series: [Series]
  let format: CellFormat
  let axisTitle: String?
  let minimum: Double?
  let maximum: Double?
  let legend: String
  /// Pixels.
  let height: Int
  /// Pixels; ignored on a grid, where the charts of a block share the width.
  let width: Int
  /// Whether it stands to the right of the table above instead of below it.
  let isBeside: Bool
  let node: DefinitionNode

  struct Series {
    let column: String
    let label: String
    let color: String?
    let isDashed: Bool
    let hasLabels: Bool
  }
}
