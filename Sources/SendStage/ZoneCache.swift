import Definitions
import LeadModel

/// Time zones by name, each read once; nil for a name that the machine does not know.
final class ZoneCache {
  private var zones: [String: ZoneRules?] = [:]

  func zone(_ name: String?) -> ZoneRules? {
    guard let name, !name.isEmpty else { return nil }
    if let known = zones[name] { return known }
    let loaded = try? ZoneFile.load(name)
    zones[name] = .some(loaded)
    return loaded
  }
}
