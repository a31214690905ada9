extension RecordKind {
  /// Who owns leads, deals and tasks: found by id, by e-mail address, or by whole name.
  package static let user = RecordKind(
    "user", "members of the sales team",
    [
      FieldDeclaration(
        "external_id", .text, "the name or id that owners are given by", required: true,
        synonyms: ["id", "userid", "login", "username", "user", "alias"]),
      FieldCatalog.fullName, FieldCatalog.firstName, FieldCatalog.lastName, FieldCatalog.email,
      FieldCatalog.phone, FieldCatalog.jobTitle,
      FieldDeclaration(
        "teams", .text, "ids of the teams that the user belongs to, divided by ';', main one first",
        synonyms: ["team", "teams", "group", "groups", "salesteam"]),
      FieldDeclaration(
        "manager", .text, "the user's manager, given as owners are",
        synonyms: ["manager", "reportsto", "supervisor", "vorgesetzter"]),
      FieldDeclaration(
        "time_zone", .text, "IANA time zone that the user works in, as Europe/Berlin",
        synonyms: ["timezone", "tz", "zeitzone"]),
      FieldDeclaration(
        "status", .choice, "active or inactive",
        synonyms: ["status", "state", "active", "isactive"]),
    ])
}
