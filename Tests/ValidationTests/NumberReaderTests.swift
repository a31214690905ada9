import LeadModel
import Testing
import Validation

struct NumberReaderTests {
  struct Money: CustomTestStringConvertible {
    let text: String
    let mark: DecimalMark
    let cents: Int64?
    var currency: String?
    var testDescription: String { "\(text) with a decimal \(mark)" }
  }

  @Test(
    "an amount is read exactly, or not at all",
    arguments: [
      Money(text: "1234.56", mark: .point, cents: 123_456),
      Money(text: "1,234.56", mark: .point, cents: 123_456),
      Money(text: "1.234,56", mark: .comma, cents: 123_456),
      Money(text: "1.459.000,97", mark: .comma, cents: 145_900_097),
      Money(text: "1.234", mark: .comma, cents: 123_400),
      Money(text: "1,234", mark: .point, cents: 123_400),
      Money(text: "1.234.567", mark: .point, cents: 123_456_700),
      Money(text: "1,234.50", mark: .comma, cents: 123_450),
      Money(text: "1 234,5", mark: .comma, cents: 123_450),
      Money(text: "1\u{A0}234,50 €", mark: .comma, cents: 123_450, currency: "EUR"),
      Money(text: "1\u{202F}234,50", mark: .comma, cents: 123_450),
      Money(text: "1'234.50", mark: .point, cents: 123_450),
      Money(text: "€ 12", mark: .comma, cents: 1200, currency: "EUR"),
      Money(text: "$1,000", mark: .point, cents: 100_000),
      Money(text: "GBP 20.10", mark: .point, cents: 2010, currency: "GBP"),
      Money(text: "20.10 USD", mark: .point, cents: 2010, currency: "USD"),
      Money(text: "-12,50", mark: .comma, cents: -1250),
      Money(text: "12.50-", mark: .point, cents: -1250),
      Money(text: "(12.50)", mark: .point, cents: -1250),
      Money(text: "0.1", mark: .point, cents: 10),
      Money(text: ".5", mark: .point, cents: 50),
      Money(text: "1.500000", mark: .point, cents: 150),
      Money(text: "1,5 Mio €", mark: .comma, cents: 150_000_000, currency: "EUR"),
      Money(text: "250k", mark: .point, cents: 25_000_000),
      Money(text: "90071992547409.93", mark: .point, cents: 9_007_199_254_740_993),
      Money(text: "1.005", mark: .point, cents: nil),
      Money(text: "123,456", mark: .comma, cents: nil),
      Money(text: "0.125", mark: .point, cents: 13),
      Money(text: "1234.565", mark: .point, cents: 123_457),
      Money(text: "1679,83193277311", mark: .comma, cents: 167_983),
      Money(text: "-0.005", mark: .point, cents: -1),
      Money(text: "1.234567 Mio", mark: .point, cents: 123_456_700),
      Money(text: "1.23456 k", mark: .point, cents: 123_456),
      Money(text: "12,34,56", mark: .point, cents: nil),
      Money(text: "1234.567.890", mark: .comma, cents: nil),
      Money(text: "99999999999999999999", mark: .point, cents: nil),
      Money(text: "92233720368547759.00", mark: .point, cents: nil),
      Money(text: "about 500", mark: .point, cents: nil),
      Money(text: "12.5.2025", mark: .point, cents: nil),
      Money(text: "€", mark: .point, cents: nil),
      Money(text: "--5", mark: .point, cents: nil),
    ])
  func money(_ test: Money) {
    var text = test.text
    let reading: MoneyReader.Reading? = text.withUTF8 { cell in
      do throws(MoneyReader.Fault) {
        return try MoneyReader.read(cell, mark: test.mark)
      } catch {
        return nil
      }
    }
    #expect(reading?.cents == test.cents)
    #expect(reading?.currency == test.currency)
  }

  @Test("an amount says when somebody wrote more than cents, not when a spreadsheet computed")
  func moreThanCents() {
    let texts = ["0.0045", "12.5", "1234.500", "7.0125", "33.333333333333336", "1.2345 k"]
    let found = texts.map { text in
      var text = text
      return text.withUTF8 { try? MoneyReader.read($0, mark: .point).hasMoreThanCents }
    }
    #expect(found == [true, false, false, true, false, false])
  }

  @Test(
    "a currency is one of ISO 4217, by its code, an unambiguous sign or its name",
    arguments: [
      ("EUR", "EUR"), ("eur", "EUR"), ("Gbp", "GBP"), ("€", "EUR"), ("euros", "EUR"), ("R$", "BRL"),
      ("zł", "PLN"), ("₹", "INR"), ("SFr", "CHF"), ("RMB", "CNY"), ("XOF", "XOF"),
      ("GBp", nil), ("GBX", nil), ("kr", nil), ("QQQ", nil), ("XXX", nil), ("XTS", nil), ("", nil),
    ] as [(String, String?)])
  func currency(text: String, code: String?) {
    #expect(Currency.code(of: text) == code)
  }

  @Test("cents are rounded to whole units half away from zero")
  func wholeUnits() {
    #expect(
      [149, 150, -149, -150, 0].map { MoneyReader.wholeUnits(ofCents: $0) } == [1, 2, -1, -2, 0])
  }

  struct Count: CustomTestStringConvertible {
    let text: String
    var mark = DecimalMark.point
    let value: Int64?
    var isLowerBound = false
    var testDescription: String { text }
  }

  @Test(
    "a count has no decimals, whatever the mark",
    arguments: [
      Count(text: "42", value: 42),
      Count(text: "1.200", value: 1200),
      Count(text: "1,200", mark: .comma, value: 1200),
      Count(text: "1 200", value: 1200),
      Count(text: "42.0", value: 42),
      Count(text: "50-100", value: 50, isLowerBound: true),
      Count(text: "50 – 100", value: 50, isLowerBound: true),
      Count(text: "1.001-5.000", mark: .comma, value: 1001, isLowerBound: true),
      Count(text: "500+", value: 500, isLowerBound: true),
      Count(text: "> 500", value: 500, isLowerBound: true),
      Count(text: "100-50", value: nil),
      Count(text: "42.5", value: nil),
      Count(text: "0.125", value: nil),
      Count(text: "12345.678", value: nil),
      Count(text: "12345.000", value: 12345),
      Count(text: "1,234.567", value: nil),
      Count(text: "-3", value: nil),
      Count(text: "many", value: nil),
      Count(text: "", value: nil),
    ])
  func count(_ test: Count) {
    var text = test.text
    let reading = text.withUTF8 { IntegerReader.read($0, mark: test.mark) }
    #expect(reading?.value == test.value)
    #expect((reading?.isLowerBound ?? false) == test.isLowerBound)
  }
}
