package import LeadModel

extension CompanyName {
  /// A company's name without its legal form, and that form as its country calls it.
  ///
  /// - Parameters:
  ///   - name: the cell.
  ///   - country: where the company is, if that is known.
  /// - Returns: the name in its own spelling; nil for the form when it shows none.
  package static func described(
    _ name: String, country: CountryCode?
  ) -> (name: String, legalForm: String?) {
    var reader = CompanyName()
    reader.read(name)
    if let form = reader.legalForm {
      if reader.isFormInFront, !LocalForms.isForm(form, before: name.utf8.first, in: country) {
        return (name, nil)
      }
      return (tradeName(of: name), LocalForms.name(of: form, in: country))
    }
    var text = name
    let local = country.flatMap { country in
      text.withUTF8 { bytes in
        LocalForms.form(of: bytes, in: country).map { form, rest in
          (String(decoding: bytes[rest], as: UTF8.self), form)
        }
      }
    }
    guard let local else { return (tradeName(of: name), nil) }
    return (unquoted(local.0), local.1)
  }

  /// The legal form of a company as its country calls it.
  ///
  /// - Parameters:
  ///   - name: the cell that was read.
  ///   - country: where the company is, if that is known.
  /// - Returns: nil when the name shows none.
  package func legalForm(
    of name: UnsafeBufferPointer<UInt8>, in country: CountryCode?
  ) -> String? {
    if let legalForm {
      if isFormInFront, !LocalForms.isForm(legalForm, before: name.first, in: country) {
        return nil
      }
      return LocalForms.name(of: legalForm, in: country)
    }
    return country.flatMap { LocalForms.form(of: name, in: $0)?.form }
  }

  /// A name without the quotation marks that it stands in, as it does in the registers of the Baltic
  /// states and of Russia: `Bell` of `„Bell“`.
  static func unquoted(_ name: some StringProtocol) -> String {
    guard name.count > 2, let first = name.first, let last = name.last, quotes.contains(first),
      quotes.contains(last), !name.dropFirst().dropLast().contains(where: quotes.contains)
    else { return String(name) }
    return name.dropFirst().dropLast().trimmingSpaces
  }

  private static let quotes: Set<Character> = ["\"", "„", "“", "”", "«", "»", "‚", "‘", "’"]
}

extension StringProtocol {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
