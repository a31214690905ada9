/// Names that Excel accepts for sheets.
package enum SheetName {
  /// The nearest valid name: forbidden characters become spaces, at most 31 characters, not empty.
  package static func valid(_ name: String) -> String {
    var text = String(name.map { "[]:*?/\\\n\r\t".contains($0) ? " " : $0 })
    while text.hasPrefix("'") { text.removeFirst() }
    // Excel counts UTF-16 units.
    while text.utf16.count > 31 { text.removeLast() }
    while text.hasSuffix("'") || text.hasSuffix(" ") { text.removeLast() }
    return text.isEmpty ? "Sheet" : text
  }
}
