import Bytes
import LeadModel

/// What a word can be in a name, beside a name.
struct NameWordKind: OptionSet, Sendable {
  let rawValue: UInt32

  /// `Dr.`, `Frau`: before the name, no part of it.
  static let title = NameWordKind(rawValue: 1)
  /// `PhD`, `Jr.`: behind the name, no part of it.
  static let suffix = NameWordKind(rawValue: 2)
  /// `van`, `de la`: begins a family name.
  static let particle = NameWordKind(rawValue: 4)
  /// A particle that is written small inside a name.
  static let small = NameWordKind(rawValue: 8)
  /// `y`, `e`: ties two family names.
  static let tie = NameWordKind(rawValue: 16)
  /// A frequent family name of Spain, Portugal or Latin America: another may follow.
  static let iberian = NameWordKind(rawValue: 32)
  /// A second given name of Spanish speakers.
  static let secondGiven = NameWordKind(rawValue: 64)
  /// Typed instead of a name: `asdf`.
  static let walk = NameWordKind(rawValue: 128)
  /// Perhaps a stand-in: `test`, `Mustermann`; the whole cell decides.
  static let suspect = NameWordKind(rawValue: 256)
  /// A title or degree that is also a name or initials, and counts where it is written as one.
  static let doubtful = NameWordKind(rawValue: 512)
  /// `GmbH`: a company's, not a person's.
  static let company = NameWordKind(rawValue: 1024)
  /// `und`, `&`: between two persons.
  static let and = NameWordKind(rawValue: 2048)
  /// `test123`: hardly a name beside a name either.
  static let trial = NameWordKind(rawValue: 4096)
  /// A title that is somebody's name too, such as `Maj` or `Ing`: only with a point, behind another
  /// title, or before two names and more.
  static let named = NameWordKind(rawValue: 8192)
  /// `geb.`, `née`: the name at birth follows.
  static let birth = NameWordKind(rawValue: 16384)
  /// A title in some countries, a name in others: `pan`, `D.`
  static let local = NameWordKind(rawValue: 32768)
  /// A title that stands behind a name too, without a point: `Smith, John Mr`.
  static let behind = NameWordKind(rawValue: 65536)
  /// The `Ph.` of `Ph. D.`
  static let doctor = NameWordKind(rawValue: 131072)
}

/// Words of names by their bytes in lower case without points.
enum NameWords {
  static let longest = 24

  private static let kinds: [UInt64: NameWordKind] = {
    var kinds: [UInt64: NameWordKind] = [:]
    let local = NameWordLists.localTitles.map { (NameWordKind.local, $0.words) }
    for (kind, words) in NameWordLists.all + local {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        var text = String(word)
        kinds[text.withUTF8 { hash($0) }, default: []].formUnion(kind)
      }
    }
    for word in KeyboardWalks.all {
      var text = word
      kinds[text.withUTF8 { hash($0) }, default: []].formUnion(.walk)
    }
    return kinds
  }()

  /// Whether a word may be in the table, by the low bits of its hash: most names are not.
  private static let filter: [Bool] = {
    var filter = [Bool](repeating: false, count: 1 << 14)
    for hash in kinds.keys { filter[Int(hash & 0x3FFF)] = true }
    return filter
  }()

  /// What a word can be; nothing for a name.
  static func kind(of word: UnsafeBufferPointer<UInt8>) -> NameWordKind {
    guard word.count <= longest else { return [] }
    let hash = hash(word)
    return filter[Int(hash & 0x3FFF)] ? kinds[hash] ?? [] : []
  }

  /// Whether a word is a title in a country, as `pan` is in Poland.
  static func isTitle(_ word: UnsafeBufferPointer<UInt8>, in country: CountryCode) -> Bool {
    localTitles[country]?.contains(hash(word)) ?? false
  }

  private static let localTitles: [CountryCode: Set<UInt64>] = {
    var titles: [CountryCode: Set<UInt64>] = [:]
    for (countries, words) in NameWordLists.localTitles {
      let hashes = words.split(separator: " ").map { word in
        var text = String(word)
        return text.withUTF8 { hash($0) }
      }
      for country in countries.split(separator: " ").compactMap({ CountryCode(String($0)) }) {
        titles[country, default: []].formUnion(hashes)
      }
    }
    return titles
  }()

  /// FNV-1a over small letters, points left out.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var index = 0
    while index < word.count {
      let byte = word[index]
      index += 1
      if byte == UInt8(ascii: ".") { continue }
      if 0xC3...0xD6 ~= byte, index < word.count {
        // Letters of two bytes: Latin with marks, Greek, Cyrillic, Armenian.
        let scalar = LetterCase.lower(UInt32(byte & 0x1F) << 6 | UInt32(word[index] & 0x3F))
        hash = (hash ^ UInt64(0xC0 | scalar >> 6)) &* 0x100_0000_01b3
        hash = (hash ^ UInt64(0x80 | scalar & 0x3F)) &* 0x100_0000_01b3
        index += 1
        continue
      }
      hash = (hash ^ UInt64(ASCII.lowercased(byte))) &* 0x100_0000_01b3
    }
    return hash ^ hash >> 29
  }
}

/// Words that lie side by side on a keyboard.
enum KeyboardWalks {
  private static let rows = [
    "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm",
    "wxcvbn", "1234567890",
  ]

  /// Runs of five keys and more in either direction, the well-known ones of four, and either twice.
  static let all: [String] = {
    var walks: Set<String> = [
      "qwer", "asdf", "zxcv", "yxcv", "hjkl", "jklö", "asdfjklö", "fdsa", "rewq", "qweasd",
      "qweasdzxc", "qaywsx", "qazwsx", "asd", "asdasd", "asdasdasd", "sdf", "sdfsdf", "dfg", "fgh",
      "dfgdfg", "fghfgh", "ghj", "hjk", "jkl", "qwe", "qweqwe", "wer", "zxc", "zxczxc", "asdfasd",
      "sdfg", "dfgh", "fghj", "ghjk", "asdf1234", "qwer1234", "adsf", "asfd", "sadf", "asdfjkl",
    ]
    for row in rows {
      for keys in [Array(row), Array(row.reversed())] {
        for length in 4...10 where length <= keys.count {
          for start in 0...(keys.count - length) {
            walks.insert(String(keys[start..<start + length]))
          }
        }
      }
    }
    // Words and names of four letters and five that lie side by side too.
    walks.subtract([
      "wer", "wert", "rewe", "trew", "tree", "oiuy", "erty", "reza", "azer", "ertz", "wertz",
    ])
    for walk in walks where walk.count == 4 { walks.insert(walk + walk) }
    for letter in "abcdefghijklmnopqrstuvwxyz" {
      // 'iii' is a third.
      for count in (letter == "i" ? 4 : 3)...12 {
        walks.insert(String(repeating: letter, count: count))
      }
    }
    return walks.sorted()
  }()
}
