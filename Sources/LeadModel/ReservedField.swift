/// Columns of exported files that are about the record itself, beside the fields of its kind.
package enum ReservedField {
  /// What a source sheet's list of fields calls the column that names the record.
  package static let identity = "leadmill_id"
  /// Who sent the record first: it keeps its supplier.
  package static let supplier = "leadmill_supplier"
  /// What the other columns of a lead cannot tell: `quarantined`, `email_invalid`, `phone_invalid`.
  package static let state = "leadmill_state"
  /// Columns that are for people; reading leaves them alone.
  package static let ignored = "leadmill_ignored"

  /// The supplier of files that were exported.
  package static let exportSupplier = "leadmill-export"

  /// The header of the column that names the record: it says the kind too.
  package static func identityHeader(_ kind: RecordKind) -> String {
    "leadmill_\(kind.rawValue)_id"
  }
}
