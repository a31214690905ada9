import CXLSXWriter

extension Sheet {
  /// Places a chart with its upper left corner at a cell.
  package func insert(_ chart: Chart, row: Int, column: Int) throws(WorkbookError) {
    let (line, place) = try position(row, column)
    guard let native = workbook.makeChart(chart.kind.type) else {
      throw failure("chart '\(chart.title)': out of memory")
    }
    if chart.title.isEmpty {
      chart_title_off(native)
    } else {
      chart_title_set_name(native, Self.plain(chart.title))
      var font = lxw_chart_font()
      font.size = 12
      font.bold = 1
      chart_title_set_name_font(native, &font)
    }
    for series in chart.series { try add(series, of: chart, to: native) }
    setAxes(of: chart, on: native)
    chart_legend_set_position(native, UInt8(chart.legend.position.rawValue))
    // 480 x 288 pixels is the library's chart at scale 1.
    var options = lxw_chart_options()
    options.x_scale = Double(chart.width) / 480
    options.y_scale = Double(chart.height) / 288
    try check(worksheet_insert_chart_opt(handle, line, place, native, &options), row, column)
  }

  private func add(
    _ series: Chart.Series, of chart: Chart, to native: UnsafeMutablePointer<lxw_chart>
  ) throws(WorkbookError) {
    guard let added = chart_add_series(native, nil, nil) else {
      throw failure("chart '\(chart.title)': out of memory")
    }
    let categories = series.categories
    let values = series.values
    let categoriesFrom = try position(categories.rows.lowerBound, categories.columns.lowerBound)
    let categoriesTo = try position(categories.rows.upperBound, categories.columns.upperBound)
    chart_series_set_categories(
      added, categories.sheet, categoriesFrom.0, categoriesFrom.1, categoriesTo.0, categoriesTo.1)
    let valuesFrom = try position(values.rows.lowerBound, values.columns.lowerBound)
    let valuesTo = try position(values.rows.upperBound, values.columns.upperBound)
    chart_series_set_values(
      added, values.sheet, valuesFrom.0, valuesFrom.1, valuesTo.0, valuesTo.1)
    chart_series_set_name(added, Self.plain(series.name))
    if let color = series.color { setColor(color, of: series, in: chart, on: added) }
    if chart.kind.isRound { setPoints(chart.pointColors, on: added) }
    if series.labels {
      chart_series_set_labels(added)
      if chart.kind.isRound {
        chart_series_set_labels_options(added, 0, 0, 0)
        chart_series_set_labels_percentage(added)
      } else if let format = chart.valueFormat {
        chart_series_set_labels_num_format(added, format)
      }
    }
  }

  private func setColor(
    _ color: Color, of series: Chart.Series, in chart: Chart,
    on added: UnsafeMutablePointer<lxw_chart_series>
  ) {
    if chart.kind == .line {
      var line = lxw_chart_line()
      line.color = color.code
      line.width = 2
      if series.dashed { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
      chart_series_set_line(added, &line)
      // A line through one point is none.
      if series.values.rows.count < 4 {
        var fill = lxw_chart_fill()
        fill.color = color.code
        chart_series_set_marker_type(added, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
        chart_series_set_marker_fill(added, &fill)
      }
    } else {
      var fill = lxw_chart_fill()
      fill.color = color.code
      chart_series_set_fill(added, &fill)
    }
  }

  private func setPoints(_ colors: [Color], on added: UnsafeMutablePointer<lxw_chart_series>) {
    guard !colors.isEmpty else { return }
    // The library copies the fills before the call returns.
    withUnsafeTemporaryAllocation(of: lxw_chart_fill.self, capacity: colors.count) { fills in
      withUnsafeTemporaryAllocation(of: lxw_chart_point.self, capacity: colors.count) { points in
        var list: [UnsafeMutablePointer<lxw_chart_point>?] = []
        for (index, color) in colors.enumerated() {
          var fill = lxw_chart_fill()
          fill.color = color.code
          fills.initializeElement(at: index, to: fill)
          var point = lxw_chart_point()
          point.fill = fills.baseAddress?.advanced(by: index)
          points.initializeElement(at: index, to: point)
          list.append(points.baseAddress?.advanced(by: index))
        }
        list.append(nil)
        _ = list.withUnsafeMutableBufferPointer {
          chart_series_set_points(added, $0.baseAddress)
        }
      }
    }
  }

  /// A text that starts with "=" would be taken for a reference to a cell.
  private static func plain(_ text: String) -> String {
    XMLText.safe(text.hasPrefix("=") ? " " + text : text)
  }

  private func setAxes(of chart: Chart, on native: UnsafeMutablePointer<lxw_chart>) {
    guard !chart.kind.isRound else { return }
    // The library swaps the axes of bar charts: there the y axis holds the categories.
    let isBar = chart.kind == .bar || chart.kind == .barStacked
    let categoryAxis = isBar ? native.pointee.y_axis : native.pointee.x_axis
    let valueAxis = isBar ? native.pointee.x_axis : native.pointee.y_axis
    if let title = chart.categoryAxisTitle { chart_axis_set_name(categoryAxis, Self.plain(title)) }
    if let title = chart.valueAxisTitle { chart_axis_set_name(valueAxis, Self.plain(title)) }
    if let format = chart.valueFormat { chart_axis_set_num_format(valueAxis, format) }
    if let minimum = chart.valueMinimum { chart_axis_set_min(valueAxis, minimum) }
    if let maximum = chart.valueMaximum { chart_axis_set_max(valueAxis, maximum) }
    var line = lxw_chart_line()
    line.color = 0xD9DEE5
    line.width = 0.5
    chart_axis_major_gridlines_set_line(valueAxis, &line)
    if isBar {
      // The first row of the data on top, as in the table beside it, and the values below.
      chart_axis_set_reverse(categoryAxis)
      chart_axis_set_crossing_max(categoryAxis)
    }
  }
}

extension Chart.Kind {
  fileprivate var type: lxw_chart_type {
    switch self {
    case .bar: LXW_CHART_BAR
    case .barStacked: LXW_CHART_BAR_STACKED
    case .column: LXW_CHART_COLUMN
    case .columnStacked: LXW_CHART_COLUMN_STACKED
    case .columnStackedPercent: LXW_CHART_COLUMN_STACKED_PERCENT
    case .line: LXW_CHART_LINE
    case .area: LXW_CHART_AREA
    case .pie: LXW_CHART_PIE
    case .doughnut: LXW_CHART_DOUGHNUT
    }
  }

  fileprivate var isRound: Bool { self == .pie || self == .doughnut }
}

extension Chart.Legend {
  fileprivate var position: lxw_chart_legend_position {
    switch self {
    case .none: LXW_CHART_LEGEND_NONE
    case .right: LXW_CHART_LEGEND_RIGHT
    case .bottom: LXW_CHART_LEGEND_BOTTOM
    case .top: LXW_CHART_LEGEND_TOP
    }
  }
}
