/// What the ending of a file's name says of how a table was stored: packed or not, as text or as a
/// workbook. What the file is about stands before it.
enum TableName {
  static let packings = [".gz", ".zst"]
  private static let texts = [".csv", ".tsv", ".tab", ".txt"]
  private static let workbooks = [".xlsx", ".xlsm"]

  /// Whether a name is that of a table; text alone is read packed.
  static func isTable(_ name: String) -> Bool {
    let inner = unpacked(name)
    return ending(of: inner, texts) != nil || inner == name && ending(of: name, workbooks) != nil
  }

  /// Whether a name is that of a table of text, packed or not.
  static func isText(_ name: String) -> Bool { ending(of: unpacked(name), texts) != nil }

  /// A name without what a packing adds: `leads.csv` for `leads.csv.gz`.
  static func unpacked(_ name: String) -> String {
    ending(of: name, packings).map { String(name.dropLast($0.count)) } ?? name
  }

  /// A name without what says how the table was stored: `leads` for `leads.csv.gz`.
  static func stem(_ name: String) -> String {
    let inner = unpacked(name)
    if let known = ending(of: inner, texts + workbooks) {
      return String(inner.dropLast(known.count))
    }
    return inner.lastIndex(of: ".").map { String(inner[..<$0]) } ?? inner
  }

  /// Whether a pattern fits a name: as the name stands, without its packing, or, since the same table
  /// may be stored in either of them, with `.csv` for another ending of a text, `.xlsx` for another of
  /// a workbook.
  static func matches(_ pattern: String, _ name: String) -> Bool {
    alike(name).contains { Glob.matches(pattern, $0) }
  }

  /// Whether a pattern is for names with just this packing, or this one of several endings of a text.
  static func namesEnding(_ pattern: String, of name: String) -> Bool {
    guard let ending = ending(of: name, packings + texts + workbooks),
      ending != ".csv", ending != ".xlsx"
    else { return false }
    return pattern.lowercased().hasSuffix(ending) && Glob.matches(pattern, name)
  }

  /// A name as it stands, and what else the same table might be called.
  private static func alike(_ name: String) -> [String] {
    let inner = unpacked(name)
    var names = inner == name ? [name] : [name, inner]
    for (endings, common) in [(texts, ".csv"), (workbooks, ".xlsx")] {
      if let ending = ending(of: inner, endings), ending != common {
        names.append(inner.dropLast(ending.count) + common)
      }
    }
    return names
  }

  /// The ending of a name among some, as they are written here.
  private static func ending(of name: String, _ endings: [String]) -> String? {
    let name = name.lowercased()
    return endings.first { name.hasSuffix($0) }
  }
}
