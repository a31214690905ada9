import Bytes
import LeadModel
import Phone
import Validation

extension RowConformer {
  /// Compares a postcode with its country and region.
  mutating func checkPostcode(_ source: RowCells, column: Int, field: Int) {
    guard let ownCountry, case .text(let start, let count) = out[column] else { return }
    let code = Int(start)..<Int(start) + Int(count)
    var region = 0..<0
    let regionColumn = plan.column("region")
    if plan.columns[regionColumn].name == "region",
      case .text(let start, let count) = out[regionColumn]
    {
      region = Int(start)..<Int(start) + Int(count)
    }
    let finding = out.bytes.withUnsafeBufferPointer { bytes in
      PostcodeFinding.of(
        UnsafeBufferPointer(rebasing: bytes[code]), cell: source.cell(field),
        field: plan.fields[field].name, region: UnsafeBufferPointer(rebasing: bytes[region]),
        country: ownCountry, &postcodes)
    }
    if let finding { out.add(finding) }
  }

  /// Compares the country that a row states, or its supplier's default, with a large city abroad whose
  /// postcodes look as those of the country do: `75008 Paris` in Germany.
  mutating func checkCity(_ source: RowCells) {
    guard let ownCountry, let fields = plan.addressFields else { return }
    let postcode = source.value(fields.postcode)
    let city = source.value(fields.city)
    guard !postcode.isEmpty, let told = addresses.country(ofCity: city), told != ownCountry,
      !StatedCountry.isKin(told, ownCountry),
      addresses.country(ofCity: city, region: source.value(fields.region), postcode: postcode)
        != nil
    else { return }
    // "Paris, Texas"
    let namesakes = CityTable.countries(ofCity: String(decoding: city, as: UTF8.self))
    if namesakes.contains(where: { StatedCountry.isKin($0, ownCountry) }) { return }
    add(
      .cityCountry, field: fields.city, cell: city,
      message: "is a city of \(told), and '\(Excerpt.of(postcode))' may be its postcode, but the "
        + "country is \(ownCountry); correct what is wrong")
  }

  /// Whether anybody gets an address at a mail domain: people keep it wherever they move to.
  func isFreeMail(_ column: Int) -> Bool {
    let judge = domainJudge
    return bytes(of: column) { address in
      guard let at = address.lastIndex(of: UInt8(ascii: "@")) else { return false }
      return judge.judge(UnsafeBufferPointer(rebasing: address[(at + 1)...])).traits
        .contains(.freeMail)
    }
  }

  /// Compares the country that a lead states, or its address tells, with those of its number and mail
  /// domain.
  mutating func checkCountry(_ source: RowCells) {
    var byPhone = lastPhone.flatMap { $0.isValid ? $0.region : nil }
    var byMail = bytes(of: LeadRules.email) { StatedCountry.ofDomain($0) }
    if byPhone == nil, byMail == nil { return }
    guard let place = ownCountry ?? addressCountry(source) else { return }
    if let told = byPhone, StatedCountry.isKin(told, place) { byPhone = nil }
    if let told = byMail, StatedCountry.isKin(told, place) || isFreeMail(LeadRules.email) {
      byMail = nil
    }
    if byPhone == nil, byMail == nil { return }
    let phone = source.cell(LeadRules.phoneField)
    let email = source.cell(LeadRules.emailField)
    let stated = ownCountry == nil ? "the address is in \(place)" : "the country is \(place)"
    if ownCountry != nil, let byPhone, let byMail, StatedCountry.isKin(byPhone, byMail) {
      add(
        .otherCountry, field: plan.field("country"), cell: source.cell(plan.field("country")),
        message: "is the country, but number '\(Excerpt.of(phone))' and "
          + "address '\(Excerpt.of(email))' are of \(byPhone); correct it")
      return
    }
    if let byPhone {
      add(
        .phoneCountry, field: LeadRules.phoneField, cell: phone,
        message: "is a number of \(byPhone), but \(stated); correct the one that is wrong")
    }
    if let byMail {
      add(
        .mailCountry, field: LeadRules.emailField, cell: email,
        message: "has a domain of \(byMail), but \(stated); correct the one that is wrong")
    }
  }
}
