import Bytes
import LeadModel
import Validation

/// What is wrong with a postcode in its country and region.
enum PostcodeFinding {
  typealias Text = UnsafeBufferPointer<UInt8>

  /// `code` is the postcode as it is kept, `cell` as it was received, to be quoted; `region` is empty
  /// for none. `origin` says where the country is from if the row does not state it: `, which is known
  /// of it`.
  static func of(
    _ code: Text, cell: Text, field: String, region: Text, country: CountryCode,
    origin: String = "", _ postcodes: inout PostcodeCheck
  ) -> Finding? {
    let value = Excerpt.of(cell)
    if case .differs(let example, let suggestion) = postcodes.check(code, country: country) {
      let hint = suggestion.map { "; '\($0)' would fit" } ?? ""
      return ValidationRule.postcodeShape.finding(
        field: field,
        message: "'\(value)' has not the shape of a postcode of \(country)\(origin), such as "
          + "\(example)\(hint)", value: value, suggestion: suggestion)
    }
    guard let stated = postcodes.contradicts(code, region: region, country: country) else {
      return nil
    }
    return ValidationRule.regionPostcode.finding(
      field: field,
      message: "'\(value)' is no postcode of the region '\(stated)'; correct one of them",
      value: value)
  }
}
