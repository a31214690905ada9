import LeadModel

/// What header rows and values tell of the kind of the rows beside the fields they have.
struct Clues: Sendable {
  let readings: [HeaderReading]
  /// Columns that only persons have, and companies do not.
  let personColumns: Double
  /// Whether a column that is just called name holds names with the legal forms of companies.
  let namesCompanies: Bool

  /// Whether there is a column of names of persons.
  let namesPersons: Bool
  /// Whether companies are named, and no persons.
  let isOfCompanies: Bool

  /// - Parameters:
  ///   - readings: of each header.
  ///   - profiles: of each column; empty when nothing is known of the values.
  ///   - leadFields: what the columns would be if the rows were leads.
  init(readings: [HeaderReading], profiles: [ValueProfile], leadFields: [String]) {
    self.readings = readings
    personColumns = Double(
      leadFields.count { ["email", "first_name", "last_name", "job_title"].contains($0) })
    let namesPersons = !Set(leadFields).isDisjoint(with: ["full_name", "first_name", "last_name"])
    self.namesPersons = namesPersons
    let holdsCompanies = profiles.contains { ValueMeaning($0.sample).companies >= 0.3 }
    isOfCompanies = !namesPersons && (holdsCompanies || leadFields.contains("company"))
    namesCompanies = zip(readings, profiles).contains { reading, profile in
      reading.alternatives.contains {
        $0.unknown.isEmpty && !$0.terms.isEmpty && $0.terms.isSubset(of: Self.bareName)
      } && ValueMeaning(profile.sample).companies >= 0.3
    }
  }

  private static let bareName = TermSet([.name, .nameOrLast, .nameOrFirst])

  /// Words that headers of a kind repeat: `Call ID`, `Call date`, `Call outcome`.
  static let terms: [RecordKind: Term] = [
    .activity: .activity, .task: .task, .consent: .consent, .deal: .deal,
  ]

  /// How many headers have a term.
  func count(_ term: Term) -> Double {
    let wanted = TermSet([term])
    let count = readings.count { reading in
      reading.alternatives.contains { $0.unknown.isEmpty && wanted.isSubset(of: $0.terms) }
    }
    return count < 2 ? 0 : Double(count)
  }

  /// Whether columns are about refusals: their time, their reason, their campaign.
  var tellsRefusals: Bool {
    readings.contains { reading in
      reading.alternatives.contains { alternative in
        TermSet([.optout]).isSubset(of: alternative.terms)
          && [.date, .time, .timestamp, .reason, .campaign].contains {
            TermSet([$0]).isSubset(of: alternative.terms)
          }
      }
    }
  }

  /// Whether a header names a registry of people who are not to be contacted.
  var namesRegistry: Bool {
    readings.contains { KindNames.kind(in: $0.header) == .suppression }
  }
}
