extension RecordKind {
  /// Read from review workbooks, and from files made of them.
  package static let linkDecision = RecordKind(
    "link_decision", "what people decided about two leads that may be one person",
    [
      FieldDeclaration("external_id", .text, "names the pair"),
      FieldDeclaration(
        "lead", .text, "a lead, by its id or as an export names it", required: true),
      FieldDeclaration("other_lead", .text, "the other lead", required: true),
      FieldDeclaration(
        "decision", .choice, "same, different or unsure", required: true),
      FieldDeclaration("reviewer", .text, "who decided it"),
      FieldDeclaration("comment", .text, "why"),
    ])
}
