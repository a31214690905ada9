/// Which other parts a part of a workbook leads to.
final class XLSXRelations: XMLHandler {
  struct Relation {
    let id: String
    /// Last step of the type's address, as `worksheet`; transitional and strict files agree on it.
    let type: String
    /// Name of the part in the container.
    let target: String
  }

  private var relations: [Relation] = []
  private let folder: [Substring]

  /// The package itself is the part `""`. A part without a relations file has none.
  init(archive: ZipArchive, ofPart part: String) throws(TabularError) {
    let steps = part.split(separator: "/")
    folder = Array(steps.dropLast())
    let name = (folder.map(String.init) + ["_rels", (steps.last.map(String.init) ?? "") + ".rels"])
      .joined(separator: "/")
    guard archive.contains(name) else { return }
    try XMLStream(part: archive.open(name), path: archive.path, handler: self).readAll()
  }

  func relation(id: String) -> Relation? {
    relations.first { $0.id == id }
  }

  func target(ofType type: String) -> String? {
    relations.first { $0.type == type }?.target
  }

  var wantsText: Bool { false }

  func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", let target = attributes.string("Target"),
      let type = attributes.string("Type"), attributes.string("TargetMode") != "External"
    else { return }
    relations.append(
      Relation(
        id: attributes.string("Id") ?? "", type: String(type.split(separator: "/").last ?? ""),
        target: resolve(target)))
  }

  func endElement(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// Targets are relative to the part's folder, or absolute from the root of the container.
  private func resolve(_ target: String) -> String {
    let forward = target.replacing("\\", with: "/")
    var steps = forward.hasPrefix("/") ? [] : folder
    for step in forward.split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
