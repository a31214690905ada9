/// Standardises company names: `Müller & Söhne GmbH & Co. KG` has the key `muller and sohne` and
/// the legal form `GmbH & Co. KG`.
///
/// One value per worker: it keeps its scratch memory from name to name.
package struct CompanyName: Sendable {
  /// Folded words without legal form, case, diacritics and punctuation; empty for an empty name.
  package private(set) var key: [UInt8] = []
  /// The legal form as it is usually written; nil when the name shows none.
  package private(set) var legalForm: String?
  private var wordStarts: [Int] = []

  package init() {}

  /// Reads a name; `key` and `legalForm` then hold what it says.
  package mutating func read(_ name: UnsafeBufferPointer<UInt8>) {
    key.removeAll(keepingCapacity: true)
    legalForm = nil
    TextFold.appendWords(of: name, to: &key)
    guard !key.isEmpty else { return }
    findWords()
    stripTrailingForms()
    stripLeading()
  }

  package mutating func read(_ name: String) {
    var name = name
    name.withUTF8 { read($0) }
  }

  /// The key as text.
  package static func key(of name: String) -> String {
    var reader = CompanyName()
    reader.read(name)
    return String(decoding: reader.key, as: UTF8.self)
  }

  private mutating func findWords() {
    wordStarts.removeAll(keepingCapacity: true)
    wordStarts.append(0)
    for index in key.indices where key[index] == 32 { wordStarts.append(index + 1) }
  }

  private func hash(ofWord word: Int) -> UInt64 {
    let end = word + 1 < wordStarts.count ? wordStarts[word + 1] - 1 : key.count
    return key.withUnsafeBufferPointer {
      Hash64.of(UnsafeBufferPointer(rebasing: $0[wordStarts[word]..<end]))
    }
  }

  /// Takes legal forms off the end, at most three (`Ltd Inc` happens), and never the last word.
  private mutating func stripTrailingForms() {
    for _ in 0..<3 {
      guard wordStarts.count > 1 else { return }
      let lastWord = hash(ofWord: wordStarts.count - 1)
      if lastWord == FormTable.and {
        drop(words: 1)
        continue
      }
      guard let form = FormTable.trailing[lastWord]?.first(where: { ends(with: $0.words) })
      else { return }
      if legalForm == nil { legalForm = form.name }
      drop(words: form.words.count)
    }
    if wordStarts.count > 1, hash(ofWord: wordStarts.count - 1) == FormTable.and { drop(words: 1) }
  }

  /// Whether the name ends with words, given by their hashes, last word first.
  private func ends(with words: [UInt64]) -> Bool {
    guard words.count < wordStarts.count else { return false }
    for offset in 1..<max(1, words.count)
    where hash(ofWord: wordStarts.count - 1 - offset) != words[offset] { return false }
    return true
  }

  private mutating func drop(words count: Int) {
    let first = wordStarts.count - count
    key.removeLast(key.count - (wordStarts[first] - 1))
    wordStarts.removeLast(count)
  }

  private mutating func stripLeading() {
    guard wordStarts.count > 1 else { return }
    let first = hash(ofWord: 0)
    if let form = FormTable.leading[first] {
      if legalForm == nil { legalForm = form }
    } else if first != FormTable.article {
      return
    }
    key.removeFirst(wordStarts[1])
  }
}

/// The legal forms by the hashes of their folded words.
private enum FormTable {
  struct Form: Sendable {
    let name: String
    /// Hashes of the words, last word first.
    let words: [UInt64]
  }

  static let and = Hash64.of("and")
  static let article = Hash64.of("the")

  /// By last word; longer spellings before shorter ones.
  static let trailing: [UInt64: [Form]] = {
    var forms: [UInt64: [Form]] = [:]
    for (name, spelling) in spellings(of: LegalForms.table) {
      let words = spelling.split(separator: " ").reversed().map { Hash64.of(String($0)) }
      guard let last = words.first else { continue }
      forms[last, default: []].append(Form(name: name, words: words))
    }
    return forms.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()

  static let leading: [UInt64: String] = Dictionary(
    spellings(of: LegalForms.leading).map { (Hash64.of($0.spelling), $0.name) },
    uniquingKeysWith: { first, _ in first })

  private static func spellings(of table: String) -> [(name: String, spelling: String)] {
    table.split(separator: "\n").flatMap { line -> [(name: String, spelling: String)] in
      guard let colon = line.firstIndex(of: ":") else { return [] }
      let name = String(line[..<colon])
      return line[line.index(after: colon)...].split(separator: ",").map {
        (name, TextFold.words(of: String($0)))
      }
    }
  }
}
