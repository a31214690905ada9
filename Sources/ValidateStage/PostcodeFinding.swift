import Bytes
import LeadModel
import Validation

/// What is wrong with a postcode in its country and region.
enum PostcodeFinding {
  typealias Text = UnsafeBufferPointer<UInt8>

  /// Says of which other country a code has the very shape, if it has not that of its own: as the
  /// number or the mail domain beside it tells, or as only one country's codes have it.
  static func ofOther(
    _ code: Text, cell: Text, field: String, country: CountryCode,
    phone: CountryCode?, mail: CountryCode?, _ postcodes: inout PostcodeCheck
  ) -> Finding? {
    let suspects = [phone, mail].compactMap { $0 }
    guard let owner = postcodes.owner(of: code, otherThan: country, suspects: suspects) else {
      return nil
    }
    let trace =
      phone == owner ? ", as the number is" : mail == owner ? ", as the mail domain is" : ""
    let value = Excerpt.of(cell)
    return ValidationRule.postcodeShape.finding(
      field: field,
      message: "'\(value)' has not the shape of a postcode of \(country), but that of one of "
        + "\(owner)\(trace); correct postcode or country", value: value)
  }

  /// `code` is the postcode as it is kept, `cell` as it was received, to be quoted; `region` is empty
  /// for none. `origin` says where the country is from if the row does not state it: `, which is known
  /// of it`.
  static func of(
    _ code: Text, cell: Text, field: String, region: Text, country: CountryCode,
    origin: String = "", _ postcodes: inout PostcodeCheck
  ) -> Finding? {
    let value = Excerpt.of(cell)
    let verdict = postcodes.judge(code, region: region, country: country)
    if case .differs(let example, let suggestion) = verdict.shape {
      let hint = suggestion.map { "; '\($0)' would fit" } ?? ""
      return ValidationRule.postcodeShape.finding(
        field: field,
        message: "'\(value)' has not the shape of a postcode of \(country)\(origin), such as "
          + "\(example)\(hint)", value: value, suggestion: suggestion)
    }
    guard let stated = verdict.region else { return nil }
    return ValidationRule.regionPostcode.finding(
      field: field,
      message: "'\(value)' is no postcode of the region '\(stated)'; correct one of them",
      value: value)
  }
}
