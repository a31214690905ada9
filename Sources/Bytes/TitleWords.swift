/// Words and phrases by the group that they belong to.
struct TitleWords: Sendable {
  private var exact: [String: Int] = [:]
  private var beginnings: [String: Int] = [:]
  private var endings: [(text: String, group: Int)] = []
  private var phrases: [String: [(words: [String], group: Int)]] = [:]
  private var longestBeginning = 0

  /// `groups` are patterns in the order in which they count: a word, `beginning*`, `*ending`, or
  /// words joined by `_`.
  init(_ groups: [[String]]) {
    for (group, patterns) in groups.enumerated() {
      for pattern in patterns {
        if pattern.contains("_") {
          let words = pattern.split(separator: "_").map(String.init)
          phrases[words[0], default: []].append((words, group))
          phrases[words[0]]?.sort { $0.words.count > $1.words.count }
        } else if pattern.hasPrefix("*") {
          endings.append((String(pattern.dropFirst()), group))
        } else if pattern.hasSuffix("*") {
          let text = String(pattern.dropLast())
          beginnings[text] = min(beginnings[text] ?? group, group)
          longestBeginning = max(longestBeginning, text.count)
        } else {
          exact[pattern] = min(exact[pattern] ?? group, group)
        }
      }
    }
  }

  /// The group of one word: by the word, by its beginning, else by its ending, so that a
  /// Projektleiter is none of the Leiter.
  private func group(of word: String) -> Int? {
    var best = exact[word]
    var beginning = word.startIndex
    var length = 0
    while beginning < word.endIndex, length < longestBeginning {
      beginning = word.index(after: beginning)
      length += 1
      if let group = beginnings[String(word[..<beginning])], group < best ?? .max { best = group }
    }
    return best ?? endings.first { word.hasSuffix($0.text) }?.group
  }

  /// The first group that a word or phrase of a title belongs to; nil for none.
  func first(in words: [String]) -> Int? {
    var best: Int?
    func take(_ group: Int?) {
      if let group, group < best ?? .max { best = group }
    }
    var next = 0
    while next < words.count {
      let rest = words[next...]
      // Words of a phrase mean nothing by themselves: a product owner owns nothing.
      if let phrase = phrases[words[next]]?.first(where: { rest.starts(with: $0.words) }) {
        take(phrase.group)
        next += phrase.words.count
        continue
      }
      take(group(of: words[next]))
      next += 1
    }
    return best
  }
}
