/// Which given names are forms of one name: `bob` and `robert`, `sascha` and `alexander`.
package enum NickNames {
  /// Whether the first words of two folded names are forms of one name.
  package static func share(_ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>) -> Bool {
    guard let leftGroups = groups[hash(left)], let rightGroups = groups[hash(right)] else {
      return false
    }
    return !leftGroups.isDisjoint(with: rightGroups)
  }

  /// Whether two folded words are forms of one name; unlike those of matching keys they still have
  /// their `ae`, `oe` and `ue`.
  package static func share(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    var (left, right) = (Array(left), Array(right))
    TextFold.collapseDigraphs(&left)
    TextFold.collapseDigraphs(&right)
    return share(left.span, right.span)
  }

  /// Whether the first word of a folded name is a given name that is known.
  package static func contains(_ name: borrowing Span<UInt8>) -> Bool { groups[hash(name)] != nil }

  /// The names of each group, the formal one first.
  private static let entries = NickNameGroups.text.utf8.split(separator: UInt8(ascii: ";")).map {
    $0.split { ":/ \n".utf8.contains($0) }.map { String(Substring($0)) }
  }.filter { !$0.isEmpty }

  /// The groups that each name, by the hash of its folded form, is in.
  private static let groups: [UInt64: Set<Int32>] = {
    var groups: [UInt64: Set<Int32>] = [:]
    for (group, names) in entries.enumerated() {
      for name in names {
        var bytes = Array(name.utf8)
        TextFold.collapseDigraphs(&bytes)
        groups[bytes.withUnsafeBufferPointer { Hash64.of($0) }, default: []].insert(Int32(group))
      }
    }
    return groups
  }()

  /// The first letter of the formal name that the first word of a folded name is a pet form of; nil
  /// for a name that begins like one of its formal ones, or is none that is known.
  package static func formalInitial(of name: borrowing Span<UInt8>) -> UInt8? {
    initials[hash(name)]
  }

  private static let initials: [UInt64: UInt8] = {
    // The lists go both ways: a name is formal that is nobody's pet form of a longer one.
    var numbers: [String: Int] = [:]
    var formalNames: [(name: String, formal: [Int])] = []
    for names in entries {
      let group = names.map { name -> Int in
        if let number = numbers[name] { return number }
        numbers[name] = formalNames.count
        formalNames.append((name, []))
        return formalNames.count - 1
      }
      for number in group where !formalNames[number].formal.contains(group[0]) {
        formalNames[number].formal.append(group[0])
      }
    }
    func length(_ number: Int) -> Int { formalNames[number].name.utf8.count }
    var initials: [UInt64: UInt8] = [:]
    for (name, others) in formalNames {
      let formal = others.filter { other in
        !formalNames[other].formal.contains { length($0) > length(other) }
      }.map { formalNames[$0].name }
      // Of several the longest: pet forms are short.
      let longest = formal.max { ($0.utf8.count, $1) < ($1.utf8.count, $0) }
      guard let initial = longest?.utf8.first,
        !formal.contains(where: { $0.utf8.first == name.utf8.first })
      else { continue }
      var bytes = Array(name.utf8)
      TextFold.collapseDigraphs(&bytes)
      initials[bytes.withUnsafeBufferPointer { Hash64.of($0) }] = initial
    }
    return initials
  }()

  private static func hash(_ name: borrowing Span<UInt8>) -> UInt64 {
    var end = 0
    while end < name.count, name[end] != 32 { end += 1 }
    return name.extracting(0..<end).withUnsafeBufferPointer { Hash64.of($0) }
  }
}
