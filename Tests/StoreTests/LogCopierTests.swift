import Foundation
import Testing

@testable import Store

@Suite("The log's copier works beside the writer") struct LogCopierTests {
  @Test("a log that has grown is in the file before the writer closes it")
  func copies() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/copied.db"
    let database = try Database(path: path, mode: .readWrite)
    let copier = LogCopier(path: path)
    let before = try #require(try size(of: path))
    try database.inTransaction {
      let insert = try database.prepare(
        "INSERT INTO match_key (tier, key_hash, lead_id) VALUES (0, ?1, 0)")
      for key in 0..<100_000 { try insert.run(.int(Int64(key))) }
    }
    // The first call asks for a copy, the second waits for its end.
    #expect(!copier.committed(pages: 4_096))
    #expect(copier.committed(pages: 8_192))
    let after = try #require(try size(of: path))
    #expect(after > before + 1_000_000, "found \(after) bytes, \(before) before")
    copier.close()
  }

  private func size(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
  }
}
