import Glibc
import LeadModel
import StageKit

/// The files that ingest is to take, in a fixed order.
struct InputFiles {
  private(set) var paths: [String] = []
  /// Files in folders that are no tables by their names.
  private(set) var skipped: [String] = []

  /// - Throws: `StageFailure` for a folder that stands where a file should be, or cannot be read.
  init(operands: [String], inbox: String) throws {
    for operand in operands.isEmpty ? [inbox] : operands {
      guard Folder.isFolder(operand) else {
        paths.append(operand)
        continue
      }
      if operand != inbox, TableName.isTable(operand) {
        throw StageFailure(
          .unusableInput, "'\(operand)' is a folder, not a file; name the file in it")
      }
      for name in try Self.names(in: operand) {
        let path = operand.hasSuffix("/") ? operand + name : "\(operand)/\(name)"
        if Folder.isFolder(path) { continue }
        if TableName.isTable(name) { paths.append(path) } else { skipped.append(path) }
      }
    }
  }

  /// Visible entries of a folder, sorted.
  private static func names(in folder: String) throws -> [String] {
    guard let handle = opendir(folder) else {
      throw StageFailure(
        .unusableInput,
        "folder '\(folder)' cannot be read: \(String(cString: strerror(errno))); check its rights")
    }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      // ~$ is the lock file of an open workbook.
      if !name.hasPrefix("."), !name.hasPrefix("~$") { names.append(name) }
    }
    return names.sorted()
  }
}
