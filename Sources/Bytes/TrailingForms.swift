/// Legal forms that stand at the end of a name, by the hashes of their folded words.
///
/// Flat, without a reference per form: a name that ends in `ltd` is held against forty of them.
struct TrailingForms: Sendable {
  /// What the forms are called.
  private(set) var names: [String] = []
  /// The forms of each last word, as a range of `forms`; longer ones first.
  private var ranges: [UInt64: Range<Int>] = [:]
  private var forms: [(start: Int, count: Int, name: Int)] = []
  /// The words of all forms, last word first.
  private var words: [UInt64] = []

  init(_ spellings: [(name: String, spelling: String)]) {
    var byLast: [UInt64: [(words: [UInt64], name: String)]] = [:]
    for (name, spelling) in spellings {
      let words = spelling.split(separator: " ").reversed().map { Hash64.of(String($0)) }
      guard let last = words.first else { continue }
      byLast[last, default: []].append((words, name))
    }
    for (last, candidates) in byLast {
      let start = forms.count
      for (words, name) in candidates.sorted(by: { $0.words.count > $1.words.count }) {
        forms.append((self.words.count, words.count, names.count))
        names.append(name)
        self.words += words
      }
      ranges[last] = start..<forms.count
    }
  }

  /// The longest form that a name of more words ends with.
  ///
  /// - Returns: its position in `names` and how many words it has.
  func form(atEndOf name: [UInt64]) -> (name: Int, words: Int)? {
    guard let last = name.last, let range = ranges[last] else { return nil }
    for index in range {
      let form = forms[index]
      guard form.count < name.count else { continue }
      var offset = 1
      while offset < form.count, name[name.count - 1 - offset] == words[form.start + offset] {
        offset += 1
      }
      if offset == form.count { return (form.name, form.count) }
    }
    return nil
  }
}
