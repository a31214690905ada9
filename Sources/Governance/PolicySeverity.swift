/// How much a violation weighs, from worst to mildest.
package enum PolicySeverity: String, CaseIterable, Sendable, Hashable {
  /// Counts against the gate.
  case block
  case warn
  case info
}
