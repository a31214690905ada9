/// An RGB colour, as `0xC0392B`.
package struct Color: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// 0xRRGGBB.
  package let rgb: UInt32

  package init(integerLiteral value: UInt32) {
    rgb = value & 0xFF_FFFF
  }
}

/// How a cell looks. Styles are values: equal styles share one format of the workbook.
package struct CellStyle: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable { case general, left, center, right }
  package enum VerticalAlignment: Hashable, Sendable { case bottom, center, top }
  package enum Border: Hashable, Sendable {
    case none, thin, hair, bottomThin, bottomThick, topThin
  }

  package var bold = false
  package var italic = false
  package var underline = false
  /// Nil is the workbook's default.
  package var fontName: String?
  /// Points; nil is the workbook's default of 11.
  package var fontSize: Double?
  package var fontColor: Color?
  package var fill: Color?
  /// An Excel number format, as `#,##0.00`, `0.0%` or `yyyy-mm-dd`; `@` keeps edited text text.
  package var numberFormat: String?
  package var alignment = Alignment.general
  package var verticalAlignment = VerticalAlignment.bottom
  package var wraps = false
  package var border = Border.none
  package var borderColor: Color?
  /// Levels of about three characters.
  package var indent = 0

  package static let plain = CellStyle()

  package init(
    bold: Bool = false, italic: Bool = false, underline: Bool = false,
    fontName: String? = nil, fontSize: Double? = nil, fontColor: Color? = nil, fill: Color? = nil,
    numberFormat: String? = nil,
    alignment: Alignment = .general, verticalAlignment: VerticalAlignment = .bottom,
    wraps: Bool = false, border: Border = .none, borderColor: Color? = nil, indent: Int = 0
  ) {
    self.bold = bold
    self.italic = italic
    self.underline = underline
    self.fontName = fontName
    self.fontSize = fontSize
    self.fontColor = fontColor
    self.fill = fill
    self.numberFormat = numberFormat
    self.alignment = alignment
    self.verticalAlignment = verticalAlignment
    self.wraps = wraps
    self.border = border
    self.borderColor = borderColor
    self.indent = indent
  }

  /// The same style with something changed, as `style.with { $0.bold = true }`.
  package func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var copy = self
    change(&copy)
    return copy
  }
}
