import Definitions
import Forecasting

extension ReportDefinition {
  /// Reads a report definition.
  ///
  /// - Throws: `DefinitionError` with file, line and column.
  init(_ root: DefinitionNode, name: String) throws(DefinitionError) {
    try root.allow(keys: [
      "title", "question", "datasets", "measures", "values", "headline", "sheets", "definitions",
      "forecast",
    ])
    self.name = name
    title = try root.string("title")
    question = try root.string("question")
    var datasets: [Dataset] = []
    for node in try root.sequence("datasets", default: []) {
      try node.allow(keys: ["name", "sql"])
      datasets.append(
        Dataset(name: try node.string("name"), query: try ReportQuery(try node.required("sql"))))
    }
    self.datasets = datasets
    var measures: [ReportQuery] = []
    for node in try root.sequence("measures", default: []) {
      measures.append(try ReportQuery(node))
    }
    self.measures = measures
    values = if let node = root["values"] { try ReportQuery(node) } else { nil }
    var headlines: [Headline] = []
    for node in try root.sequence("headline", default: []) {
      try node.allow(keys: ["when", "say"])
      headlines.append(
        Headline(
          condition: try node.optionalString("when"),
          text: try TextTemplate(try node.required("say"))))
    }
    self.headlines = headlines
    var sheets: [SheetDefinition] = []
    for node in try root.required("sheets").sequence() {
      sheets.append(try SheetDefinition(node))
    }
    guard !sheets.isEmpty else {
      throw root.failure("found no sheet, expected at least one under 'sheets'")
    }
    self.sheets = sheets
    var terms: [Term] = []
    for node in try root.sequence("definitions", default: []) {
      try node.allow(keys: ["term", "meaning", "formula", "source"])
      terms.append(
        Term(
          name: try TextTemplate(try node.required("term")),
          meaning: try TextTemplate(try node.required("meaning")),
          formula: try TextTemplate(optional: node["formula"]),
          source: try TextTemplate(optional: node["source"])))
    }
    self.terms = terms
    forecast = if let node = root["forecast"] { try ForecastDefinition(node) } else { nil }
  }
}

extension SheetDefinition {
  init(_ node: DefinitionNode) throws(DefinitionError) {
    try node.allow(keys: ["name", "answers", "grid", "blocks"])
    name = try node.string("name")
    answers = try node.string("answers", default: "")
    grid = try node.int("grid", default: 0, in: 0...40)
    var blocks: [Block] = []
    for item in try node.required("blocks").sequence() {
      blocks.append(try Self.block(item))
    }
    self.blocks = blocks
  }

  private static func block(_ node: DefinitionNode) throws(DefinitionError) -> Block {
    if node.kind == .scalar {
      guard try node.string() == "headline" else {
        throw node.failure(
          "found '\(try node.string())', expected 'headline' or a block with a key")
      }
      return .headline
    }
    let keys = ["figures", "table", "charts", "chart", "note"]
    try node.allow(keys: keys)
    if let figures = node["figures"] {
      var list: [Figure] = []
      for item in try figures.sequence() { list.append(try Figure(item)) }
      return .figures(list)
    }
    if let table = node["table"] { return .table(try TableDefinition(table)) }
    if let chart = node["chart"] { return .charts([try ChartDefinition(chart)]) }
    if let charts = node["charts"] {
      var list: [ChartDefinition] = []
      for item in try charts.sequence() { list.append(try ChartDefinition(item)) }
      return .charts(list)
    }
    if let note = node["note"] { return .note(try TextTemplate(note)) }
    throw node.failure("found an empty block, expected one of \(keys.joined(separator: ", "))")
  }
}

extension Figure {
  init(_ node: DefinitionNode) throws(DefinitionError) {
    try node.allow(keys: ["label", "value", "format", "light", "states", "note"])
    label = try TextTemplate(try node.required("label"))
    value = try node.string("value")
    format = try node.choice("format", default: CellFormat.count)
    light = try Light(under: node)
    states = try LightState.states(under: node)
    note = try TextTemplate(optional: node["note"])
    self.node = node
  }
}

extension LightState {
  /// Reads `states: {open: act, resolved: good}`; empty without the key.
  static func states(
    under node: DefinitionNode
  ) throws(DefinitionError) -> [(text: String, state: LightState)] {
    var states: [(text: String, state: LightState)] = []
    for entry in try node["states"]?.entries() ?? [] {
      states.append((entry.key, try entry.value.choice(LightState.self)))
    }
    return states
  }
}

extension Light {
  /// Reads `light: {good: 0.95, watch: 0.8}`; nil without the key.
  init?(under node: DefinitionNode) throws(DefinitionError) {
    guard let light = node["light"] else { return nil }
    try light.allow(keys: ["good", "watch"])
    good = try light.double("good")
    watch = try light.double("watch")
  }
}

