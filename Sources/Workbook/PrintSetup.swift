/// How a sheet comes out on paper.
package struct PrintSetup: Sendable {
  package var landscape: Bool
  /// Shrinks the sheet so that all columns fit on one page; any number of pages down.
  package var fitsWidth: Bool
  /// Rows printed on top of each page, from 0.
  package var repeatedRows: ClosedRange<Int>?
  /// Plain texts; `&` needs no escaping.
  package var headerLeft: String
  package var headerRight: String
  package var footerLeft: String
  /// Whether the footer ends with "Page 1 of 3".
  package var numbersPages: Bool

  /// A4 paper, landscape, one page wide, pages numbered, unless said otherwise.
  package init(
    landscape: Bool = true, fitsWidth: Bool = true, repeatedRows: ClosedRange<Int>? = nil,
    headerLeft: String = "", headerRight: String = "", footerLeft: String = "",
    numbersPages: Bool = true
  ) {
    self.landscape = landscape
    self.fitsWidth = fitsWidth
    self.repeatedRows = repeatedRows
    self.headerLeft = headerLeft
    self.headerRight = headerRight
    self.footerLeft = footerLeft
    self.numbersPages = numbersPages
  }

  var header: String { Self.section("L", headerLeft) + Self.section("R", headerRight) }

  var footer: String {
    Self.section("L", footerLeft) + (numbersPages ? "&RPage &P of &N" : "")
  }

  /// Excel's codes start with `&`; a text's own is doubled. The limit is 255 characters in all.
  private static func section(_ place: String, _ text: String) -> String {
    guard !text.isEmpty else { return "" }
    return "&\(place)" + String(XMLText.safe(text).prefix(90)).replacing("&", with: "&&")
  }
}
