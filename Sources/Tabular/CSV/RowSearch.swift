/// The search for the cheapest reading of a row: a shortest path over positions and columns.
struct RowSearch {
  private let repair: RowRepair
  private let row: UnsafeBufferPointer<UInt8>
  private let format: CSVFormat
  private let scanner: RecordScanner
  private let width: Int
  private let end: Int
  private var workLeft: Int
  private var spacesAreUsual = false
  /// States by position; the last position stands for the end of the row.
  private var states: [[State]?]

  private struct State {
    var cost = Double.infinity
    /// Tells readings with different cells apart.
    var hash: UInt64 = 0
    var isAmbiguous = false
    var from: (position: Int, column: Int) = (-1, -1)
    var cells: [Cell] = []
    var steps: [RowRepair.Step] = []
  }

  private struct Cell {
    var start: Int
    var end: Int
    /// Whether quotes in it are doubled or escaped.
    var isQuoted: Bool
  }

  private typealias Step = RowRepair.Step

  // What an irregularity costs. A quote too many is likelier than a delimiter too few.
  private static let strayQuote = 1.0
  private static let quotesInPlainCell = 0.2
  /// One that is opened or closed in another cell.
  private static let halfQuotesInPlainCell = 1.2
  /// A quote that could close its cell and does not.
  private static let ignoredClosing = 1.5
  private static let missingDelimiter = 2.0
  private static let cutInRun = 0.5
  private static let extraDelimiter = 1.0
  private static let mergedCell = 1.25
  /// Over a delimiter with a space behind it, as a sentence has commas.
  private static let mergedSentence = 0.6
  private static let mergedCellWhereUsual = 0.4
  private static let missingCell = 1.0
  private static let missingCellWhereUsual = 0.25

  init(
    repair: RowRepair, row: UnsafeBufferPointer<UInt8>, format: CSVFormat, workLimit: Int
  ) {
    self.repair = repair
    self.row = row
    self.format = format
    scanner = RecordScanner(format)
    width = repair.profiles.count
    end = row.count + 1
    workLeft = workLimit
    states = Array(repeating: nil, count: row.count + 2)
    spacesAreUsual = hasUsualSpaces()
  }

  mutating func run(costLimit: Double) -> RowRepair.Outcome? {
    states[0] = Array(repeating: State(), count: width + 1)
    states[0]?[0].cost = 0
    for position in 0..<end {
      guard let columns = states[position] else { continue }
      for column in 0...width where columns[column].cost <= costLimit {
        if workLeft < 0 { return nil }
        expand(position, column, columns[column])
      }
    }
    guard let final = states[end]?[width], final.cost <= costLimit, !final.isAmbiguous else {
      return nil
    }
    return outcome(final)
  }

  // MARK: Moves

  private mutating func expand(_ position: Int, _ column: Int, _ state: State) {
    if position <= row.count { dropEmpty(position, column, state) }
    guard column < width else { return }
    plain(position, column, state)
    if position < row.count, let quote = format.quote {
      if row[position] == quote {
        quoted(position, column, state)
      } else if row[position] == 32, !repair.isLoose {
        var start = position
        while start < row.count, row[start] == 32 { start += 1 }
        if start < row.count, row[start] == quote { quoted(start, column, state, extra: 0.5) }
      }
    }
  }

