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
    if regionColumn >= 0, case .text(let start, let count) = out[regionColumn] {
      region = Int(start)..<Int(start) + Int(count)
    }
    let finding = out.bytes.withUnsafeBufferPointer { bytes in
      PostcodeFinding.of(
        UnsafeBufferPointer(rebasing: bytes[code]), cell: source.cell(field),
        field: plan.fields[field].name, region: UnsafeBufferPointer(rebasing: bytes[region]),
        country: ownCountry, &postcodes)
    }
    guard let finding else { return checkDistance(source, postcode: code, country: ownCountry) }
    out.add(foreignPostcode(finding, code, source, field) ?? finding)
  }

  /// What to say instead of a postcode's shape that is another country's.
  private mutating func foreignPostcode(
    _ finding: Finding, _ code: Range<Int>, _ source: RowCells, _ field: Int
  ) -> Finding? {
    guard finding.code == ValidationRule.postcodeShape.code, let ownCountry else { return nil }
    let mail = mailCountry.flatMap { isFreeMail(emailColumn) ? nil : $0 }
    return out.bytes.withUnsafeBufferPointer { bytes in
      PostcodeFinding.ofOther(
        UnsafeBufferPointer(rebasing: bytes[code]), cell: source.cell(field),
        field: plan.fields[field].name, country: ownCountry, phone: lastPhone?.region, mail: mail,
        &postcodes)
    }
  }

  /// Compares a fixed line's area with a postcode of the country.
  private mutating func checkDistance(
    _ source: RowCells, postcode: Range<Int>, country: CountryCode
  ) {
    guard Whereabouts.isKnown(country), plan.kind == .lead, let phone = lastPhone,
      phone.type == .fixedLine, phone.region == country
    else { return }
    let apart = out.bytes.withUnsafeBufferPointer { bytes in
      phone.withE164 { number in
        Whereabouts.distance(
          ofNumber: number, postcode: UnsafeBufferPointer(rebasing: bytes[postcode]),
          country: country)
      }
    }
    guard let apart else { return }
    let code = Excerpt.of(source.cell(LeadRules.postcodeField))
    add(
      .phonePostcode, field: LeadRules.phoneField, cell: source.cell(LeadRules.phoneField),
      message: "is a number of the area of \(apart.town), some \(apart.kilometres) km away from "
        + "postcode '\(code)'; a hint: it may be kept, or a head office's")
  }

  /// Compares a region with the country that the row states.
  mutating func checkRegion(_ source: RowCells) {
    guard let ownCountry, let fields = plan.addressFields else { return }
    let region = source.value(fields.region)
    let others = regionCountries.others(of: region, stated: ownCountry)
    if others.isEmpty { return }
    let list = others.map(\.description).joined(separator: " or ")
    add(
      .regionCountry, field: fields.region, cell: region,
      message: "is a region of \(list), but the country is \(ownCountry); correct the one that is "
        + "wrong")
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
