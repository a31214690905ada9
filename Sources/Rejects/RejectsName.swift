/// Names of rejects workbooks.
package enum RejectsName {
  private static let ending = "-rejects"

  /// The workbook of a file's rejected rows; `earlier` files had the same name.
  package static func workbook(of file: String, earlier: Int) -> String {
    let stem = original(of: file) ?? file
    return stem + (earlier > 0 ? " (\(earlier + 1))" : "") + ending + ".xlsx"
  }

  /// The name of the file that a rejects workbook, or what it was saved as, comes from; nil when the
  /// name is not one of a rejects workbook.
  package static func original(of name: String) -> String? {
    guard let mark = name.ranges(of: /-rejects/.ignoresCase()).last else { return nil }
    let tail = name[mark.upperBound...]
    // `leads.csv-rejects.xlsx`, `leads.csv-rejects (1).csv`
    guard tail.contains("."), tail.utf8.count <= 16 else { return nil }
    var stem = name[..<mark.lowerBound]
    if stem.hasSuffix(")"), let open = stem.lastIndex(of: "("), open > stem.startIndex,
      stem[stem.index(after: open)...].dropLast().allSatisfy(\.isNumber),
      stem[stem.index(before: open)] == " "
    {
      stem = stem[..<stem.index(before: open)]
    }
    return stem.isEmpty ? nil : String(stem)
  }
}
