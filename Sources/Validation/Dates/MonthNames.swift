/// Months by their names.
package enum MonthNames {
  /// 1 to 12, nil for any other word.
  package static func month(named word: String) -> Int? { DateWords.months[word.lowercased()] }
}
