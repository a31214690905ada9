import Bytes
import LeadModel
import Phone
import Validation

/// In which country a number is read that is written without one: that of its row, else the one that
/// the rest of the row tells, else the supplier's default.
extension RowConformer {
  /// What a row that states no country tells of it.
  enum CountryTrace {
    /// Postcode, region or the name of a country in the address: sure.
    case address(CountryCode)
    /// A large city, whose name smaller places have too.
    case city(CountryCode)
    /// The ending of a company's mail domain: people work for companies of other countries.
    case mail(CountryCode)
    /// The same of a provider, whose addresses people keep wherever they move to.
    case freeMail(CountryCode)

    var country: CountryCode {
      switch self {
      case .address(let country), .city(let country), .mail(let country), .freeMail(let country):
        country
      }
    }
  }

  /// Reads a cell, and says so if anything but the row's own country or the supplier's default decided
  /// what number it is.
  mutating func readNumber(
    _ cell: UnsafeBufferPointer<UInt8>, field: Int, of source: RowCells
  ) -> PhoneVerdict {
    phoneCountry = country
    let verdict = phones.examine(cell, region: country)
    if cell.first == UInt8(ascii: "+") { return verdict }
    let mayLackPlus = verdict.repairs.mayLackPlus
    guard ownCountry == nil, let trace = countryTrace(source) else { return verdict }
    if mayLackPlus, let other = phones.withPlus(cell), let region = other.region,
      StatedCountry.isKin(region, trace.country)
    {
      return other
    }
    if let country, StatedCountry.isKin(country, trace.country) { return verdict }
    let other = phones.examine(cell, region: trace.country)
    guard isBelieved(other, by: trace, against: verdict) else {
      if case .mail = trace, other.isValid { noteDoubt(trace, verdict, or: other, cell, field) }
      return verdict
    }
    phoneCountry = trace.country
    if other.outcome != verdict.outcome || other.e164 != verdict.e164 {
      note(trace, other, cell: cell, field: field)
    }
    return other
  }

  /// Whether a number is one of the country that is told of, rather than of the default. Where it may
  /// be of both, addresses go before defaults, and defaults before mail domains.
  private func isBelieved(
    _ other: PhoneVerdict, by trace: CountryTrace, against verdict: PhoneVerdict
  ) -> Bool {
    switch trace {
    case .address:
      other.isValid || !verdict.isValid
        || other.outcome == .possible && phones.weight(of: verdict) < 2
    case .city:
      other.isValid && (!verdict.isValid || phones.weight(of: other) >= phones.weight(of: verdict))
    case .mail, .freeMail:
      other.isValid && (!verdict.isValid || phones.weight(of: other) > phones.weight(of: verdict))
    }
  }

  private mutating func note(
    _ trace: CountryTrace, _ verdict: PhoneVerdict, cell: UnsafeBufferPointer<UInt8>, field: Int
  ) {
    let place =
      switch trace {
      case .address: "where the address is"
      case .city: "where the city is"
      case .mail, .freeMail: "as the mail domain is"
      }
    let instead = country.map { ", not of the source's default \($0)" } ?? ""
    add(
      .phoneAddress, field: field, cell: cell,
      message: "was read as a number of \(trace.country), \(place)\(instead); the row states no "
        + "country", suggestion: verdict.isValid ? verdict.e164 : nil)
  }

  /// Says that a number may as well be one of the mail domain's country.
  private mutating func noteDoubt(
    _ trace: CountryTrace, _ verdict: PhoneVerdict, or other: PhoneVerdict,
    _ cell: UnsafeBufferPointer<UInt8>, _ field: Int
  ) {
    guard let country, phones.weight(of: other) == phones.weight(of: verdict) else { return }
    add(
      .phoneAddress, field: field, cell: cell,
      message: "was read as a number of \(country), the source's default; \(other.e164) is one of "
        + "\(trace.country), as the mail domain is; the row states no country")
  }

  // MARK: Traces

  /// The first trace that the row has; a mail domain whose country the postcode cannot be of is none.
  private mutating func countryTrace(_ source: RowCells) -> CountryTrace? {
    if let told = addressCountry(source) { return .address(told) }
    var postcode = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    if let fields = plan.addressFields {
      postcode = source.value(fields.postcode)
      let told = addresses.country(
        ofCity: source.value(fields.city), region: source.value(fields.region), postcode: postcode)
      if let told { return .city(told) }
    }
    guard let told = mailCountry, addresses.canHave(postcode, told) else { return nil }
    return isFreeMail(emailColumn) ? .freeMail(told) : .mail(told)
  }

  /// The country that the row's address tells for sure.
  mutating func addressCountry(_ source: RowCells) -> CountryCode? {
    guard let fields = plan.addressFields else { return nil }
    return addresses.country(
      street: source.value(fields.street), city: source.value(fields.city),
      region: source.value(fields.region), postcode: source.value(fields.postcode))
  }

  /// The country whose ending the mail domain has.
  var mailCountry: CountryCode? {
    emailColumn < 0 ? nil : bytes(of: emailColumn) { StatedCountry.ofDomain($0) }
  }

  // MARK: Findings

  /// What a number would be that was read as one of another country, as too long for the row's.
  func foreignPlus(_ verdict: PhoneVerdict) -> String {
    guard let phoneCountry, let region = verdict.region, region != phoneCountry else { return "" }
    return ", a number of \(region)"
  }

  /// Tells of the other number that digits may be, where a refusal counts for both, or where the mail
  /// domain speaks for it against the country that the row states.
  mutating func noteForeignPlus(
    _ verdict: PhoneVerdict, or other: PhoneVerdict, cell: UnsafeBufferPointer<UInt8>, field: Int
  ) {
    guard let region = other.region else { return }
    let isTold = mailCountry.map { StatedCountry.isKin($0, region) } ?? false
    guard isTold || takesRefusals else { return }
    add(
      .phoneLostPlus, field: field, cell: cell,
      message: "was read as \(verdict.e164); with a plus before it, it would be a number of "
        + "\(region)" + refusalScope(otherwise: ", as the mail domain is"),
      suggestion: takesRefusals ? nil : other.e164)
  }
}
