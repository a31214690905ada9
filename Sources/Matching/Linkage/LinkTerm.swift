/// A level that means "the same value of a field", whose weight depends on how common the value is.
package struct LinkTerm: Sendable {
  package let comparison: LinkComparison
  package let level: Int
  package let field: LinkField

  package static let all = [
    LinkTerm(comparison: .givenName, level: 1, field: .givenName),
    LinkTerm(comparison: .familyName, level: 1, field: .familyName),
    LinkTerm(comparison: .company, level: 1, field: .company),
    LinkTerm(comparison: .street, level: 1, field: .street),
    LinkTerm(comparison: .place, level: 2, field: .city),
    LinkTerm(comparison: .domain, level: 1, field: .domain),
  ]

  static func of(_ comparison: LinkComparison, level: Int) -> LinkTerm? {
    switch (comparison, level) {
    case (.givenName, 1): all[0]
    case (.familyName, 1): all[1]
    case (.company, 1): all[2]
    case (.street, 1): all[3]
    case (.place, 2): all[4]
    case (.domain, 1): all[5]
    default: nil
    }
  }
}
