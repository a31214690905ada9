package import LeadModel

/// All mappings of a configuration folder.
package struct SourceMappings: Sendable {
  /// Ordered by name.
  package let all: [SourceMapping]

  /// - Throws: `DefinitionError` when two mappings share kind and supplier.
  package init(_ documents: [(name: String, node: DefinitionNode)]) throws(DefinitionError) {
    var mappings: [SourceMapping] = []
    for document in documents.sorted(by: { $0.name < $1.name }) {
      let mapping = try SourceMapping(document.node, name: document.name)
      let rival = mappings.first { $0.kind == mapping.kind && $0.supplier == mapping.supplier }
      if let rival {
        throw document.node.failure(
          "kind '\(mapping.kind.rawValue)' of supplier '\(mapping.supplier)' is already mapped by "
            + "'\(rival.name)'; give one of them another supplier")
      }
      mappings.append(mapping)
    }
    all = mappings
  }

  package func named(_ name: String) -> SourceMapping? {
    all.first { $0.name == name }
  }

  /// The mapping that a source file was read with.
  package func mapping(kind: RecordKind, supplier: String) -> SourceMapping? {
    all.first { $0.kind == kind && $0.supplier == supplier }
  }
}
