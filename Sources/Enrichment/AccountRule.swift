/// What of an entity its account was found by.
package enum AccountRule: String, Sendable {
  /// The registered domain of its address or web site.
  case domain
  /// Its company's standardised name.
  case name
}
