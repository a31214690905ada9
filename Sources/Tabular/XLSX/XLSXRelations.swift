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

  /// Whether the part has none, not even to something outside.
  private(set) var isEmpty = true

  func target(ofType type: String) -> String? {
    relations.first { $0.type == type }?.target
  }

  func targets(ofType type: String) -> [String] {
    relations.filter { $0.type == type }.map(\.target)
  }

  var wantsText: Bool { false }

  func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship" else { return }
    isEmpty = false
    guard let target = attributes.string("Target"),
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
    let forward = Self.unescaped(target).replacing("\\", with: "/")
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

  /// Targets are addresses: `%20` stands for a space.
  private static func unescaped(_ target: String) -> String {
    guard target.utf8.contains(UInt8(ascii: "%")) else { return target }
    var bytes: [UInt8] = []
    var rest = Array(target.utf8)[...]
    while let byte = rest.first {
      let digits = rest.dropFirst().prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16), code != 0
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
