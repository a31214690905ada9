import Bytes

/// A pattern of postcodes as an automaton over digits and capital letters.
///
/// Patterns have literals, `#` for a digit, classes `[A-HJ]`, groups, alternatives, `?`, `{n}` and
/// `{n,m}`. A code costs one look-up a character, whatever the pattern.
struct PostcodePattern: Sendable {
  /// State after each symbol of each state; 0 is the end of hope, 1 the start.
  private var next: [UInt16] = []
  private var accepts: [Bool] = []
  private static let symbols = 36

  init(_ pattern: some StringProtocol) {
    var parser = Parser(Array(pattern.utf8))
    let tree = parser.alternatives()
    var builder = NFA()
    let end = builder.state()
    let start = builder.build(tree, to: end)
    var sets: [Set<Int>: UInt16] = [[]: 0]
    var pending: [Set<Int>] = [builder.closure([start])]
    next = [UInt16](repeating: 0, count: Self.symbols)
    accepts = [false]
    sets[pending[0]] = 1
    var index = 0
    while index < pending.count {
      let set = pending[index]
      index += 1
      accepts.append(set.contains(end))
      for symbol in 0..<Self.symbols {
        let target = builder.closure(builder.step(set, symbol))
        if sets[target] == nil {
          sets[target] = UInt16(pending.count + 1)
          pending.append(target)
        }
        next.append(sets[target] ?? 0)
      }
    }
  }

  /// - Parameter code: capital letters and digits.
  /// - Returns: whether the whole code is one of the pattern.
  func matches(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
    var state = 1
    for byte in code {
      guard let symbol = Self.symbol(byte) else { return false }
      state = Int(next[state * Self.symbols + symbol])
      if state == 0 { return false }
    }
    return accepts[state]
  }

  /// Whether a code begins as the pattern says.
  func matchesBeginning(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
    var state = 1
    for byte in code {
      if accepts[state] { return true }
      guard let symbol = Self.symbol(byte) else { return false }
      state = Int(next[state * Self.symbols + symbol])
      if state == 0 { return false }
    }
    return accepts[state]
  }

  private static func symbol(_ byte: UInt8) -> Int? {
    if ASCII.isDigit(byte) { return Int(byte - 48) }
    return byte &- 65 < 26 ? Int(byte - 65) + 10 : nil
  }

  // MARK: Reading a pattern

  private indirect enum Node {
    case symbols(Set<Int>)
    case sequence([Node])
    case choice([Node])
    case counted(Node, least: Int, most: Int)
  }

  private struct Parser {
    let text: [UInt8]
    var index = 0

    init(_ text: [UInt8]) { self.text = text }

    private var byte: UInt8? { index < text.count ? text[index] : nil }

    mutating func alternatives() -> Node {
      var choices = [sequence()]
      while byte == UInt8(ascii: "|") {
        index += 1
        choices.append(sequence())
      }
      return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private mutating func sequence() -> Node {
      var nodes: [Node] = []
      while let byte, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
        nodes.append(quantified(atom()))
      }
      return .sequence(nodes)
    }

    private mutating func atom() -> Node {
      let first = text[index]
      index += 1
      switch first {
      case UInt8(ascii: "("):
        let inner = alternatives()
        index += 1
        return inner
      case UInt8(ascii: "#"): return .symbols(Set(0..<10))
      case UInt8(ascii: "["): return .symbols(symbolClass())
      default: return .symbols(PostcodePattern.symbol(first).map { [$0] } ?? [])
      }
    }

    private mutating func symbolClass() -> Set<Int> {
      var set: Set<Int> = []
      while let byte, byte != UInt8(ascii: "]") {
        index += 1
        if byte == UInt8(ascii: "#") {
          set.formUnion(0..<10)
        } else if self.byte == UInt8(ascii: "-"), index + 1 < text.count,
          let low = PostcodePattern.symbol(byte),
          let high = PostcodePattern.symbol(text[index + 1]),
          low <= high
        {
          set.formUnion(low...high)
          index += 2
        } else if let symbol = PostcodePattern.symbol(byte) {
          set.insert(symbol)
        }
      }
      index += 1
      return set
    }

    private mutating func quantified(_ node: Node) -> Node {
      if byte == UInt8(ascii: "?") {
        index += 1
        return .counted(node, least: 0, most: 1)
      }
      guard byte == UInt8(ascii: "{"), let end = text[index...].firstIndex(of: UInt8(ascii: "}"))
      else { return node }
      let bounds = String(decoding: text[(index + 1)..<end], as: UTF8.self).split(separator: ",")
        .compactMap { Int($0) }
      index = end + 1
      guard let least = bounds.first, let most = bounds.last else { return node }
      return .counted(node, least: least, most: most)
    }
  }

  private struct NFA {
    private var edges: [[(symbols: Set<Int>, target: Int)]] = []
    private var empty: [[Int]] = []

    mutating func state() -> Int {
      edges.append([])
      empty.append([])
      return edges.count - 1
    }

    /// Builds a node before a state and gives where it begins.
    mutating func build(_ node: Node, to end: Int) -> Int {
      switch node {
      case .symbols(let symbols):
        let start = state()
        edges[start].append((symbols, end))
        return start
      case .sequence(let nodes):
        return nodes.reversed().reduce(end) { build($1, to: $0) }
      case .choice(let nodes):
        let start = state()
        for node in nodes { empty[start].append(build(node, to: end)) }
        return start
      case .counted(let node, let least, let most):
        var target = end
        for _ in least..<max(least, most) {
          let start = build(node, to: target)
          let optional = state()
          empty[optional] += [start, end]
          target = optional
        }
        for _ in 0..<least { target = build(node, to: target) }
        return target
      }
    }

    func closure(_ states: Set<Int>) -> Set<Int> {
      var closed = states
      var pending = Array(states)
      while let state = pending.popLast() {
        for target in empty[state] where closed.insert(target).inserted { pending.append(target) }
      }
      return closed
    }

    func step(_ states: Set<Int>, _ symbol: Int) -> Set<Int> {
      var targets: Set<Int> = []
      for state in states {
        for edge in edges[state] where edge.symbols.contains(symbol) { targets.insert(edge.target) }
      }
      return targets
    }
  }
}