  /// A cell up to the next delimiter, or over some delimiters, or cut in two, or up to a quote.
  private mutating func plain(_ position: Int, _ column: Int, _ state: State) {
    let startsWithQuote = position < row.count && row[position] == format.quote
    var quotes = 0
    var merged = 0
    var mergeCost = 0.0
    var cursor = position
    let longest = repair.isLoose ? 40 : 8
    while true {
      workLeft -= 1
      let delimiter = cursor < row.count ? format.delimiterLength(row, cursor) : 0
      if cursor == row.count || delimiter > 0 {
        let next = cursor == row.count ? end : cursor + delimiter
        let cell = Cell(start: position, end: cursor, isQuoted: false)
        var steps: [Step] = startsWithQuote ? [.strayQuote(column: column)] : []
        var cost = startsWithQuote ? Self.strayQuote : 0
        if quotes > 0, !startsWithQuote {
          cost += quotes % 2 == 0 ? Self.quotesInPlainCell : Self.halfQuotesInPlainCell
        }
        if merged > 0 {
          cost += mergeCost
          steps.append(.mergedCell(column: column))
        }
        let misfit = repair.misfit(column, row[position..<cursor])
        move(state, position, column, to: next, column + 1, cost + misfit, [cell], steps)
        if next == end { shortRow(state, position, column, cost + misfit, cell, steps) }
        if merged == 0, !startsWithQuote { cut(position, cursor, next, column, state) }
        if cursor == row.count || startsWithQuote { return }
        merged += 1
        if merged > longest { return }
        cursor += delimiter
        mergeCost += mergeCostOver(delimiterBefore: cursor)
        // A quoted cell is never a part of a merged one.
        if cursor < row.count, row[cursor] == format.quote { return }
        continue
      }
      if row[cursor] == format.quote, cursor > position {
        quotes += 1
        if !startsWithQuote, merged == 0, quotes == 1 {
          let cell = Cell(start: position, end: cursor, isQuoted: false)
          let cost = Self.missingDelimiter + repair.misfit(column, row[position..<cursor])
          move(
            state, position, column, to: cursor, column + 1, cost, [cell],
            [.missingDelimiter(column: column + 1)])
        }
      }
      cursor += 1
    }
  }

  /// What it costs that the delimiter before a position belongs to a cell.
  private func mergeCostOver(delimiterBefore position: Int) -> Double {
    if repair.isLoose { return Self.mergedCellWhereUsual }
    return !spacesAreUsual && isSpaced(position) ? Self.mergedSentence : Self.mergedCell
  }

  /// Whether one space stands at a position, with more behind it.
  private func isSpaced(_ position: Int) -> Bool {
    position + 1 < row.count && row[position] == 32 && row[position + 1] != 32
  }

  /// Whether a space behind a delimiter says nothing in this row, because most have one.
  private func hasUsualSpaces() -> Bool {
    var (spaced, others, position) = (0, 0, 0)
    while position < row.count {
      let delimiter = format.delimiterLength(row, position)
      position += max(1, delimiter)
      guard delimiter > 0 else { continue }
      if isSpaced(position) { spaced += 1 } else { others += 1 }
    }
    return spaced >= others
  }

  /// Two cells without a delimiter between them, told apart by what their columns hold.
  private mutating func cut(
    _ start: Int, _ stop: Int, _ next: Int, _ column: Int, _ state: State
  ) {
    guard column + 1 < width, stop - start > 1, stop - start < 4096, !repair.isHeader,
      repair.profiles[column].isTyped || repair.profiles[column + 1].isTyped
    else { return }
    for place in (start + 1)..<stop {
      workLeft -= 1
      let left = repair.misfit(column, row[start..<place])
      if left >= 1.5 { continue }
      let right = repair.misfit(column + 1, row[place..<stop])
      if right >= 1.5 { continue }
      var cost = Self.missingDelimiter + left + right
      if Self.kind(row[place - 1]) == Self.kind(row[place]) { cost += Self.cutInRun }
      let cells = [
        Cell(start: start, end: place, isQuoted: false),
        Cell(start: place, end: stop, isQuoted: false),
      ]
      let steps: [Step] = [.missingDelimiter(column: column + 1)]
      move(state, start, column, to: next, column + 2, cost, cells, steps)
    }
  }

  private static func kind(_ byte: UInt8) -> Int {
    if byte >= 48, byte <= 57 { return 1 }
    if (byte | 0x20) &- 97 < 26 || byte >= 0x80 { return 2 }
    return Int(byte) + 256
  }

