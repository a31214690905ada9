/// What one cell looks like, whatever its header says.
package enum ValueClass: Int, CaseIterable, Sendable {
  case email, phone, url, domain, timestamp, date, integer, decimal, boolean, uuid, hash, ip, text

  /// What a cell looks like that is not empty and has no white space at its ends.
  package static func of(_ cell: UnsafeBufferPointer<UInt8>) -> ValueClass {
    ValueReader.classify(cell)
  }

  /// As profiles and JSON name it.
  package var name: String {
    switch self {
    case .email: "email"
    case .phone: "phone"
    case .url: "url"
    case .domain: "domain"
    case .timestamp: "timestamp"
    case .date: "date"
    case .integer: "integer"
    case .decimal: "decimal"
    case .boolean: "boolean"
    case .uuid: "uuid"
    case .hash: "hash"
    case .ip: "ip"
    case .text: "text"
    }
  }

  package init?(name: some StringProtocol) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// As messages name several of them.
  package var plural: String {
    switch self {
    case .email: "e-mail addresses"
    case .phone: "telephone numbers"
    case .url: "web addresses"
    case .domain: "domain names"
    case .timestamp: "points in time"
    case .date: "dates"
    case .integer: "whole numbers"
    case .decimal: "decimal numbers"
    case .boolean: "yes or no"
    case .uuid: "universal ids"
    case .hash: "hashes"
    case .ip: "network addresses"
    case .text: "texts"
    }
  }
}
