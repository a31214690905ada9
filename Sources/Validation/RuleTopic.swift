/// Rules about one thing: `validation.yaml` can grade them together.
package struct RuleTopic: Sendable {
  /// One word in lower case.
  package let name: String
  package let summary: String
  package let rules: [ValidationRule]

  init(_ name: String, _ summary: String, _ rules: [ValidationRule]) {
    self.name = name
    self.summary = summary
    self.rules = rules
  }

  /// Every topic, in the order in which rules are listed.
  package static let all: [RuleTopic] = [
    RuleTopic("record", "records as a whole", ValidationRule.recordRules),
    RuleTopic("email", "e-mail addresses", ValidationRule.emailRules),
    RuleTopic(
      "mx", "what the domain name system says of mail domains", ValidationRule.mailDomainRules),
    RuleTopic("phone", "telephone numbers", ValidationRule.phoneRules),
    RuleTopic("consent", "consent and do-not-contact", ValidationRule.consentRules),
    RuleTopic("registry", "do-not-contact registries", ValidationRule.suppressionRules),
    RuleTopic("attribution", "where a lead came from", ValidationRule.attributionRules),
    RuleTopic("name", "names of persons", ValidationRule.nameRules),
    RuleTopic("place", "countries and addresses", ValidationRule.placeRules),
    RuleTopic("agreement", "fields that contradict each other", ValidationRule.crossFieldRules),
    RuleTopic("date", "dates", ValidationRule.dateRules),
    RuleTopic("value", "numbers, amounts, choices and references", ValidationRule.valueRules),
  ]

  package static func of(_ rule: ValidationRule) -> RuleTopic? {
    all.first { $0.rules.contains { $0.code == rule.code } }
  }
}
