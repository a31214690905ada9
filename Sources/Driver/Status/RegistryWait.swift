import Store

/// Messages that were due in the last send and wait for a do-not-contact registry. Also that none has
/// ever come, where messages are planned and none is due yet.
struct RegistryWait {
  /// What is wrong with the registry, as the gate says it.
  let reason: String
  let messages: Int64

  static func all(_ database: Database) throws -> [RegistryWait] {
    var waits: [RegistryWait] = []
    try database.query("driver-registry-waits").rows {
      waits.append(RegistryWait(reason: $0.text(0), messages: $0.int(1)))
    }
    return waits
  }
}
