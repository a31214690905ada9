import Bytes
package import LeadModel

/// The value that somebody meant who wrote one that cannot be read. Nil where several would do.
package enum ValueSuggestion {
  /// The date that the cell is in another order of day, month and year.
  ///
  /// When two orders would do, the one that has passed by the as-of date counts.
  package static func date(
    _ cell: UnsafeBufferPointer<UInt8>, order: DateOrder, asOf: Timestamp
  ) -> String? {
    let readings = DateOrder.allCases.filter { $0 != order }.compactMap {
      DateReader.read(cell, order: $0)?.instant.date
    }
    let dates = Set(readings).sorted()
    if dates.count == 1 { return dates[0].description }
    let past = dates.filter { $0 <= asOf.date }
    return past.count == 1 ? past[0].description : nil
  }

  /// A future date with its day and month swapped, when that has passed.
  package static func swapped(_ date: CivilDate, asOf: Timestamp) -> String? {
    guard let other = CivilDate(year: date.year, month: date.day, day: date.month),
      other <= asOf.date
    else { return nil }
    return other.description
  }

  /// An amount that is one with the other decimal mark, written with the supplier's.
  package static func money(
    _ cell: UnsafeBufferPointer<UInt8>, mark: DecimalMark
  ) -> String? {
    let other: DecimalMark = mark == .point ? .comma : .point
    guard let reading = try? MoneyReader.read(cell, mark: other), !reading.hasMoreThanCents else {
      return nil
    }
    let cents = reading.cents
    let digits = String(cents.magnitude % 100 + 100).dropFirst()
    return (cents < 0 ? "-" : "") + "\(cents.magnitude / 100)" + (mark == .point ? "." : ",")
      + digits
  }

  /// The only number in a text whose other words say nothing of how many, as in `ca. 250 people`; with
  /// its thousands or millions, as in `2 Mio`. An upper bound and a number in brackets mean another.
  package static func integer(_ text: String) -> String? {
    guard text.utf8.count <= 64 else { return nil }
    let runs = text.split { !$0.isASCII || !$0.isNumber }
    guard runs.count == 1, let run = runs.first, run.count <= 9, let count = Int(run),
      text[..<run.startIndex].allSatisfy({ $0.isLetter || " ~≈>.".contains($0) }),
      text[run.endIndex...].allSatisfy({ $0.isLetter || " +.-".contains($0) }),
      // A sign beside digits may part thousands or decimals.
      run.startIndex == text.startIndex || text[..<run.startIndex].last != ".",
      text[run.endIndex...].first != ".", text[run.endIndex...].first != "-"
    else { return nil }
    var behind = words(text[run.endIndex...])
    var factor = 1
    if let unit = behind.first, let thousand = thousands[unit] {
      factor = thousand
      behind.removeFirst()
    }
    guard (words(text[..<run.startIndex]) + behind).allSatisfy(harmless.contains) else {
      return nil
    }
    return String(count * factor)
  }

  private static func words(_ text: Substring) -> [String] {
    text.split { !$0.isLetter }.map { $0.lowercased() }
  }

  /// Words of the languages of ingest that stand beside a number of people, or beside any number.
  private static let harmless = Set(
    """
    ca circa etwa rund ungefähr about approx approximately around roughly over more than env environ
    aprox aproximadamente unos cerca de di circa ongeveer około cirka noin
    employee employees people persons person staff head heads headcount fte ftes worker workers
    mitarbeiter mitarbeiterinnen mitarbeitende beschäftigte angestellte personen leute ma vzä
    salarié salariés employé employés collaborateurs personnes empleados empleado trabajadores
    colaboradores personas dipendenti dipendente addetti persone medewerkers werknemers mensen
    funcionários funcionarios pessoas pracowników osób anställda ansatte medarbejdere personer
    työntekijää zaměstnanců lidí alkalmazott fő angajați
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

  /// Thousands and millions; of thousand millions nobody has employees, and "mil" is either.
  private static let thousands = [
    "k": 1_000, "tsd": 1_000, "thousand": 1_000, "tausend": 1_000, "mille": 1_000, "tys": 1_000,
    "m": 1_000_000, "mio": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "million": 1_000_000,
    "millions": 1_000_000, "millionen": 1_000_000, "millones": 1_000_000, "milioni": 1_000_000,
  ]
}
