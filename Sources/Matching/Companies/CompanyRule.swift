/// Why accounts are one company, from the strongest evidence to the weakest.
package enum CompanyRule: Int, Sendable {
  /// One registered domain, and names alike.
  case domain
  /// One telephone number, and names alike.
  case phone
  /// One name at one postcode.
  case nameAndPlace
  /// All that the accounts say together.
  case model

  /// The name that the store and people see.
  package var name: String {
    switch self {
    case .domain: "domain"
    case .phone: "phone"
    case .nameAndPlace: "name_and_place"
    case .model: "model"
    }
  }
}
