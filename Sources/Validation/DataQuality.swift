/// Characteristics of the quality of data: the reference of a rule that no other standard asks for.
///
/// - Source: ISO/IEC 25012:2008, which names fifteen; accuracy is of form (syntactic) and of meaning
///   (semantic).
enum DataQuality {
  static let syntacticAccuracy = "ISO/IEC 25012: syntactic accuracy"
  static let semanticAccuracy = "ISO/IEC 25012: semantic accuracy"
  static let completeness = "ISO/IEC 25012: completeness"
  static let consistency = "ISO/IEC 25012: consistency"
  static let credibility = "ISO/IEC 25012: credibility"
  static let currentness = "ISO/IEC 25012: currentness"
  static let compliance = "ISO/IEC 25012: compliance"
  static let precision = "ISO/IEC 25012: precision"
  static let availability = "ISO/IEC 25012: availability"
}
