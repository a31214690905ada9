import Bytes

/// What a hostile cell is made of, over and over.
struct HostilePiece {
  let name: String
  let bytes: [UInt8]

  init(_ text: String) {
    name = text.debugDescription
    bytes = Array(text.utf8)
  }

  init(bytes: [UInt8]) {
    name = "bytes " + bytes.map { String($0, radix: 16) }.joined(separator: " ")
    self.bytes = bytes
  }

  func cell(of size: Int) -> [UInt8] {
    var cell: [UInt8] = []
    cell.reserveCapacity(size + bytes.count)
    while cell.count < size { cell += bytes }
    return cell
  }

  static let all: [HostilePiece] =
    [
      "1", "0", "12 ", "1-", " ", "  a", "\t", "\n", "\r\n", "\u{A0}", "\u{3000}", "+", "+1", "++ ",
      "00", "(", ")", "()", "[", "]", "{", "}", "<", ">", "<>", "@", "a@", "a@b.", "@a.", ".", "..",
      "a.", ",", ", ", "a, ", ";", ":", "|", "/", "\\", "\"", "'", "`", "''", "-", "--", "_", "#",
      "*", "&", "&amp;", "=", "?", "%", "%7B", "%25", "%C3", "?utm_source=", "&utm_source=a",
      "gclid=",
      "http://", "https://a.", "mailto:", "tel:", ";ext=", "x1", " ext. 5", "\u{FF11}", "\u{0660}",
      "1E", "E+", "1.", "1,", "1.000,", "2026-", "01/", "Jan ", "12:", "T00", "a", "A", "a ", "Ab ",
      "aB", "a-", "O'", "Mc", "von ", "de la ", "Dr. ", "Jr. ", "& ", "(a", "(a) ", "a - ", "dba ",
      "\"GmbH (", "test", "asdf", "n/a", "VP ",
      "GmbH ", "& Co. ", "Ltd. ", "Str. ", "PO Box ", "D-", "SW1A 1AA ", "Germany ", "\u{E9}",
      "\u{301}", "e\u{301}", "a\u{301}\u{301}", "\u{DF}", "\u{130}", "\u{FB03}", "\u{200D}",
      "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{AD}", "\u{1F600}", "\u{1F468}\u{200D}\u{1F469}",
      "\u{1F1E9}\u{1F1EA}", "\u{65E5}\u{672C} ", "\u{C3}\u{BC}", "\u{C3}\u{83}", "\u{E2}\u{20AC}",
      "xn--", "xn--a.", "\u{FC}.", "\u{3002}", "schwange", "is ", "\u{0}", "\u{1}", "{{", "__a",
    ].map { HostilePiece($0) }
    + [[0xFF], [0xC3], [0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0xC0, 0xAF], [0xC3, 0x28]]
    .map { HostilePiece(bytes: $0) }
}

/// A row as the store keeps it, with one hostile cell among good ones.
struct Row {
  let json: [UInt8]

  static let good: [String: String] = [
    "external_id": "A1", "full_name": "Ann Bell", "first_name": "Ann", "last_name": "Bell",
    "email": "ann.bell@example.org", "phone": "+49 30 23125042", "company": "Acme GmbH",
    "country": "DE", "postcode": "10115", "city": "Berlin", "street": "Torstr. 1",
    "created_at": "2026-10-01", "landing_url": "https://example.org/?utm_source=news",
    "website": "https://example.org", "utm_source": "news", "utm_medium": "email",
    "consent_status": "granted", "consent_at": "2026-10-01", "job_title": "Head of Sales",
    "employees": "250", "annual_revenue": "1000000", "notes": "call again",
  ]

  init(names: [String], field: String, cell: [UInt8]) {
    var cells = names.map { Array(Self.good[$0, default: ""].utf8) }
    if let position = names.firstIndex(of: field) { cells[position] = cell }
    json = Self.encode(cells)
  }

  /// A row with the same cell in a column behind all that have a field.
  static func unread(_ names: [String], cell: [UInt8]) -> [UInt8] {
    encode(names.map { Array(good[$0, default: ""].utf8) } + [cell])
  }

  /// As ingest writes cells, whatever their bytes are.
  private static func encode(_ cells: [[UInt8]]) -> [UInt8] {
    var json: [UInt8] = []
    for cell in cells {
      json.append(json.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
      cell.withUnsafeBufferPointer { CellJSON.appendQuoted($0, to: &json) }
    }
    return json + [UInt8(ascii: "]")]
  }
}
