import LeadModel
import Matching
import StageKit

/// Records of a stream, each once however often it comes.
struct StreamRecords {
  /// By arrival.
  private var ids: [String] = []
  private var lines: [String] = []
  private var arrivals: [String: Int] = [:]

  /// Members of a line that are none of the record's fields.
  private static let ownMembers: Set<String> = ["key", "id"]

  /// Notes the record of a line, if it has come for the first time, and gives its place by arrival.
  mutating func add(_ id: String, line: String?) -> Int {
    if let known = arrivals[id] {
      if let line, lines[known].isEmpty { lines[known] = line }
      return known
    }
    arrivals[id] = ids.count
    ids.append(id)
    lines.append(line ?? "")
    return ids.count - 1
  }

  /// The place of a record by arrival; nil for one that has not come.
  func arrival(of id: String) -> Int? { arrivals[id] }

  /// The id of a record.
  static func id(of fields: [String: String]) throws -> String {
    guard let id = fields["id"], !id.isEmpty else {
      throw StageFailure(.unusableInput, "found no member 'id'")
    }
    return id
  }

  /// The fields of a record as they came, for the next step.
  static func members(of fields: [String: String]) -> [(key: String, value: JSONValue)] {
    fields.filter { !ownMembers.contains($0.key) && !$0.value.isEmpty }
      .sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }
  }

  /// All records in the order of their ids: by number where all are numbers.
  struct Sorted {
    let ids: [String]
    /// Position of each record, by arrival.
    let positions: [Int]
    /// Whether each record's fields are known, not only its id.
    let isKnown: [Bool]
    let records: LinkRecords
    let leads: [ClusterLead]
  }

  /// The fields of a record.
  func fields(of id: String, _ lines: StreamLines) throws -> [String: String] {
    guard let arrival = arrivals[id], !self.lines[arrival].isEmpty else { return [:] }
    return try lines.fields(of: self.lines[arrival])
  }

  func sorted(_ rules: MatchingRules, _ lines: StreamLines) throws -> Sorted {
    let numbers = ids.compactMap { Int64($0) }
    let order =
      numbers.count == ids.count
      ? ids.indices.sorted { (numbers[$0], ids[$0]) < (numbers[$1], ids[$1]) }
      : ids.indices.sorted { ids[$0] < ids[$1] }
    var positions = Array(repeating: 0, count: ids.count)
    var reader = StreamReader(rules: rules)
    var isKnown: [Bool] = []
    for (position, arrival) in order.enumerated() {
      positions[arrival] = position
      let line = self.lines[arrival]
      isKnown.append(!line.isEmpty)
      try reader.read(Int64(position), line.isEmpty ? [:] : lines.fields(of: line))
    }
    return Sorted(
      ids: order.map { ids[$0] }, positions: positions, isKnown: isKnown, records: reader.records,
      leads: reader.leads)
  }
}

/// Normalises records of a stream.
struct StreamReader {
  private var maker: KeyMaker
  private var reader: LinkReader
  private(set) var records = LinkRecords()
  private(set) var leads: [ClusterLead] = []

  init(rules: MatchingRules) {
    maker = KeyMaker(rules: rules)
    reader = LinkReader(rules: rules)
  }

  /// Appends a record: the columns of a validated lead as texts. An e-mail address and a number
  /// without a status count as valid, and a birthday may be a date.
  mutating func read(_ id: Int64, _ fields: [String: String]) throws {
    var values = fields
    for (field, status) in [("email", "email_status"), ("phone", "phone_status")]
    where !(values[field] ?? "").isEmpty && (values[status] ?? "").isEmpty {
      values[status] = "valid"
    }
    if let day = values["born_on"], day.contains("-") {
      guard let time = Timestamp(iso: day) else {
        throw StageFailure(
          .unusableInput, "found no date in 'born_on', expected one like 1980-05-17")
      }
      values["born_on"] = String(time.seconds)
    }
    LinkColumns.read(id, values, reader: &reader, into: &records)
    leads.append(
      maker.lead(
        LeadRecord(
          id: id, sourceRow: id, supplier: "",
          values: EntityField.allCases.map { field in
            values[field.name].map { .text($0) } ?? .null
          })))
  }
}
