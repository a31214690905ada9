import Bytes
import LeadModel
import Testing
import Validation

@Suite("What somebody meant who wrote a value that cannot be used")
struct SuggestionTests {
  static let policy: ValidationPolicy = {
    var policy = ValidationPolicy()
    policy.domainTypos = WordMap([
      ("gmial.com", "gmail.com"), ("hotmial.com", "hotmail.com"), ("wbe.de", "web.de"),
    ])
    return policy
  }()

  @Test(
    "an address is repaired where it can hardly be read otherwise",
    arguments: [
      ("two@@example.com", "two@example.com"),
      ("ada(at)example.com", "ada@example.com"),
      ("ada [AT] example [dot] com", "ada@example.com"),
      ("ada at example.com", "ada@example.com"),
      ("ada @ example.com", "ada@example.com"),
      ("ada@example. com", "ada@example.com"),
      ("ada@example,com", "ada@example.com"),
      ("dots..dots@example.net", "dots.dots@example.net"),
      ("trailing.dot.@example.com", "trailing.dot@example.com"),
      ("<ada@example.com", "ada@example.com"),
      ("ada@example.com).", "ada@example.com"),
      ("ada\"example.com", "ada@example.com"),
      ("ada.lovelacegmail.com", "ada.lovelace@gmail.com"),
      ("ada#gmail.com", "ada@gmail.com"),
      ("ada@@gmial.com", "ada@gmail.com"),
      ("ada@gmail", "ada@gmail.com"),
      ("ada@gmailcom", "ada@gmail.com"),
      ("ada@example.com (work)", "ada@example.com"),
      ("ada @ example . com", "ada@example.com"),
      ("ada@@example.cmo", "ada@example.com"),
      ("E-mail: ada@example.com", "ada@example.com"),
      ("Ada Lovelace (ada@example.com)", "ada@example.com"),
      ("ada@example.com - Ada", "ada@example.com"),
      ("Ada - o'ada@example.com", "o'ada@example.com"),
      ("#ada@example.com#mailto:ada@example.com#", "ada@example.com"),
      ("ada%40example.com", "ada@example.com"),
      ("ada&#64;example.com", "ada@example.com"),
      ("ada at example dot com", "ada@example.com"),
      ("ada\u{A0}@example.com", "ada@example.com"), ("ad\u{200B}a@example.com", "ada@example.com"),
      ("ada@exam\u{AD}ple,com", "ada@example.com"),
      // Nobody knows.
      ("Ada ada@example.com", nil), ("ada@example.co m", nil), ("a[d]a@example.com", nil),
      ("mail: ada@example.com, bob: bob@example.com", nil), ("http://ada@example.com", nil),
      ("kein-at-zeichen.example.com", nil), ("blank in@example.com", nil), ("nobody@", nil),
      ("@example.org", nil), ("a@b@example.com", nil), ("under@no_dot", nil), ("n/a", nil),
      ("", nil), ("ada@web", nil), ("gmail.com", nil), ("ada@host..invalid", nil),
    ] as [(String, String?)])
  func email(written: String, meant: String?) {
    var reader = EmailReader()
    var written = written
    #expect(
      written.withUTF8 { EmailSuggestion.of($0, policy: Self.policy, reader: &reader) } == meant)
  }

  @Test(
    "a word is found that is one edit away, and no other",
    arguments: [
      ("Germny", "Germany"), ("Deutschlnad", "Germany"), ("Frnace", "France"),
      ("Swedenn", "Sweden"), ("Osterreihc", "Austria"), ("Absurdistan", nil), ("Xyz", nil),
      ("", nil), ("Atlantis", nil),
    ] as [(String, String?)])
  func country(written: String, meant: String?) {
    #expect(CountryTable.name(near: written) == meant)
  }

  @Test(
    "a choice is found that is one edit away",
    arguments: [
      ("grantd", "granted"), ("withdrwan", "withdrawn"), ("widerufen", "withdrawn"),
      ("maybe", nil), ("yse", nil),
    ] as [(String, String?)])
  func choice(written: String, meant: String?) {
    #expect(Vocabulary.consentStatus.value(near: written) == meant)
  }

  @Test(
    "a date in another order is suggested where only one fits",
    arguments: [
      ("12/31/2025", DateOrder.dmy, "2025-12-31"), ("31.12.2025", .mdy, "2025-12-31"),
      ("31.12.25", .mdy, "2025-12-31"), ("31.02.2026", .dmy, nil), ("soon", .dmy, nil),
      ("13/13/2025", .dmy, nil),
    ] as [(String, DateOrder, String?)])
  func date(written: String, order: DateOrder, meant: String?) throws {
    let asOf = try #require(Timestamp(iso: "2026-11-02"))
    var written = written
    #expect(written.withUTF8 { ValueSuggestion.date($0, order: order, asOf: asOf) } == meant)
  }

  @Test("a future date is suggested with day and month swapped when that has passed")
  func swapped() throws {
    let asOf = try #require(Timestamp(iso: "2026-11-02"))
    let date = try #require(CivilDate(year: 2026, month: 12, day: 3))
    #expect(ValueSuggestion.swapped(date, asOf: asOf) == "2026-03-12")
    let other = try #require(CivilDate(year: 2026, month: 12, day: 13))
    #expect(ValueSuggestion.swapped(other, asOf: asOf) == nil)
    let far = try #require(CivilDate(year: 2062, month: 10, day: 11))
    #expect(ValueSuggestion.swapped(far, asOf: asOf) == nil)
  }

  @Test(
    "an amount with the other decimal mark is written with the supplier's",
    arguments: [
      ("1.234,50", DecimalMark.point, "1234.50"), ("-1,234.5", .comma, "-1234,50"),
      ("about 5", .point, nil), ("1,2345", .point, nil), ("1,23", .point, "1.23"),
    ] as [(String, DecimalMark, String?)])
  func money(written: String, mark: DecimalMark, meant: String?) {
    var written = written
    #expect(written.withUTF8 { ValueSuggestion.money($0, mark: mark) } == meant)
  }

  @Test(
    "the only number in a text is suggested",
    arguments: [
      ("ca. 250", "250"), ("250 Mitarbeiter", "250"), ("~80", "80"), ("1.5 people", nil),
      ("10-20", nil), ("many", nil), ("1,200", nil), ("2 Mio", "2000000"), ("2 mln", "2000000"),
      ("500 employees", "500"), ("over 40 people.", "40"), ("3M", "3000000"), ("5 tys.", "5000"),
      // Words and signs that mean another number.
      ("3 Mrd", nil), ("3 bn", nil), ("3 billion", nil), ("3 mil", nil), ("<50", nil),
      ("(500)", nil), ("under 50", nil), ("max. 50", nil), ("50 %", nil), ("50 dozen", nil),
      ("no. 7", nil), ("1.5k", nil), (".5", nil), ("5.", nil), ("-5", nil), ("5-", nil),
    ] as [(String, String?)])
  func integer(written: String, meant: String?) {
    #expect(ValueSuggestion.integer(written) == meant)
  }
}
