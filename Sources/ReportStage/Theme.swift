import Workbook

/// Colours and cell styles of the workbooks.
enum Theme {
  static let ink: Color = 0x1F3A5F
  static let quiet: Color = 0x5F6B7A
  static let panel: Color = 0xF2F5F9
  static let line: Color = 0xD5DCE5

  /// Series colours in the order in which they are given out, and by name.
  static let palette: [(name: String, color: Color)] = [
    ("blue", 0x2F6DB5), ("orange", 0xE08A2E), ("green", 0x2E8B57), ("purple", 0x7E57A6),
    ("grey", 0x8A94A3), ("red", 0xC0392B), ("amber", 0xE2B93B), ("light", 0xB7CBE3),
  ]

  static func color(named name: String?, at index: Int) -> Color {
    palette.first { $0.name == name }?.color ?? palette[index % palette.count].color
  }

  static let title = CellStyle(
    bold: true, fontSize: 18, fontColor: ink, verticalAlignment: .center)
  static let subtitle = CellStyle(italic: true, fontSize: 11, fontColor: quiet)
  static let stamp = CellStyle(
    fontSize: 9, fontColor: quiet, alignment: .right, verticalAlignment: .center)
  static let headline = CellStyle(
    bold: true, fontSize: 13, fontColor: ink, fill: 0xE8EEF6, verticalAlignment: .center,
    wraps: true, indent: 1)
  static let heading = CellStyle(bold: true, fontSize: 12, fontColor: ink)
  static let note = CellStyle(
    italic: true, fontSize: 9, fontColor: quiet, verticalAlignment: .top, wraps: true)
  static let header = CellStyle(
    bold: true, fontColor: 0xFFFFFF, fill: ink, verticalAlignment: .center, wraps: true,
    border: .thin, borderColor: line)
  static let cell = CellStyle(verticalAlignment: .center, border: .thin, borderColor: line)
  static let total = CellStyle(
    bold: true, fill: panel, verticalAlignment: .center, border: .thin, borderColor: line)

  static let figureLabel = CellStyle(
    bold: true, fontSize: 10, fontColor: quiet, fill: panel, alignment: .center,
    verticalAlignment: .center, border: .thin, borderColor: 0xFFFFFF)
  static let figureNote = CellStyle(
    fontSize: 9, fontColor: quiet, fill: panel, alignment: .center, verticalAlignment: .top,
    wraps: true, border: .thin, borderColor: 0xFFFFFF)

  static func figureValue(_ state: LightState?) -> CellStyle {
    CellStyle(
      bold: true, fontSize: 20, fontColor: state.map(strong) ?? ink, fill: panel,
      alignment: .center, verticalAlignment: .center, border: .thin, borderColor: 0xFFFFFF)
  }

  static func figureLight(_ state: LightState?) -> CellStyle {
    CellStyle(
      bold: true, fontSize: 9, fontColor: 0xFFFFFF, fill: state.map(strong) ?? panel,
      alignment: .center, verticalAlignment: .center, border: .thin, borderColor: 0xFFFFFF)
  }

  static func strong(_ state: LightState) -> Color {
    switch state {
    case .good: 0x2E7D32
    case .watch: 0xB26A00
    case .act: 0xB71C1C
    }
  }

  /// A cell in a state, for conditional formats.
  static func tint(_ state: LightState) -> CellStyle {
    switch state {
    case .good: CellStyle(fontColor: 0x1B5E20, fill: 0xD7EED9)
    case .watch: CellStyle(fontColor: 0x7A4A00, fill: 0xFFEBC2)
    case .act: CellStyle(fontColor: 0x8E1414, fill: 0xFBD5D5)
    }
  }
}
