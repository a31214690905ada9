import Bytes

/// What a rejects workbook writes beside each row, so that the row is recognised when it comes back:
/// sorted, in a file of another name, or saved as another format.
///
/// It stands in a hidden last column, in the header for the sheet and below it for the rows:
/// `LM-S3-9f8e7d6c` and `LM-12-0a1b2c3d`. The letters in front keep spreadsheets from reading a
/// number or a date into it; the digits behind tell a row of this workspace from one of another.
package struct RejectToken: Equatable, Sendable {
  package enum Subject: Equatable, Sendable {
    case sheet(Int64)
    case row(Int64)
  }

  package let subject: Subject
  let check: String

  /// The token of something that came with a file.
  package init(_ subject: Subject, contentHash: String) {
    self.subject = subject
    let hash = Hash64.of("\(Self.text(subject))/\(contentHash)")
    let digits = String(UInt32(truncatingIfNeeded: hash), radix: 16)
    check = String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// Reads a token in any case, with space or other words around it; nil when there is none.
  package init?(_ cell: String) {
    guard cell.utf8.count <= 64,
      let word = cell.split(whereSeparator: \.isWhitespace).last?.uppercased(),
      word.hasPrefix("LM-")
    else { return nil }
    let parts = word.dropFirst(3).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 8, parts[1].allSatisfy(\.isHexDigit) else {
      return nil
    }
    let isSheet = parts[0].hasPrefix("S")
    guard let number = Int64(isSheet ? parts[0].dropFirst() : parts[0]), number > 0 else {
      return nil
    }
    subject = isSheet ? .sheet(number) : .row(number)
    check = parts[1].lowercased()
  }

  /// As it stands in a cell.
  package var text: String { "LM-\(Self.text(subject))-\(check)" }

  /// Whether it was written for this file.
  package func isOf(contentHash: String) -> Bool {
    self == RejectToken(subject, contentHash: contentHash)
  }

  private static func text(_ subject: Subject) -> String {
    switch subject {
    case .sheet(let id): "S\(id)"
    case .row(let id): "\(id)"
    }
  }
}
