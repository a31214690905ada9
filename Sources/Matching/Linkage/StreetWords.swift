import Bytes

/// Words of addresses that are written out by some and shortened by others.
enum StreetWords {
  /// Writes the short form of each word of a folded address that has one, and parts the German
  /// `...strasse` and `...str` from the name of the street.
  static func shorten(_ text: inout [UInt8]) {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + 2)
    var start = 0
    for index in 0...text.count where index == text.count || text[index] == 32 {
      if index > start {
        if !output.isEmpty { output.append(32) }
        append(text[start..<index], to: &output)
      }
      start = index + 1
    }
    text = output
  }

  private static func append(_ word: ArraySlice<UInt8>, to output: inout [UInt8]) {
    let hash = word.withUnsafeBufferPointer { Hash64.of($0) }
    if let short = shortForms[hash] {
      output.append(contentsOf: short)
      return
    }
    for ending in germanEndings where word.count > ending.count && word.hasSuffix(ending) {
      output.append(contentsOf: word.dropLast(ending.count))
      output.append(32)
      output.append(contentsOf: Array("str".utf8))
      return
    }
    output.append(contentsOf: word)
  }

  private static let germanEndings = [Array("strasse".utf8), Array("str".utf8)]

  private static let shortForms: [UInt64: [UInt8]] = {
    let pairs = [
      ("street", "st"), ("road", "rd"), ("avenue", "ave"), ("av", "ave"), ("boulevard", "blvd"),
      ("boul", "blvd"), ("drive", "dr"), ("lane", "ln"), ("court", "ct"), ("crt", "ct"),
      ("place", "pl"), ("square", "sq"), ("highway", "hwy"), ("parkway", "pkwy"),
      ("terrace", "tce"), ("ter", "tce"), ("crescent", "cres"), ("cr", "cres"),
      ("circuit", "cct"), ("close", "cl"), ("suite", "ste"), ("apartment", "apt"),
      ("building", "bldg"), ("floor", "fl"), ("north", "n"), ("south", "s"), ("east", "e"),
      ("west", "w"), ("saint", "st"), ("mount", "mt"), ("fort", "ft"), ("strasse", "str"),
      ("platz", "pl"), ("allee", "all"), ("first", "1st"), ("second", "2nd"), ("third", "3rd"),
      ("fourth", "4th"), ("fifth", "5th"), ("sixth", "6th"), ("seventh", "7th"),
      ("eighth", "8th"), ("ninth", "9th"), ("tenth", "10th"),
    ]
    return Dictionary(
      pairs.map { (Hash64.of($0.0), Array($0.1.utf8)) }, uniquingKeysWith: { first, _ in first })
  }()
}

extension ArraySlice where Element == UInt8 {
  fileprivate func hasSuffix(_ ending: [UInt8]) -> Bool {
    suffix(ending.count).elementsEqual(ending)
  }
}
