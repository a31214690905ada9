import LeadModel

/// Rules about names of persons.
extension ValidationRule {
  package static let nameRecased = ValidationRule(
    "VAL200", .info, "a name is not written in capitals or small letters throughout",
    reference: DataQuality.syntacticAccuracy)
  package static let namePlaceholder = ValidationRule(
    "VAL201", .warn, "a name is one, not a stand-in such as 'test' or a walk over the keyboard",
    reference: DataQuality.credibility)
  package static let nameExample = ValidationRule(
    "VAL202", .info, "a name is not the one that stands for anybody, such as 'Max Mustermann'",
    reference: DataQuality.credibility)
  package static let nameHoldsEmail = ValidationRule(
    "VAL203", .warn, "a name holds no e-mail address",
    reference: "vCard, RFC 6350 6.4.2: an address is a property of its own")
  package static let nameHoldsPhone = ValidationRule(
    "VAL204", .warn, "a name holds no telephone number",
    reference: "vCard, RFC 6350 6.4.1: a number is a property of its own")
  package static let nameHoldsCode = ValidationRule(
    "VAL205", .warn, "a name holds no web address, template field or markup",
    reference: "vCard, RFC 6350 6.7.8: a web address is a property of its own")
  package static let nameTooLong = ValidationRule(
    "VAL206", .warn, "a name has at most 200 bytes", reference: DataQuality.syntacticAccuracy)
  package static let nameSeveral = ValidationRule(
    "VAL207", .info, "a name is that of one person",
    reference: "vCard, RFC 6350 6.1.4: an individual, not a group")
  package static let nameCompany = ValidationRule(
    "VAL208", .info, "a person's name does not end in a company's legal form",
    reference: "vCard, RFC 6350 6.1.4: an individual, not an organisation; ISO 20275")
  package static let nameTitle = ValidationRule(
    "VAL209", .info, "titles and degrees stand beside given and family name, not in them",
    reference: "vCard, RFC 6350 6.2.2: prefixes and suffixes are components of their own")
  package static let nameDigits = ValidationRule(
    "VAL210", .info, "a name has no digits", reference: DataQuality.syntacticAccuracy)
  package static let nameFamilyFirst = ValidationRule(
    "VAL211", .info, "a name begins with the given name, or has a comma behind the family name",
    reference: "UTS #35 part 8: person names of CLDR")
  package static let standIn = ValidationRule(
    "VAL212", .warn,
    "a company, job title, street or city is one, not a template or a stand-in such as 'test'",
    reference: DataQuality.credibility)
  package static let nameTwice = ValidationRule(
    "VAL213", .info, "given and family name are parts of the name, not each the whole",
    reference: "vCard, RFC 6350 6.2.2: given and family name are components")
  package static let nameContradiction = ValidationRule(
    "VAL214", .warn, "the whole name and the given and family name beside it are of one person",
    reference: DataQuality.consistency)

  static let nameRules: [ValidationRule] = [
    nameRecased, namePlaceholder, nameExample, nameHoldsEmail, nameHoldsPhone, nameHoldsCode,
    nameTooLong, nameSeveral, nameCompany, nameTitle, nameDigits, nameFamilyFirst, standIn,
    nameTwice, nameContradiction,
  ]
}
