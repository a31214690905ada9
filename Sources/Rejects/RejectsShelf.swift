import Bytes
import Glibc
package import Store
import Workbook

/// A folder of workbooks that come back, rejects above all. What somebody has corrected there and not imported yet is never
/// replaced: it goes on under another name.
///
/// A hidden file beside the workbooks has the digest of each as it was written, in the form that
/// `sha256sum --check` reads. A workbook with another digest was edited, unless it was imported.
package struct RejectsShelf {
  private let database: Database
  private let folder: String
  private var digests: [String: Set<String>]
  /// What to tell about workbooks that were kept.
  package private(set) var notes: [String] = []

  private static let list = ".written.sha256"
  private var listPath: String { "\(folder)/\(Self.list)" }

  package init(folder: String, database: Database) {
    self.folder = folder
    self.database = database
    digests = [:]
    for line in Self.lines(of: "\(folder)/\(Self.list)") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      digests[parts[1].drop { $0 == " " }.description, default: []].insert(String(parts[0]))
    }
  }

  /// Removes a workbook that nothing is left for.
  ///
  /// - Throws: `WorkbookError` when the folder cannot be changed, `DatabaseError`.
  package mutating func remove(_ name: String) throws {
    try keepEdited(name, unlike: nil)
    unlink("\(folder)/\(name)")
    if digests.removeValue(forKey: name) != nil { try save() }
  }

  /// Puts a finished workbook under its name.
  ///
  /// - Parameters:
  ///   - draft: where it was written, in the same folder.
  ///   - name: what it is called from now on.
  /// - Throws: `WorkbookError` when the folder cannot be changed, `DatabaseError`.
  package mutating func place(_ draft: String, as name: String) throws {
    let digest: String
    do {
      digest = try SHA256Digest.hex(fileAt: draft)
    } catch {
      throw WorkbookError(path: draft, message: error.reason)
    }
    try keepEdited(name, unlike: digest)
    // Known before it is there: killed in between, it is still one of ours.
    digests[name, default: []].insert(digest)
    try save()
    guard rename(draft, "\(folder)/\(name)") == 0 else { throw failure("\(folder)/\(name)") }
    digests[name] = [digest]
    try save()
  }

  /// Gives an edited workbook another name.
  private mutating func keepEdited(_ name: String, unlike draft: String?) throws {
    guard let found = try? SHA256Digest.hex(fileAt: "\(folder)/\(name)"), found != draft,
      digests[name]?.contains(found) != true,
      try database.query("ingest-file-known").first(.text(found), read: { _ in true }) == nil
    else { return }
    let stem = name.hasSuffix(".xlsx") ? String(name.dropLast(5)) : name
    var kept = "\(stem) (edited).xlsx"
    var number = 2
    while access("\(folder)/\(kept)", F_OK) == 0 {
      kept = "\(stem) (edited \(number)).xlsx"
      number += 1
    }
    guard rename("\(folder)/\(name)", "\(folder)/\(kept)") == 0 else {
      throw failure("\(folder)/\(kept)")
    }
    notes.append(
      "'\(name)' was edited and not imported: it is kept as '\(folder)/\(kept)'; import it, or "
        + "remove it")
  }

  private func save() throws {
    var text = ""
    for (name, known) in digests.sorted(by: { $0.key < $1.key }) {
      for digest in known.sorted() { text += "\(digest)  \(name)\n" }
    }
    let draft = "\(listPath).part"
    guard let file = fopen(draft, "w") else { throw failure(listPath) }
    let isWritten = fputs(text, file) >= 0
    guard fclose(file) == 0, isWritten, rename(draft, listPath) == 0 else {
      unlink(draft)
      throw failure(listPath)
    }
  }

  private func failure(_ path: String) -> WorkbookError {
    WorkbookError(path: path, message: String(cString: strerror(errno)))
  }

  private static func lines(of path: String) -> [Substring] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      text += buffer[..<count]
    }
    return String(decoding: text, as: UTF8.self).split(separator: "\n")
  }
}
