internal import CPhone

/// The numbering plans that numbers are judged by.
package enum NumberingPlans {
  /// The version of libphonenumber's metadata that they were made from, as `9.0.43`.
  package static var version: String { String(cString: leadmill_phone_plans_version()) }
}
