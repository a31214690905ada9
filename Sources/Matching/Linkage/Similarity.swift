/// How alike two normalised texts are. Bytes are compared: folded Latin text has one to a letter.
enum Similarity {
  /// Longest text that Jaro-Winkler looks at; what is behind it counts as equal to nothing.
  private static let window = 64

  /// Jaro-Winkler similarity, 0 to 1, with the usual scaling of 0.1 for a common prefix of up to
  /// four letters (Winkler 1990); 0 when it is certain to be below `least`.
  static func jaroWinkler(
    _ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>, atLeast least: Double
  ) -> Double {
    guard !left.isEmpty, !right.isEmpty, canReach(least, left, right) else { return 0 }
    // Letters are paired greedily, which is not the same from both sides.
    return isBefore(left, right) ? ordered(left, right) : ordered(right, left)
  }

  private static func isBefore(
    _ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>
  ) -> Bool {
    if left.count != right.count { return left.count < right.count }
    for index in left.indices where left[index] != right[index] {
      return left[index] < right[index]
    }
    return true
  }

  private static func ordered(
    _ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>
  ) -> Double {
    let leftCount = min(left.count, window)
    let rightCount = min(right.count, window)
    let reach = max(max(leftCount, rightCount) / 2 - 1, 0)
    var leftTaken: UInt64 = 0
    var rightTaken: UInt64 = 0
    var matches = 0
    for index in 0..<leftCount {
      let first = max(0, index - reach)
      let last = min(rightCount - 1, index + reach)
      guard first <= last else { continue }
      for other in first...last
      where rightTaken & (1 << UInt64(other)) == 0 && left[index] == right[other] {
        leftTaken |= 1 << UInt64(index)
        rightTaken |= 1 << UInt64(other)
        matches += 1
        break
      }
    }
    guard matches > 0 else { return 0 }
    var misplaced = 0
    var other = 0
    for index in 0..<leftCount where leftTaken & (1 << UInt64(index)) != 0 {
      while rightTaken & (1 << UInt64(other)) == 0 { other += 1 }
      if left[index] != right[other] { misplaced += 1 }
      other += 1
    }
    let common = Double(matches)
    let jaro =
      (common / Double(left.count) + common / Double(right.count)
        + (common - Double(misplaced / 2)) / common) / 3
    var prefix = 0
    while prefix < min(4, leftCount, rightCount), left[prefix] == right[prefix] { prefix += 1 }
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }

  /// Whether the letters that only one of the texts has leave room for a similarity.
  private static func canReach(
    _ least: Double, _ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>
  ) -> Bool {
    var prefix = 0
    while prefix < min(4, left.count, right.count),
      left[unchecked: prefix] == right[unchecked: prefix]
    {
      prefix += 1
    }
    func isPossible(_ common: Int) -> Bool {
      let common = Double(common)
      let jaro = (common / Double(left.count) + common / Double(right.count) + 1) / 3
      return jaro + Double(prefix) * 0.1 * (1 - jaro) >= least
    }
    let (leftSet, rightSet) = (letters(left), letters(right))
    // Each kind of letter that the other has not stands at least once. That decides most often.
    let common = min(
      left.count - (leftSet & ~rightSet).nonzeroBitCount,
      right.count - (rightSet & ~leftSet).nonzeroBitCount)
    return isPossible(common) && isPossible(min(shared(left, rightSet), shared(right, leftSet)))
  }

  /// The set of bytes of a text, 64 to a set: bytes that share a place count as equal.
  private static func letters(_ text: borrowing Span<UInt8>) -> UInt64 {
    var set: UInt64 = 0
    for index in text.indices { set |= 1 &<< UInt64(text[unchecked: index]) }
    return set
  }

  private static func shared(_ text: borrowing Span<UInt8>, _ set: UInt64) -> Int {
    var count = 0
    for index in text.indices { count += Int(set &>> UInt64(text[unchecked: index]) & 1) }
    return count
  }

