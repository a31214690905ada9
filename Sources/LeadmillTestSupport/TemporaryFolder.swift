internal import Foundation
internal import Glibc

/// Folders under the system's temporary folder (`TMPDIR`).
package enum TemporaryFolder {
  /// Makes a new folder.
  package static func create(label: String) throws -> String {
    let parent = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    var template = Array("\(parent)/leadmill-\(label)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw TestSupportError(
        "cannot make a folder in '\(parent)': \(String(cString: strerror(errno)))")
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
