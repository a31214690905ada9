/// File name patterns: `*` stands for any characters, `?` for one; case does not count.
enum Glob {
  static func matches(_ pattern: String, _ name: String) -> Bool {
    let pattern = Array(pattern.lowercased())
    let name = Array(name.lowercased())
    var position = 0
    var index = 0
    // Where to go on when the characters after the last star turn out not to fit.
    var retry: (pattern: Int, name: Int)?
    while index < name.count {
      if position < pattern.count, pattern[position] == "*" {
        retry = (position + 1, index)
        position += 1
      } else if position < pattern.count,
        pattern[position] == "?" || pattern[position] == name[index]
      {
        position += 1
        index += 1
      } else if let back = retry {
        position = back.pattern
        index = back.name + 1
        retry = (back.pattern, back.name + 1)
      } else {
        return false
      }
    }
    return pattern[position...].allSatisfy { $0 == "*" }
  }

  /// How much of a pattern is not left open: `leads-web*.csv` says more than `*.csv`.
  static func weight(_ pattern: String) -> Int {
    pattern.count { $0 != "*" && $0 != "?" }
  }
}
