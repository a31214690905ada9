import LeadModel

/// Which values more than one column of a file has, so that they do not say which of the columns is
/// the field: the address of who ordered stands beside that of who comes.
struct ValueRivals {
  private var counts: [String: Int] = [:]

  init() {}

  init(_ profiles: [ValueProfile], _ meanings: [ValueMeaning]) {
    for (profile, meaning) in zip(profiles, meanings) {
      if profile.share(.email) >= 0.5 { counts["email", default: 0] += 1 }
      if profile.share(.phone) >= 0.5 { counts["phone", default: 0] += 1 }
      if profile.share(.url) + profile.share(.domain) >= 0.5 { counts["website", default: 0] += 1 }
      if profile.share(.date) + profile.share(.timestamp) >= 0.5 { counts["date", default: 0] += 1 }
      if meaning.fullNames >= 0.3 { counts["full_name", default: 0] += 1 }
      if meaning.companies >= 0.3 { counts["company", default: 0] += 1 }
    }
  }

  /// Whether the values that speak for a field stand in several columns.
  func haveSeveral(_ field: String, _ type: FieldType?) -> Bool {
    let name =
      switch type {
      case .email: "email"
      case .date, .timestamp: "date"
      default: field
      }
    return counts[name] ?? 0 > 1
  }
}
