/// What the cells of a column look like, learned from the rows that have the right number of cells.
struct ColumnProfile: Sendable {
  private var forms: [CellShape.Form: Int] = [:]
  private var exact: Set<[UInt8]> = []
  private var loose: [[UInt8]: Int] = [:]
  private(set) var count = 0
  private(set) var emptyCount = 0

  mutating func add(_ shape: CellShape) {
    count += 1
    guard shape.form != .empty else {
      emptyCount += 1
      return
    }
    forms[shape.form, default: 0] += 1
    if shape.form == .pattern {
      if exact.count < 512 { exact.insert(shape.exact) }
      if loose.count < 128 || loose[shape.loose] != nil { loose[shape.loose, default: 0] += 1 }
    }
  }

  /// Whether nearly all cells are of few forms that differ from words and texts; known after
  /// `finish`.
  private(set) var isTyped = false

  private var filledCount: Int { count - emptyCount }

  mutating func finish() {
    guard filledCount > 0 else { return }
    let addresses = max(forms[.email] ?? 0, forms[.url] ?? 0)
    let best = loose.values.sorted(by: >).prefix(3).reduce(0, +)
    let others = filledCount - max(addresses, best)
    isTyped = others * 10 <= filledCount || others == 1 && filledCount > 3
  }

  /// Whether half of the cells are empty.
  var isOftenEmpty: Bool { count > 0 && emptyCount * 2 >= count }

  /// How badly a cell fits the column.
  ///
  /// - Returns: 0 for a cell like those seen; 1.5 for one that a column of one kind never has.
  func misfit(_ shape: CellShape) -> Double {
    guard count > 0 else { return shape.form == .empty ? 0.5 : 0 }
    if shape.form == .empty { return emptyCount > 0 ? 0 : isTyped ? 2.25 : 0.75 }
    guard filledCount > 0 else { return 0.5 }
    if shape.form == .pattern {
      if exact.contains(shape.exact) { return 0 }
      if let seen = loose[shape.loose] { return seen * 50 >= filledCount ? 0.3 : 0.4 }
      return isTyped ? 1.5 : 0.25
    }
    let seen = forms[shape.form] ?? 0
    // A header that comes again, or a note, does not make words usual among numbers.
    if isTyped { return seen > 1 && seen * 20 >= filledCount ? 0 : 1.5 }
    if seen > 0 { return 0 }
    switch shape.form {
    case .url, .email: return 0.75
    default: return 0
    }
  }

  /// Whether a cell is unlike anything in a column of one kind.
  func contradicts(_ shape: CellShape) -> Bool { isTyped && misfit(shape) >= 1.5 }
}
