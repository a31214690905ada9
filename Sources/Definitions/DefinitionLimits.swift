/// What a definition file may cost, so that a hostile one stops before it hurts.
enum DefinitionLimits {
  /// Bytes of a file. The largest definition that ships has a few kilobytes.
  static let byteCount = 4 << 20
  /// Levels of lists and mappings inside one another.
  static let depth = 32
  /// Scalars, lists and mappings together.
  static let nodeCount = 200_000
}
