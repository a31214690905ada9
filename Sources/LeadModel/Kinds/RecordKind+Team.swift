extension RecordKind {
  package static let team = RecordKind(
    "team", "teams of users",
    [
      FieldDeclaration(
        "external_id", .text, "the team's id", required: true, synonyms: ["id", "teamid", "team"]),
      FieldDeclaration(
        "name", .text, "what the team is called", required: true,
        synonyms: ["name", "teamname"]),
      FieldDeclaration(
        "manager", .text, "the user who leads the team",
        synonyms: ["manager", "lead", "teamlead", "head"]),
      FieldDeclaration(
        "parent", .text, "id of the team that it is part of",
        synonyms: ["parent", "parentteam", "partof"]),
      FieldDeclaration(
        "time_zone", .text, "IANA time zone that the team works in",
        synonyms: ["timezone", "tz", "zeitzone"]),
    ])
}
