/// Where a row stands, as a person finds it.
package struct RowPlace: Sendable, Equatable {
  package let file: String
  /// Empty for files without sheets.
  package let sheet: String
  package let row: Int64

  package var text: String {
    sheet.isEmpty ? "\(file):\(row)" : "\(file)/\(sheet):\(row)"
  }
}

/// A record with its fields that changed, or would.
package struct RecordChange: Sendable, Equatable {
  package struct Field: Sendable, Equatable {
    package let name: String
    package let old: String?
    package let new: String?

    package init(_ name: String, old: String?, new: String?) {
      self.name = name
      self.old = old
      self.new = new
    }
  }

  /// The table, which is named like the kind.
  package let kind: String
  package let id: Int64
  /// The row that brings the change; nil where none does.
  package let place: RowPlace?
  package var fields: [Field]
  /// Whether the person is in a sequence of messages now.
  package var isInActiveSequence = false

  package init(
    kind: String, id: Int64, place: RowPlace? = nil, fields: [Field],
    isInActiveSequence: Bool = false
  ) {
    self.kind = kind
    self.id = id
    self.place = place
    self.fields = fields
    self.isInActiveSequence = isInActiveSequence
  }

  /// Columns that follow from others: no change of their own.
  package static let derived: Set<String> = [
    "email_status", "mx_status", "phone_status", "phone_type", "phone_region", "dnd_channels",
    "quarantined", "quality",
  ]
}
