/// Working time as people say it.
package enum WorkingHours {
  /// `8 working hours`, `1 working hour`, `0.5 working hours`.
  package static func text(_ seconds: Int) -> String {
    let tenths = (seconds * 10 + 1800) / 3600
    let number = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    return "\(number) working hour\(tenths == 10 ? "" : "s")"
  }
}
