import Bytes
import LeadModel
import Phone
import Validation

extension RowConformer {
  /// Compares a postcode with its country and region.
  mutating func checkPostcode(_ source: RowCells, column: Int, field: Int) {
    guard let ownCountry, case .text(let start, let count) = out[column] else { return }
    let range = Int(start)..<Int(start) + Int(count)
    let verdict = out.bytes.withUnsafeBufferPointer {
      postcodes.check(UnsafeBufferPointer(rebasing: $0[range]), country: ownCountry)
    }
    if case .differs(let example, let suggestion) = verdict {
      let hint = suggestion.map { "; '\($0)' would fit" } ?? ""
      add(
        .postcodeShape, field: field, cell: source.cell(field),
        message: "has not the shape of a postcode of \(ownCountry), such as \(example)\(hint)",
        suggestion: suggestion)
      return
    }
    let region = plan.column("region")
    guard plan.columns[region].name == "region",
      case .text(let regionStart, let regionCount) = out[region]
    else { return }
    let regionRange = Int(regionStart)..<Int(regionStart) + Int(regionCount)
    let stated = out.bytes.withUnsafeBufferPointer {
      postcodes.contradicts(
        UnsafeBufferPointer(rebasing: $0[range]),
        region: UnsafeBufferPointer(rebasing: $0[regionRange]), country: ownCountry)
    }
    guard let stated else { return }
    add(
      .regionPostcode, field: field, cell: source.cell(field),
      message: "is no postcode of the region '\(stated)'; correct one of them")
  }

  /// Compares the country that a lead states with those of its number and mail domain.
  mutating func checkCountry(_ source: RowCells) {
    guard let ownCountry else { return }
    var byPhone: CountryCode?
    if let verdict = lastPhone, verdict.isValid, let region = verdict.region,
      !StatedCountry.isKin(region, ownCountry)
    {
      byPhone = region
    }
    var byMail = bytes(of: LeadRules.email) { StatedCountry.ofDomain($0) }
    if let told = byMail, StatedCountry.isKin(told, ownCountry) { byMail = nil }
    if byPhone == nil, byMail == nil { return }
    let phone = source.cell(LeadRules.phoneField)
    let email = source.cell(LeadRules.emailField)
    if let byPhone, let byMail, StatedCountry.isKin(byPhone, byMail) {
      add(
        .otherCountry, field: plan.field("country"), cell: source.cell(plan.field("country")),
        message: "is the country, but number '\(Excerpt.of(phone))' and "
          + "address '\(Excerpt.of(email))' are of \(byPhone); correct it")
      return
    }
    if let byPhone {
      add(
        .phoneCountry, field: LeadRules.phoneField, cell: phone,
        message: "is a number of \(byPhone), but the country is \(ownCountry)")
    }
    if let byMail {
      add(
        .mailCountry, field: LeadRules.emailField, cell: email,
        message: "has a domain of \(byMail), but the country is \(ownCountry)")
    }
  }
}
