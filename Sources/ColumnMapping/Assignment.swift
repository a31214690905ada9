/// The best pairing of columns with fields: each at most once, the sum of the scores the highest.
enum Assignment {
  /// - Parameter scores: for each column the score of each field, 0 or less where it must not be.
  /// - Returns: for each column its field, nil where it is better off without.
  /// - Source: Kuhn 1955 and Munkres 1957 in the form with potentials, cubic in the size.
  static func best(_ scores: [[Double]]) -> [Int?] {
    let rows = scores.count
    guard let fields = scores.first?.count, rows > 0, fields > 0 else {
      return Array(repeating: nil, count: rows)
    }
    // One more column for each row stands for "no field", so that nothing is forced.
    let columns = fields + rows
    func cost(_ row: Int, _ column: Int) -> Double {
      guard column < fields else { return 0 }
      return scores[row][column] > 0 ? -scores[row][column] : 1
    }
    var rowPotential = [Double](repeating: 0, count: rows + 1)
    var columnPotential = [Double](repeating: 0, count: columns + 1)
    // Row of each column, from 1; 0: none.
    var rowOfColumn = [Int](repeating: 0, count: columns + 1)
    for row in 1...rows {
      rowOfColumn[0] = row
      var column = 0
      var slack = [Double](repeating: .infinity, count: columns + 1)
      var way = [Int](repeating: 0, count: columns + 1)
      var used = [Bool](repeating: false, count: columns + 1)
      repeat {
        used[column] = true
        let current = rowOfColumn[column]
        var delta = Double.infinity
        var next = 0
        for candidate in 1...columns where !used[candidate] {
          let reduced =
            cost(current - 1, candidate - 1) - rowPotential[current] - columnPotential[candidate]
          if reduced < slack[candidate] {
            slack[candidate] = reduced
            way[candidate] = column
          }
          if slack[candidate] < delta {
            delta = slack[candidate]
            next = candidate
          }
        }
        for index in 0...columns {
          if used[index] {
            rowPotential[rowOfColumn[index]] += delta
            columnPotential[index] -= delta
          } else {
            slack[index] -= delta
          }
        }
        column = next
      } while rowOfColumn[column] != 0
      repeat {
        rowOfColumn[column] = rowOfColumn[way[column]]
        column = way[column]
      } while column != 0
    }
    var result: [Int?] = Array(repeating: nil, count: rows)
    for column in 1...fields where rowOfColumn[column] > 0 {
      let row = rowOfColumn[column] - 1
      if scores[row][column - 1] > 0 { result[row] = column - 1 }
    }
    return result
  }
}
