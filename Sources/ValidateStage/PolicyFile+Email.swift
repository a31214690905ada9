import Definitions
import Validation

extension PolicyFile {
  /// Reads the key `email`.
  static func email(_ node: DefinitionNode?) throws(DefinitionError) -> EmailPolicy {
    var policy = EmailPolicy()
    guard let node else { return policy }
    try node.allow(keys: [
      "quoted_names", "comments", "address_literals", "providers", "real_domains",
      "disposable_domains", "not_disposable_domains",
    ])
    policy.syntax = EmailSyntax(
      quotedNames: try accepts(node["quoted_names"]),
      comments: try accepts(node["comments"], word: "remove"),
      addressLiterals: try accepts(node["address_literals"]))
    policy.providers = MailProviders(
      try node["providers"]?.strings() ?? [], real: try node["real_domains"]?.strings() ?? [])
    policy.disposable = WordSet(try node["disposable_domains"]?.strings() ?? [])
    policy.notDisposable = WordSet(try node["not_disposable_domains"]?.strings() ?? [])
    return policy
  }

  private static func accepts(
    _ node: DefinitionNode?, word: String = "accept"
  ) throws(DefinitionError) -> Bool {
    guard let node else { return false }
    let text = try node.string()
    guard text == word || text == "refuse" else {
      throw node.failure("'\(text)' is not understood; expected \(word) or refuse")
    }
    return text == word
  }
}
