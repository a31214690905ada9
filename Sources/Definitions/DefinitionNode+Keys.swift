// Short cuts from a mapping to the values under its keys. With a default the key may be absent.
extension DefinitionNode {
  package func string(_ key: String) throws(DefinitionError) -> String {
    try required(key).string()
  }

  package func string(_ key: String, default value: String) throws(DefinitionError) -> String {
    guard let node = self[key] else { return value }
    return try node.string()
  }

  package func optionalString(_ key: String) throws(DefinitionError) -> String? {
    guard let node = self[key] else { return nil }
    return try node.string()
  }

  package func int(
    _ key: String, in bounds: ClosedRange<Int> = Int.min...Int.max
  ) throws(DefinitionError) -> Int {
    try required(key).int(in: bounds)
  }

  package func int(
    _ key: String, default value: Int, in bounds: ClosedRange<Int> = Int.min...Int.max
  ) throws(DefinitionError) -> Int {
    guard let node = self[key] else { return value }
    return try node.int(in: bounds)
  }

  package func double(_ key: String) throws(DefinitionError) -> Double {
    try required(key).double()
  }

  package func double(_ key: String, default value: Double) throws(DefinitionError) -> Double {
    guard let node = self[key] else { return value }
    return try node.double()
  }

  package func bool(_ key: String) throws(DefinitionError) -> Bool {
    try required(key).bool()
  }

  package func bool(_ key: String, default value: Bool) throws(DefinitionError) -> Bool {
    guard let node = self[key] else { return value }
    return try node.bool()
  }

  package func strings(_ key: String) throws(DefinitionError) -> [String] {
    try required(key).strings()
  }

  package func strings(
    _ key: String, default value: [String]
  ) throws(DefinitionError) -> [String] {
    guard let node = self[key] else { return value }
    return try node.strings()
  }

  package func sequence(_ key: String) throws(DefinitionError) -> [DefinitionNode] {
    try required(key).sequence()
  }

  package func sequence(
    _ key: String, default value: [DefinitionNode]
  ) throws(DefinitionError) -> [DefinitionNode] {
    guard let node = self[key] else { return value }
    return try node.sequence()
  }

  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, default value: Choice
  ) throws(DefinitionError) -> Choice where Choice.RawValue == String {
    guard let node = self[key] else { return value }
    return try node.choice(Choice.self)
  }
}