  private mutating func quoted(
    _ position: Int, _ column: Int, _ state: State, extra: Double = 0
  ) {
    var strays = 0
    var ignored = 0.0
    var cursor = position + 1
    var tries = 0
    while cursor < row.count, tries < 64, strays < 4 {
      workLeft -= 1
      let byte = row[cursor]
      if byte == 92, format.escape == .backslash {
        cursor += 2
        continue
      }
      guard byte == format.quote else {
        cursor += 1
        continue
      }
      tries += 1
      let cell = Cell(start: position + 1, end: cursor, isQuoted: true)
      var steps: [Step] = strays > 0 ? [.strayQuote(column: column)] : []
      let cost =
        extra + ignored + Double(strays) * Self.strayQuote + misfit(column, cell)
      let closing = scanner.closing(row, cursor)
      if let after = closing {
        let next = after >= row.count ? end : after + format.delimiterLength(row, after)
        move(state, position, column, to: next, column + 1, cost, [cell], steps)
        if next == end { shortRow(state, position, column, cost, cell, steps) }
      } else {
        steps.append(.missingDelimiter(column: column + 1))
        move(
          state, position, column, to: cursor + 1, column + 1, cost + Self.missingDelimiter, [cell],
          steps)
      }
      let isPair = cursor + 1 < row.count && row[cursor + 1] == format.quote
      if isPair, format.escape == .doubled {
        let glued = cost + Self.missingDelimiter
        move(
          state, position, column, to: cursor + 1, column + 1, glued, [cell],
          steps + [.missingDelimiter(column: column + 1)])
        cursor += 2
      } else {
        if format.escape != .none { strays += 1 }
        if closing != nil { ignored += Self.ignoredClosing }
        cursor += 1
      }
    }
  }

  private mutating func dropEmpty(_ position: Int, _ column: Int, _ state: State) {
    let next: Int
    if position == row.count {
      next = end
    } else {
      let delimiter = format.delimiterLength(row, position)
      guard delimiter > 0 else { return }
      next = position + delimiter
    }
    let steps: [Step] = [.extraDelimiter(column: column)]
    move(state, position, column, to: next, column, Self.extraDelimiter, [], steps)
  }

  /// The row ends before its last columns.
  private mutating func shortRow(
    _ state: State, _ position: Int, _ column: Int, _ cost: Double, _ cell: Cell, _ steps: [Step]
  ) {
    guard column + 1 < width else { return }
    var cost = cost
    var isFirst = true
    for missing in (column + 1)..<width {
      let isUsual = !repair.isHeader && repair.profiles[missing].isOftenEmpty
      cost += isUsual && isFirst ? Self.missingCellWhereUsual : isUsual ? 0.1 : Self.missingCell
      isFirst = false
    }
    move(
      state, position, column, to: end, width, cost, [cell],
      steps + [.missingCells(column: column + 1)])
  }

  private func misfit(_ column: Int, _ cell: Cell) -> Double {
    repair.misfit(column, row[cell.start..<cell.end])
  }

  private mutating func move(
    _ state: State, _ position: Int, _ column: Int, to next: Int, _ nextColumn: Int,
    _ cost: Double, _ cells: [Cell], _ steps: [Step]
  ) {
    let total = state.cost + cost
    if states[next] == nil { states[next] = Array(repeating: State(), count: width + 1) }
    var hash = state.hash
    for cell in cells {
      // Empty cells are all alike, wherever they stand.
      let place = cell.start == cell.end ? 1 : UInt64(cell.start) << 32 | UInt64(cell.end)
      hash = (hash ^ place) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    guard let known = states[next]?[nextColumn], total <= known.cost + 1e-9 else { return }
    if total > known.cost - 1e-9 {
      if known.hash != hash { states[next]?[nextColumn].isAmbiguous = true }
      return
    }
    states[next]?[nextColumn] = State(
      cost: total, hash: hash, isAmbiguous: state.isAmbiguous, from: (position, column),
      cells: cells, steps: steps)
  }

  // MARK: The result

  private func outcome(_ final: State) -> RowRepair.Outcome {
    var outcome = RowRepair.Outcome()
    outcome.cost = final.cost
    var state = final
    var cells: [Cell] = []
    while true {
      cells.insert(contentsOf: state.cells, at: 0)
      outcome.steps.insert(contentsOf: state.steps, at: 0)
      guard state.from.position >= 0, let next = states[state.from.position]?[state.from.column]
      else { break }
      state = next
    }
    outcome.cells = cells.map(text)
    return outcome
  }

  private func text(_ cell: Cell) -> [UInt8] {
    let bytes = row[cell.start..<cell.end]
    guard cell.isQuoted, let quote = format.quote, format.escape != .none else {
      return Array(bytes)
    }
    var text: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : nil
      let isEscaped =
        format.escape == .doubled
        ? byte == quote && next == quote
        : byte == 92 && (next == quote || next == 92)
      text.append(isEscaped ? next ?? byte : byte)
      index += isEscaped ? 2 : 1
    }
    return text
  }
}
