/// A way to reach a person; `any` stands for all of them in consent and suppression records.
package enum Channel: String, CaseIterable, Sendable, Hashable {
  case email, sms, whatsapp, phone, any

  /// The channels of a list as the store keeps it: names divided by commas. One that the program
  /// does not know stands for all of them.
  package static func list(_ text: some StringProtocol) -> Set<Channel> {
    let names = text.split(separator: ",")
    return names.isEmpty ? [.any] : Set(names.map { Channel(rawValue: String($0)) ?? .any })
  }
}

extension Set<Channel> {
  /// Whether a record about these channels is about one of them.
  package func cover(_ channel: Channel) -> Bool { contains(.any) || contains(channel) }
}
