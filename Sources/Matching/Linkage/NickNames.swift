import Bytes

/// Which given names are forms of one name: `bob` and `robert`, `sascha` and `alexander`.
enum NickNames {
  /// Whether the first words of two folded names are forms of one name.
  static func share(_ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>) -> Bool {
    guard let leftGroups = groups[hash(left)], let rightGroups = groups[hash(right)] else {
      return false
    }
    return !leftGroups.isDisjoint(with: rightGroups)
  }

  /// The groups that each name, by the hash of its folded form, is in.
  private static let groups: [UInt64: Set<Int32>] = {
    var groups: [UInt64: Set<Int32>] = [:]
    var group: Int32 = 0
    for entry in NickNameGroups.text.split(separator: ";") {
      let names = entry.split { $0 == ":" || $0 == "/" || $0 == " " || $0 == "\n" }
      guard !names.isEmpty else { continue }
      group += 1
      for name in names {
        var bytes = Array(name.utf8)
        collapseDigraphs(&bytes)
        groups[bytes.withUnsafeBufferPointer { Hash64.of($0) }, default: []].insert(group)
      }
    }
    return groups
  }()

  /// The first letter of the formal name that the first word of a folded name is a pet form of; nil
  /// for a name that begins like one of its formal ones, or is none that is known.
  static func formalInitial(of name: borrowing Span<UInt8>) -> UInt8? { initials[hash(name)] }

  private static let initials: [UInt64: UInt8] = {
    var formal: [UInt64: UInt8] = [:]
    var alike: Set<UInt64> = []
    for entry in NickNameGroups.text.split(separator: ";") {
      let names = entry.split { $0 == ":" || $0 == "/" || $0 == " " || $0 == "\n" }
      guard let initial = names.first?.utf8.first else { continue }
      for name in names {
        var bytes = Array(name.utf8)
        collapseDigraphs(&bytes)
        let hash = bytes.withUnsafeBufferPointer { Hash64.of($0) }
        if bytes.first == initial { alike.insert(hash) }
        formal[hash] = formal[hash] ?? initial
      }
    }
    return formal.filter { !alike.contains($0.key) }
  }()

  private static func hash(_ name: borrowing Span<UInt8>) -> UInt64 {
    var end = 0
    while end < name.count, name[end] != 32 { end += 1 }
    return name.extracting(0..<end).withUnsafeBufferPointer { Hash64.of($0) }
  }
}
