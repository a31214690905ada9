/// Finds the name that somebody probably meant.
package enum NearestName {
  /// The candidate nearest to a misspelt name, if any is near.
  ///
  /// - Parameters:
  ///   - name: as somebody wrote it.
  ///   - candidates: in order of preference among equals.
  /// - Returns: nil when nothing is within a third of the length (at least one, at most three
  ///   edits) and nothing begins with the name.
  package static func suggestion(for name: String, among candidates: [String]) -> String? {
    // A hostile name must not cost a table of its length squared.
    guard name.utf8.count <= 64 else { return nil }
    let allowed = min(3, max(1, (name.count + 1) / 3))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let found = distance(name.lowercased(), candidate.lowercased())
      if found <= allowed, found < best?.distance ?? Int.max { best = (candidate, found) }
    }
    if let best { return best.name }
    guard name.count >= 3 else { return nil }
    return candidates.first { $0.hasPrefix(name) || name.hasPrefix($0) && $0.count >= 3 }
  }

  /// `; did you mean 'X'?`, or nothing.
  package static func hint(
    for name: String, among candidates: [String], prefix: String = ""
  ) -> String {
    guard let found = suggestion(for: name, among: candidates) else { return "" }
    return "; did you mean '\(prefix)\(found)'?"
  }

  /// Edits (insertion, deletion, substitution, swap of neighbours) between two words.
  ///
  /// - Source: optimal string alignment, the restricted form of Damerau 1964, CACM 7(3).
  package static func distance(_ left: String, _ right: String) -> Int {
    let a = Array(left.unicodeScalars)
    let b = Array(right.unicodeScalars)
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var current = last
    for i in 1...a.count {
      current[0] = i
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        current[j] = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = min(current[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[b.count]
  }
}
