internal import LeadModel

/// What a stored value looks like to a person: times as dates, cents as amounts.
package enum FieldText {
  /// What a person calls a field: amounts are shown in whole units, whatever they are stored in.
  package static func name(_ field: String) -> String {
    field.hasSuffix("_cents") ? String(field.dropLast(6)) : field
  }

  package static func shown(_ value: String?, of field: String) -> String? {
    guard let value, let number = Int64(value) else { return value }
    if field == "at" || field.hasSuffix("_at") {
      let time = Timestamp(seconds: number)
      return number % Timestamp.secondsPerDay == 0 ? "\(time.date)" : "\(time)"
    }
    guard field.hasSuffix("_cents") else { return value }
    let cents = "\(abs(number % 100))"
    return "\(number < 0 ? "-" : "")\(abs(number / 100)).\(cents.count < 2 ? "0" : "")\(cents)"
  }
}

extension RecordChange.Field {
  /// The old and the new value as a person reads them.
  package var shown: (old: String?, new: String?) {
    (FieldText.shown(old, of: name), FieldText.shown(new, of: name))
  }
}