  /// Whether one letter put in, left out, changed, or swapped with its neighbour makes the texts
  /// equal (Damerau 1964).
  static func isOneSlipAway(_ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>) -> Bool {
    let difference = left.count - right.count
    guard abs(difference) <= 1 else { return false }
    var start = 0
    let shorter = min(left.count, right.count)
    while start < shorter, left[unchecked: start] == right[unchecked: start] { start += 1 }
    var end = 0
    while end < shorter - start,
      left[unchecked: left.count - 1 - end] == right[unchecked: right.count - 1 - end]
    {
      end += 1
    }
    let leftMiddle = left.count - start - end
    let rightMiddle = right.count - start - end
    if leftMiddle <= 1, rightMiddle <= 1 { return true }
    return leftMiddle == 2 && rightMiddle == 2 && left[start] == right[start + 1]
      && left[start + 1] == right[start]
  }

  /// Whether the digits of two texts, in their order, are equal.
  static func haveSameDigits(
    _ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>
  ) -> Bool {
    var leftIndex = 0
    var rightIndex = 0
    while true {
      while leftIndex < left.count, !isDigit(left[leftIndex]) { leftIndex += 1 }
      while rightIndex < right.count, !isDigit(right[rightIndex]) { rightIndex += 1 }
      guard leftIndex < left.count, rightIndex < right.count else {
        return leftIndex == left.count && rightIndex == right.count
      }
      guard left[leftIndex] == right[rightIndex] else { return false }
      leftIndex += 1
      rightIndex += 1
    }
  }

  static func hasDigits(_ text: borrowing Span<UInt8>) -> Bool {
    for index in text.indices where isDigit(text[index]) { return true }
    return false
  }

  /// Whether the first three letters of a word stand anywhere in a text.
  static func haveCommonBeginning(
    _ text: borrowing Span<UInt8>, _ word: borrowing Span<UInt8>
  ) -> Bool {
    guard word.count >= 3, text.count >= 3 else { return false }
    for start in 0...(text.count - 3)
    where text[start] == word[0] && text[start + 1] == word[1] && text[start + 2] == word[2] {
      return true
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  /// The share of words that two texts have in common: shared words by those of the shorter text,
  /// each weighed by its letters; and the same by the longer text.
  static func commonWords(
    _ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>
  ) -> (ofShorter: Double, ofLonger: Double) {
    let (leftLetters, leftShared) = shares(left, right)
    let (rightLetters, rightShared) = shares(right, left)
    // A word may be twice in one of them.
    let shared = min(leftShared, rightShared)
    let shorter = min(leftLetters, rightLetters)
    guard shorter > 0 else { return (0, 0) }
    return (
      min(1, Double(shared) / Double(shorter)),
      min(1, Double(shared) / Double(max(leftLetters, rightLetters)))
    )
  }

  /// Letters of the words of a text, and of those that another text has too.
  private static func shares(
    _ text: borrowing Span<UInt8>, _ other: borrowing Span<UInt8>
  ) -> (letters: Int, shared: Int) {
    var (letters, shared) = (0, 0)
    var start = 0
    while let word = nextWord(text, from: start) {
      letters += word.count
      if contains(other, word: text.extracting(word)) { shared += word.count }
      start = word.upperBound
    }
    return (letters, shared)
  }

  private static func nextWord(_ text: borrowing Span<UInt8>, from start: Int) -> Range<Int>? {
    var first = start
    while first < text.count, text[first] == 32 { first += 1 }
    guard first < text.count else { return nil }
    var end = first
    while end < text.count, text[end] != 32 { end += 1 }
    return first..<end
  }

  private static func contains(
    _ text: borrowing Span<UInt8>, word: borrowing Span<UInt8>
  ) -> Bool {
    var start = 0
    while let other = nextWord(text, from: start) {
      if text.extracting(other).isEqual(to: word) { return true }
      start = other.upperBound
    }
    return false
  }
}
