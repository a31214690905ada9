import LeadModel
import Testing

@testable import Tabular

@Suite("ZIP containers made to do harm")
struct HostileContainerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let reason: TabularError.Reason
    let says: [String]
    let bytes: @Sendable () -> [UInt8]

    var testDescription: String { id }

    init(
      _ id: String, _ reason: TabularError.Reason, says: String...,
      bytes: @escaping @Sendable () -> [UInt8]
    ) {
      self.id = id
      self.reason = reason
      self.says = says
      self.bytes = bytes
    }
  }

  private static let sheet = "xl/worksheets/sheet1.xml"

  /// A good workbook but for one more part, changed into a lie.
  private static func workbook(
    with name: String = "xl/media/a.bin", content: [UInt8] = [1, 2, 3], deflated: [UInt8]? = nil,
    _ change: (inout ZipBuilder.Part, inout ZipBuilder) -> Void
  ) -> [UInt8] {
    var zip = XLSXBuilder().zip()
    var part = ZipBuilder.Part(name, content, deflated: deflated)
    change(&part, &zip)
    zip.add(part)
    return zip.finished()
  }

  /// A workbook whose sheet is the part given.
  private static func workbook(sheet: ZipBuilder.Part) -> [UInt8] {
    var builder = XLSXBuilder()
    builder.sheetPart = sheet
    return builder.bytes()
  }

  private static func sheet(_ change: (inout ZipBuilder.Part) -> Void) -> [UInt8] {
    var part = ZipBuilder.Part(sheet, Array("<worksheet><sheetData/></worksheet>".utf8))
    change(&part)
    return workbook(sheet: part)
  }

  static let cases: [Case] = [
    Case("one part's bytes used by a thousand others", .corrupt, says: "overlap") {
      // The kernel of a better zip bomb: every directory entry leads to the same bytes.
      var zip = XLSXBuilder().zip()
      let bomb = ZipBuilder.run(of: 48, matches: 100)
      let offset = zip.length
      zip.add(ZipBuilder.Part("xl/a0.xml", bomb.content, deflated: bomb.packed))
      for number in 1..<1000 {
        var part = ZipBuilder.Part("xl/a0.xml", bomb.content, deflated: bomb.packed)
        part.name = "xl/b\(number).xml"
        part.offset = offset
        zip.add(part)
      }
      return zip.finished()
    },
    Case("parts inside each other by quoted headers", .corrupt, says: "overlap") {
      var zip = XLSXBuilder().zip()
      let inner = ZipBuilder.Part("xl/b.xml", Array("<b/>".utf8))
      var outer = ZipBuilder.Part("xl/a.xml", Array("<a/>".utf8))
      outer.packedBytes = 60
      zip.add(outer)
      zip.add(inner)
      return zip.finished()
    },
    Case(
      "a header whose extra field hides where the bytes begin", .corrupt, says: sheet, "overlaps"
    ) {
      sheet {
        $0.extra = Array(repeating: 0, count: 10)
        $0.packedBytes += 10
        $0.unpackedBytes += 10
      }
    },
    Case("more parts than a workbook has", .limit, says: "10100 parts") {
      var zip = XLSXBuilder().zip()
      for number in 0..<10_094 { zip.add("a\(number)", "") }
      return zip.finished()
    },
    Case("parts that are small but together enormous", .limit, says: "times its size") {
      var zip = XLSXBuilder().zip()
      for number in 0..<40 {
        var part = ZipBuilder.Part("xl/a\(number).bin", [1])
        part.unpackedBytes = 15 << 20
        zip.add(part)
      }
      return zip.finished()
    },
    Case("a sheet that says it is enormous", .limit, says: "4096 MiB") {
      sheet {
        $0.method = 8
        $0.unpackedBytes = 0xFFFF_FFF0
      }
    },
    Case("a sheet that unpacks to more than it says", .corrupt, says: sheet, "longer") {
      let bomb = ZipBuilder.run(of: 32, matches: 100_000)
      var part = ZipBuilder.Part(sheet, bomb.content, deflated: bomb.packed)
      part.unpackedBytes = 100
      return workbook(sheet: part)
    },
    Case("a sheet that unpacks to less than it says", .corrupt, says: sheet, "shorter") {
      let run = ZipBuilder.run(of: 32, matches: 3)
      var part = ZipBuilder.Part(sheet, run.content, deflated: run.packed)
      part.unpackedBytes += 1
      return workbook(sheet: part)
    },
    Case("a stored sheet with two sizes", .corrupt, says: sheet) {
      sheet { $0.unpackedBytes += 7 }
    },
    Case("a wrong checksum", .corrupt, says: sheet, "checksum") { sheet { $0.crc ^= 1 } },
    Case("deflated bytes that are none", .corrupt, says: sheet, "unpacked") {
      let content = [UInt8](repeating: 255, count: 40)
      return workbook(sheet: ZipBuilder.Part(sheet, content, deflated: content))
    },
    Case("a deflated sheet that is cut off", .corrupt, says: sheet, "cut off") {
      let run = ZipBuilder.run(of: 32, matches: 300)
      return workbook(
        sheet: ZipBuilder.Part(sheet, run.content, deflated: run.packed.dropLast(20)))
    },
    Case("a part called otherwise by its own header", .corrupt, says: sheet, "directory") {
      sheet { $0.nameInHeader = "xl/worksheets/sheet2.xml" }
    },
    Case("a sheet packed in a way nobody knows", .format, says: sheet, "method 97") {
      sheet { $0.method = 97 }
    },
    Case("a sheet protected by a password", .encrypted, says: "password") {
      sheet { $0.flags = 1 }
    },
    Case("a part beyond the end of the file", .corrupt, says: "outside") {
      workbook { part, _ in part.offset = 0x7000_0000 }
    },
    Case("a part that reaches into the directory", .corrupt, says: "outside") {
      workbook { part, _ in part.packedBytes = 5000 }
    },
    Case("64-bit sizes that make no sense", .corrupt, says: "impossible size") {
      workbook { part, _ in
        part.unpackedBytes = 0xFFFF_FFFF
        part.packedBytes = 0xFFFF_FFFF
        part.directoryExtra =
          ZipBuilder.little(1, 2) + ZipBuilder.little(16, 2) + ZipBuilder.little(-1, 8)
          + ZipBuilder.little(.min, 8)
      }
    },
    Case("a 64-bit directory of more parts than bytes", .limit, says: "parts") {
      workbook { _, zip in zip.claimed64 = (1 << 60, 100, 0) }
    },
    Case("a 64-bit directory beyond the file", .corrupt, says: "64-bit directory") {
      workbook { _, zip in zip.claimed64 = (3, 1 << 50, .max) }
    },
    Case("a directory before the beginning of the file", .corrupt, says: "outside") {
      workbook { _, zip in zip.claimedOffset = 0x7FFF_FFFF }
    },
    Case("fewer entries in the directory than it says", .corrupt, says: "cut off") {
      workbook { _, zip in
        zip.claimedCount = 9
        zip.comment = Array(repeating: 32, count: 400)
        zip.claimedLength = 9 * 46 + 20
        zip.claimedOffset = 0
      }
    },
    Case("a name that climbs out of the folder", .corrupt, says: "unsafe name") {
      workbook(with: "xl\\..\\..\\..\\etc\\cron.d\\x") { _, _ in }
    },
    Case("a name that a C string cuts short", .corrupt, says: "unsafe name") {
      workbook(with: "xl/workbook.xml\0.txt") { _, _ in }
    },
    Case("a sheet that is there twice", .corrupt, says: "two parts '\(sheet)'") {
      workbook(with: "XL/Worksheets/Sheet1.xml") { _, _ in }
    },
  ]

  @Test("A hostile container is refused with the part's name", arguments: cases)
  func refused(row: Case) throws {
    let scratch = try Scratch()
    let path = try scratch.write("t.xlsx", row.bytes())
    let error = #expect(throws: TabularError.self) { try readAll(try TableFile(path: path)) }
    #expect(error?.reason == row.reason, "\(error?.message ?? "")")
    for words in row.says {
      #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }
  }

  @Test("A part beyond a limit is refused by what it says, before it is unpacked")
  func partLimits() throws {
    let bomb = ZipBuilder.run(of: 32, matches: 100_000)
    let scratch = try Scratch()
    let bytes = Self.workbook(
      sheet: ZipBuilder.Part(Self.sheet, bomb.content, deflated: bomb.packed))
    let path = try scratch.write("t.xlsx", bytes)
    var ratio = TabularOptions()
    ratio.limits.ratio = 100
    var size = TabularOptions()
    size.limits.partBytes = 20 << 20
    for (options, says) in [(ratio, "100 times its size"), (size, "more than 20 MiB")] {
      let error = #expect(throws: TabularError.self) {
        try TableFile(path: path, options: options).makeReader()
      }
      #expect(error?.reason == .limit)
      #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
    }
  }

  @Test("A workbook cut off anywhere is refused, and never crashes")
  func truncated() throws {
    var builder = XLSXBuilder()
    builder.sheetData = "<row r='1'><c r='A1'><v>5</v></c></row>"
    let whole = builder.bytes()
    let scratch = try Scratch()
    for length in stride(from: 1, to: whole.count, by: 37) {
      let path = try scratch.write("t.xlsx", whole.prefix(length))
      #expect(throws: TabularError.self) { try readAll(try TableFile(path: path)) }
    }
  }

  @Test("Bytes around a container and 64-bit directories of honest writers are read")
  func odd() throws {
    var builder = XLSXBuilder()
    builder.sheetData = "<row r='1'><c r='A1'><v>5</v></c></row>"
    var commented = builder.zip()
    commented.comment = Array("written by hand".utf8)
    var wide = builder.zip()
    wide.claimed64 = (6, wide.directoryLength, wide.length)
    let scratch = try Scratch()
    for bytes in [commented.finished(), wide.finished(), builder.bytes() + [0, 0, 0, 0]] {
      let path = try scratch.write("t.xlsx", bytes)
      #expect(try readAll(try TableFile(path: path)).rows == [Row(1, ["5"])])
    }
  }
}
