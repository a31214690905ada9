package import Bytes

/// Reads `channels.yaml`: how visits are grouped into marketing channels.
package enum ChannelFile {
  package static let name = "channels.yaml"

  /// - Throws: `DefinitionError` with the position of what cannot be read.
  package static func read(_ root: DefinitionNode) throws(DefinitionError) -> ChannelGroups {
    try root.allow(keys: [
      "version", "summary", "sites", "referrers", "patterns", "channels", "otherwise",
    ])
    var sites: [(group: String, names: [String])] = []
    for entry in try root["sites"]?.entries() ?? [] {
      sites.append((entry.key, try entry.value.strings()))
    }
    var lists: [String: [ChannelPattern]] = [:]
    for entry in try root["patterns"]?.entries() ?? [] {
      lists[entry.key] = try patterns(entry.value, lists: [:])
    }
    var channels: [ChannelGroups.Channel] = []
    for entry in try root.required("channels").entries() {
      var conditions: [ChannelGroups.Condition] = []
      for node in try entry.value.sequence() {
        conditions.append(try condition(node, groups: sites.map(\.group), lists: lists))
      }
      channels.append(ChannelGroups.Channel(name: entry.key, conditions: conditions))
    }
    var groups = ChannelGroups(
      sites: sites, channels: channels,
      otherwise: try root.string("otherwise", default: "Unassigned"))
    groups.referrers = try root["referrers"].map { node throws(DefinitionError) in
      try referrers(node, groups: sites.map(\.group))
    }
    return groups
  }

  private static func referrers(
    _ node: DefinitionNode, groups: [String]
  ) throws(DefinitionError) -> (media: [String: String], otherwise: String) {
    try node.allow(keys: groups + ["otherwise"])
    var media: [String: String] = [:]
    for entry in try node.entries() where entry.key != "otherwise" {
      media[entry.key] = try entry.value.string()
    }
    return (media, try node.string("otherwise", default: "referral"))
  }

  private static func condition(
    _ node: DefinitionNode, groups: [String], lists: [String: [ChannelPattern]]
  ) throws(DefinitionError) -> ChannelGroups.Condition {
    try node.allow(keys: ["sites", "source", "medium", "campaign"])
    var condition = ChannelGroups.Condition()
    if let sites = node["sites"] {
      let nodes = sites.kind == .sequence ? try sites.sequence() : [sites]
      for item in nodes {
        let group = try item.string()
        guard groups.contains(group) else {
          throw item.failure("found '\(group)', expected one of \(groups.joined(separator: ", "))")
        }
        condition.sites.append(group)
      }
    }
    if let item = node["source"] { condition.source = try patterns(item, lists: lists) }
    if let item = node["medium"] { condition.medium = try patterns(item, lists: lists) }
    if let item = node["campaign"] { condition.campaign = try patterns(item, lists: lists) }
    return condition
  }

  /// A pattern, a list of them, or the name of a list after `=`.
  private static func patterns(
    _ node: DefinitionNode, lists: [String: [ChannelPattern]]
  ) throws(DefinitionError) -> [ChannelPattern] {
    var found: [ChannelPattern] = []
    for item in node.kind == .sequence ? try node.sequence() : [node] {
      let text = try item.string()
      if text.hasPrefix("="), !lists.isEmpty {
        guard let list = lists[String(text.dropFirst())] else {
          let names = lists.keys.sorted().map { "=" + $0 }.joined(separator: ", ")
          throw item.failure("found '\(text)', expected one of \(names)")
        }
        found += list
      } else {
        guard let pattern = ChannelPattern(text) else {
          throw item.failure(
            "found '\(text)', expected a pattern such as *cp* with its brackets closed")
        }
        found.append(pattern)
      }
    }
    return found
  }
}