extension TableDefinition {
  init(_ node: DefinitionNode) throws(DefinitionError) {
    try node.allow(keys: ["id", "title", "note", "sql", "columns", "limit", "empty"])
    id = try node.string("id")
    guard id.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }),
      id.utf8.first.map({ (97...122).contains($0) }) == true
    else {
      throw (node["id"] ?? node).failure(
        "found '\(id)' for 'id', expected lower-case letters, digits and underscores")
    }
    title = try node.string("title", default: "")
    note = try node.string("note", default: "")
    query = try ReportQuery(try node.required("sql"))
    limit = try node.int("limit", default: 5_000, in: 1...200_000)
    empty = try node.string("empty", default: "Nothing to show.")
    var columns: [ColumnDefinition] = []
    for item in try node.required("columns").sequence() {
      columns.append(try ColumnDefinition(item))
    }
    guard !columns.isEmpty else {
      throw node.failure("found a table without columns, expected at least one")
    }
    var labels: Set<String> = []
    // Excel repairs a table whose headers repeat, ignoring case.
    for column in columns where !labels.insert(column.label.lowercased()).inserted {
      throw column.node.failure(
        "found the label '\(column.label)' twice in a table; give each column a label of its own")
    }
    self.columns = columns
  }
}

extension ColumnDefinition {
  init(_ node: DefinitionNode) throws(DefinitionError) {
    try node.allow(keys: [
      "name", "label", "format", "width", "span", "light", "bar", "sum", "states", "mask",
      "mask_by", "mask_quotes_by",
    ])
    name = try node.string("name")
    label = try node.string("label", default: name)
    format = try node.choice("format", default: CellFormat.text)
    width = if let width = node["width"] { try width.double(in: 2...200) } else { nil }
    span = try node.int("span", default: 1, in: 1...20)
    light = try Light(under: node)
    hasBar = try node.bool("bar", default: false)
    isSummed = try node.bool("sum", default: false)
    states = try LightState.states(under: node)
    if let field = try node.optionalString("mask") {
      masking = .field(field)
    } else if let column = try node.optionalString("mask_by") {
      masking = .fieldIn(column: column)
    } else if let column = try node.optionalString("mask_quotes_by") {
      masking = .quotesByFieldIn(column: column)
    } else {
      masking = nil
    }
    self.node = node
  }
}

extension ChartDefinition {
  static let kinds = [
    "bar", "bar_stacked", "column", "column_stacked", "column_stacked_percent", "line", "area",
    "pie", "doughnut",
  ]
  static let legends = ["none", "right", "bottom", "top"]

  init(_ node: DefinitionNode) throws(DefinitionError) {
    try node.allow(keys: [
      "title", "kind", "table", "categories", "first", "series", "format", "axis", "minimum",
      "maximum",
      "legend", "height", "width", "beside",
    ])
    title = try node.string("title")
    kind = try Self.name("kind", in: node, among: Self.kinds, default: nil)
    table = try node.string("table")
    categories = try node.string("categories")
    first = if let value = node["first"] { try value.int(in: 1...1_000) } else { nil }
    format = try node.choice("format", default: CellFormat.count)
    axisTitle = try node.optionalString("axis")
    minimum = if let value = node["minimum"] { try value.double() } else { nil }
    maximum = if let value = node["maximum"] { try value.double() } else { nil }
    height = try node.int("height", default: 280, in: 100...1_200)
    width = try node.int("width", default: 640, in: 100...2_000)
    isBeside = try node.bool("beside", default: false)
    var series: [Series] = []
    for item in try node.required("series").sequence() { series.append(try Series(item)) }
    self.series = series
    legend = try Self.name(
      "legend", in: node, among: Self.legends, default: series.count > 1 ? "bottom" : "none")
    self.node = node
  }

  static func name(
    _ key: String, in node: DefinitionNode, among names: [String], default value: String?
  ) throws(DefinitionError) -> String {
    guard let found = node[key] else {
      if let value { return value }
      return try node.required(key).string()
    }
    let name = try found.string()
    guard names.contains(name) else {
      throw found.failure(
        "found '\(name)' for '\(key)', expected one of \(names.joined(separator: ", "))")
    }
    return name
  }
}

extension ChartDefinition.Series {
  init(_ node: DefinitionNode) throws(DefinitionError) {
    try node.allow(keys: ["column", "label", "color", "dashed", "labels"])
    column = try node.string("column")
    label = try node.string("label", default: column)
    if node["color"] != nil {
      color = try ChartDefinition.name(
        "color", in: node, among: Theme.palette.map(\.name), default: nil)
    } else {
      color = nil
    }
    isDashed = try node.bool("dashed", default: false)
    hasLabels = try node.bool("labels", default: false)
  }
}
