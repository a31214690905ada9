package import LeadModel

extension SourceMapping {
  /// How files are read that the program itself has written: in the catalogue's own names and
  /// forms, whatever their suppliers' were.
  package static func ofExports(_ kind: RecordKind) throws(DefinitionError) -> SourceMapping {
    let name = ReservedField.exportSupplier
    let text = "kind: \(kind.rawValue)\nsupplier: \(name)\n"
    return try SourceMapping(
      DefinitionNode.parse(bytes: Array(text.utf8), file: name), name: name)
  }
}
