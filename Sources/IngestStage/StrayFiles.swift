import ColumnMapping
import Definitions
import LeadModel

/// Files in a folder that are no tables by their names, but whose content somebody counts on: lists in
/// other formats, in archives, without an ending, or not there whole yet.
struct StrayFiles {
  let mappings: [SourceMapping]
  /// Paths of the files beside them that are read.
  let read: Set<String>

  enum Verdict: Equatable {
    /// Nobody expects anything of it.
    case leaveAlone
    /// Somebody should know that it was left alone.
    case warn(String)
    /// Nothing goes on before it is seen to: why, and what to do.
    case stop(String)
  }

  /// What becomes of a file.
  func verdict(_ path: String) -> Verdict {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let ending = Self.ending(of: name)
    let kind = kind(of: name)
    let refuses = RefusalName.speaks(name) || kind?.holdsRefusals == true
    let expected =
      kind.map { "like a file of kind '\($0.rawValue)'" } ?? "after people who refuse"
    if Self.partial.contains(ending) {
      if refuses {
        return .stop(
          "\(path): is called \(expected), and is still being written or the rest of a transfer that "
            + "broke off; run again once it is there whole, or delete it")
      }
      return kind == nil
        ? .leaveAlone : .warn("\(name): is still being written, so it waits for the next import")
    }
    let isUnpacked = read.contains(String(path.dropLast(ending.isEmpty ? 0 : ending.count + 1)))
    if isUnpacked || Self.aside.contains(ending) { return .leaveAlone }
    guard refuses || kind != nil && (ending.isEmpty || Self.ofTables.contains(ending)) else {
      return .leaveAlone
    }
    return .stop(
      "\(path): is called \(expected), but \(Self.remedy(ending)); or take it out of the folder if "
        + "nothing of it is to be imported")
  }

  /// The kind whose mapping would claim the file, were it a table.
  private func kind(of name: String) -> RecordKind? {
    var stems = [name]
    while let dot = stems[stems.count - 1].lastIndex(of: "."), stems.count < 3 {
      stems.append(String(stems[stems.count - 1][..<dot]))
    }
    let names = stems.flatMap { [$0, $0 + ".csv", $0 + ".xlsx"] }
    return mappings.first { mapping in
      mapping.files.contains { pattern in
        // A pattern for all files of a format claims none in particular.
        Glob.weight(pattern) > ".xlsx".count && names.contains { TableName.matches(pattern, $0) }
      }
    }?.kind
  }

  private static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static func remedy(_ ending: String) -> String {
    if archives.contains(ending) {
      return "archives are not read: unpack it and send the files in it"
    }
    if workbooks.contains(ending) {
      return ".\(ending) files are not read: open it and save it as .xlsx"
    }
    return ending.isEmpty
      ? "its name has no ending: give it .csv or .xlsx, whichever it is"
      : "only CSV and XLSX files are read: save it as one of them, or call it so if it is one"
  }

  /// What programs call a file that they are still writing.
  private static let partial: Set<String> = [
    "part", "partial", "crdownload", "tmp", "temp", "download", "filepart", "opdownload",
  ]
  private static let archives: Set<String> = [
    "zip", "7z", "rar", "tar", "tgz", "gz", "bz2", "xz", "zst", "lz4",
  ]
  private static let workbooks: Set<String> = [
    "xls", "xlsb", "ods", "fods", "numbers", "xlt", "xltx",
  ]
  /// Formats of tables and of what is exported as one.
  private static let ofTables = archives.union(workbooks).union([
    "json", "jsonl", "ndjson", "xml", "dat", "data", "dbf", "mdb", "accdb", "sqlite", "db",
    "parquet",
    "html", "htm", "vcf", "eml", "msg", "pgp", "gpg",
  ])
  /// What only goes with a file: sums, signs that it is whole, copies, texts about it.
  private static let aside: Set<String> = [
    "md", "markdown", "rst", "yaml", "yml", "toml", "ini", "cfg", "py", "sh", "sql", "log", "png",
    "jpg", "jpeg", "gif", "svg", "md5", "sha1", "sha256", "sha512", "sum", "sig", "ok", "done",
    "ready", "ctl", "trg", "flag", "bak", "old", "orig", "lock",
  ]
}
