internal import Bytes
package import Definitions
internal import Glibc

/// The folder with the pipelines and what they are tuned by: mappings, rules, sequences, policies.
package struct ConfigurationFolder: Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// The folder to use when none is named: `$LEADMILL_CONFIG`, else `pipelines`.
  package static var defaultPath: String {
    getenv("LEADMILL_CONFIG").map { String(cString: $0) } ?? "pipelines"
  }

  package func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Reads a definition file of the folder.
  ///
  /// - Throws: `DefinitionError` with file, line and column.
  package func load(_ name: String) throws(DefinitionError) -> DefinitionNode {
    try DefinitionNode.load(path: path(name))
  }

  /// The text of a file of the folder, as it is.
  ///
  /// - Throws: `DefinitionError` when it cannot be read or is no text.
  package func load(text name: String) throws(DefinitionError) -> String {
    let node = try load(name)
    var text = ""
    guard let file = fopen(path(name), "r") else { throw node.failure("cannot be read again") }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var bytes: [UInt8] = []
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    text = String(decoding: bytes, as: UTF8.self)
    return text
  }

  package func contains(_ name: String) -> Bool {
    access(path(name), R_OK) == 0
  }

  /// The definition files (`.yaml`) of a subfolder, sorted, as `mappings/leads.yaml`; empty when
  /// there is no such folder.
  package func files(in subfolder: String) -> [String] {
    guard let folder = opendir(path(subfolder)) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".yaml"), !name.hasPrefix(".") { names.append("\(subfolder)/\(name)") }
    }
    return names.sorted()
  }

  /// SHA-256 over names and contents of files: what work was done with. A missing file counts as
  /// empty.
  package func hash(of names: [String]) -> String {
    var stream = SHA256Stream()
    for name in names {
      stream.update("\(name)\n\((try? SHA256Digest.hex(fileAt: path(name))) ?? "missing")\n")
    }
    return stream.hex()
  }
}
