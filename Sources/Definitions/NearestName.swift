/// Finds what somebody probably meant by a name that does not exist.
enum NearestName {
  /// The candidate with the fewest typing errors, if they are few for its length.
  ///
  /// - Returns: nil when nothing is near: at most one error for up to four characters, two for up to
  ///   eight, three beyond. The first of equally near candidates.
  static func suggestion(for name: String, among candidates: [String]) -> String? {
    let allowed = name.count <= 4 ? 1 : name.count <= 8 ? 2 : 3
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let distance = distance(Array(name.lowercased()), Array(candidate.lowercased()))
      if distance <= allowed, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.name
  }

  /// Insertions, deletions, substitutions and swaps of neighbours: the restricted
  /// Damerau-Levenshtein distance.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    // Misspelt keys are short; a hostile one must not cost a quadratic table.
    guard left.count <= 64, right.count <= 64 else { return .max }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
