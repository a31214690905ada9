/// A native chart over cells of the workbook.
package struct Chart: Sendable {
  package enum Kind: Sendable {
    /// Horizontal bars.
    case bar, barStacked
    /// Vertical bars.
    case column, columnStacked, columnStackedPercent
    case line, area
    case pie, doughnut
  }
  package enum Legend: Sendable { case none, right, bottom, top }

  package struct Series: Sendable {
    package let name: String
    package let categories: CellRange
    package let values: CellRange
    package let color: Color?
    /// Whether each point shows its value (its percentage in a pie or doughnut).
    package let labels: Bool
    /// Dashed lines are for targets and estimates. Lines only.
    package let dashed: Bool

    package init(
      name: String, categories: CellRange, values: CellRange, color: Color? = nil,
      labels: Bool = false, dashed: Bool = false
    ) {
      self.name = name
      self.categories = categories
      self.values = values
      self.color = color
      self.labels = labels
      self.dashed = dashed
    }
  }

  package var kind: Kind
  package var title: String
  package var series: [Series]
  package var categoryAxisTitle: String?
  package var valueAxisTitle: String?
  /// Number format of the value axis, as `#,##0`.
  package var valueFormat: String?
  package var valueMinimum: Double?
  package var valueMaximum: Double?
  package var legend: Legend
  /// Colours of the slices of a pie or doughnut, in order.
  package var pointColors: [Color]
  /// Pixels.
  package var width: Int
  package var height: Int

  /// A chart of one or more series; its size is in pixels.
  package init(
    _ kind: Kind, title: String, series: [Series], categoryAxisTitle: String? = nil,
    valueAxisTitle: String? = nil, valueFormat: String? = nil, valueMinimum: Double? = nil,
    valueMaximum: Double? = nil, legend: Legend = .none, pointColors: [Color] = [],
    width: Int = 480, height: Int = 288
  ) {
    self.kind = kind
    self.title = title
    self.series = series
    self.categoryAxisTitle = categoryAxisTitle
    self.valueAxisTitle = valueAxisTitle
    self.valueFormat = valueFormat
    self.valueMinimum = valueMinimum
    self.valueMaximum = valueMaximum
    self.legend = legend
    self.pointColors = pointColors
    self.width = width
    self.height = height
  }
}
