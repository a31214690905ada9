internal import Foundation

/// Where the parts of the repository and the built programs are.
package enum RepositoryPaths {
  /// The folder of `Package.swift`.
  package static let root: String = {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let manifest = folder.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: manifest) { break }
    }
    return folder.path
  }()

  package static let sampleData = "\(root)/sample-data"
  package static let pipelines = "\(root)/pipelines"
  package static let fixtures = "\(root)/Tests/Fixtures"

  /// The folder with the built programs: `LEADMILL_BIN`, else that of the test bundle.
  package static let programs: String = {
    if let folder = ProcessInfo.processInfo.environment["LEADMILL_BIN"] { return folder }
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().path
  }()

  /// A Python with the packages that tests need.
  package static let python: String = {
    if let named = ProcessInfo.processInfo.environment["LEADMILL_TEST_PYTHON"] { return named }
    let local = "\(root)/.build/test-venv/bin/python"
    return FileManager.default.isExecutableFile(atPath: local) ? local : "/usr/bin/python3"
  }()

  /// The path of a program: one of ours by its name, or any by a path with a slash.
  package static func program(_ name: String) -> String {
    name.contains("/") ? name : "\(programs)/\(name)"
  }
}
