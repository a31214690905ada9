import Bytes
import Foundation
import LeadmillTestSupport
import Testing

@Suite("A refusal counts however its digest or address is written")
struct WrittenRefusalTests {
  private static let ann = "ann@bellworks.co.uk"
  private static let digest = SHA256Digest.hex(ann)

  private static func base64(_ hex: String) -> String {
    let digits = Array(hex.utf8)
    let octets = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
    return Data(octets).base64EncodedString()
  }

  private static func pairs(_ hex: String, _ sign: String) -> String {
    let digits = Array(hex.uppercased())
    return stride(from: 0, to: digits.count, by: 2).map { String(digits[$0..<$0 + 2]) }
      .joined(separator: sign)
  }

  private static func quoted(_ cell: String) -> String {
    "\"\(cell.replacingOccurrences(of: "\"", with: "\"\""))\""
  }

  /// The findings of a list beside which Ann, Bob and Cy are leads, and who of them is blocked.
  private func night(
    _ header: String, _ cells: [String], name: String = "do-not-contact-1.csv", rest: String = ""
  ) throws -> (blocked: [String], codes: Set<String>, result: ProgramResult, TestWorkspace) {
    let bench = try ImportBench()
    let list = cells.map { Self.quoted($0) + rest }.joined(separator: "\n")
    let paths = [
      try bench.workspace.write(name, header + "\n" + list + "\n"),
      try bench.workspace.write(
        "leads-web-1.csv",
        "id,email,phone\n1,\(Self.ann),\n2,bob@bellworks.co.uk,\n3,,+44 20 7946 0013\n"),
    ]
    let result = try bench.run(["import"] + paths, asOf: "2026-11-02T06:00:00Z")
    let blocked = try bench.workspace.rows(
      "SELECT external_id FROM lead WHERE dnd_channels IS NOT NULL ORDER BY 1"
    ).map { $0[0] }
    let codes = try bench.workspace.rows("SELECT DISTINCT code FROM finding").map { $0[0] }
    return (blocked, Set(codes), result, bench.workspace)
  }

  static let spellings: [String] = [
    digest, digest.uppercased(), "sha256:" + digest, "SHA-256: " + digest, "{SHA256}" + digest,
    "0x" + digest.uppercased(), "\\x" + digest, "X'\(digest)'", "'\(digest)'", "\"\(digest)\"",
    "“\(digest)”", "=\"\(digest)\"", String(digest.prefix(32)) + " " + digest.dropFirst(32),
    pairs(digest, "-"), pairs(digest, ":"), pairs(digest, " "), base64(digest),
    "sha256-" + base64(digest), String(base64(digest).dropLast()),
    base64(digest).replacingOccurrences(of: "+", with: "-").replacingOccurrences(
      of: "/", with: "_"),
    Data(digest.utf8).base64EncodedString(), base64(LegacyDigest.md5(ann)),
    base64(LegacyDigest.sha1(ann)), "md5:" + LegacyDigest.md5(ann), digest + " (Ann Bell)",
  ]

  @Test("as tools and databases write digests", arguments: spellings)
  func spelling(cell: String) throws {
    for header in ["email_sha256,registry", "email,registry"] {
      let (blocked, codes, result, _) = try night(header, [cell], rest: ",internal")
      #expect(blocked == ["1"], "\(header): \(result)")
      #expect(codes.isDisjoint(with: ["VAL010", "VAL035", "VAL036"]), "\(header): \(codes)")
    }
  }

  @Test("each of several in a cell", arguments: ["; ", "\n", ", ", " | ", " "])
  func several(separator: String) throws {
    let bob = SHA256Digest.hex("bob@bellworks.co.uk")
    let phone = SHA256Digest.hex("+442079460013")
    let cell = [Self.digest, bob.uppercased(), phone].joined(separator: separator)
    for header in ["email_sha256,registry", "email,registry", "phone_sha256,registry"] {
      let (blocked, codes, result, _) = try night(header, [cell], rest: ",internal")
      #expect(blocked == ["1", "2", "3"], "\(header): \(result)")
      #expect(!codes.contains("VAL036"))
    }
    let mixed = try night("email,registry", ["\(bob); \(Self.ann)"], rest: ",internal")
    #expect(mixed.blocked == ["1", "2"], "\(mixed.result)")
  }

  @Test("plain addresses and numbers in the column of digests")
  func plain() throws {
    let cells = ["\(Self.ann); bob@bellworks.co.uk", "Ann <ann@bellworks.co.uk>"]
    #expect(try night("email_sha256,registry", [cells[0]], rest: ",x").blocked == ["1", "2"])
    #expect(try night("email_sha256,registry", [cells[1]], rest: ",x").blocked == ["1"])
  }

  static let unusable: [(String, String)] = [
    (String(repeating: "ab", count: 64), "SHA-512"),
    (base64(String(repeating: "a1", count: 64)), "SHA-512"),
    (String(repeating: "ab", count: 48), "SHA-384"),
    (SHA256Digest.hex(""), "the digest of an empty cell"),
    (LegacyDigest.md5(""), "the digest of an empty cell"),
    (SHA256Digest.hex("NULL"), "the digest of 'NULL'"),
    (String(repeating: "0", count: 64), "one digit again and again"),
    (String(digest.dropLast()), "is no digest"),
  ]

  @Test("one that protects nobody is rejected and told", arguments: unusable)
  func protectsNobody(cell: String, message: String) throws {
    let (blocked, codes, result, workspace) = try night(
      "email_sha256,registry", [cell], rest: ",internal")
    #expect(blocked.isEmpty && codes.isSuperset(of: ["VAL035", "VAL036"]), "\(result)")
    #expect(result.status == 10, "\(result)")
    let told = try workspace.rows("SELECT message FROM finding WHERE code = 'VAL036'")
    #expect(told.count == 1 && told[0][0].contains(message), "\(told)")
  }

  @Test("beside a number it is told, and the number counts")
  func besideNumber() throws {
    let (blocked, codes, result, _) = try night(
      "email_sha256,phone,registry", [SHA256Digest.hex("")], rest: ",+44 20 7946 0013,tps")
    #expect(blocked == ["3"] && codes.contains("VAL036") && !codes.contains("VAL035"), "\(result)")
  }

  @Test(
    "numbers with blanks between them are no digest",
    arguments: ["020 79460013 020 79460014 020 79460015", "020-79460013-020-79460014"])
  func numbers(cell: String) throws {
    let (blocked, _, result, _) = try night(
      "phone,country,registry", [cell], rest: ",GB,tps")
    #expect(blocked == ["3"], "\(result)")
  }

  @Test("a pattern is told, and what to write instead", arguments: ["an*@", "ann+*@"])
  func pattern(start: String) throws {
    let entry = try night("email,registry", [start + "bellworks.co.uk"], rest: ",internal")
    #expect(entry.blocked.isEmpty && entry.codes.isSuperset(of: ["VAL035", "VAL194"]))
    let withdrawal = try night(
      "email,status,at,source", [start + "bellworks.co.uk"], name: "consent-1.csv",
      rest: ",withdrawn,2026-11-01,mail")
    #expect(withdrawal.codes.isSuperset(of: ["VAL034", "VAL194"]), "\(withdrawal.result)")
    let beside = try night(
      "email,registry", ["\(start)bellworks.co.uk; bob@bellworks.co.uk"], rest: ",internal")
    #expect(beside.blocked == ["2"] && beside.codes.contains("VAL194"), "\(beside.result)")
  }

  @Test("all of a domain in a withdrawal, as in an entry", arguments: ["*@", "@"])
  func domain(start: String) throws {
    let header = "email,status,at,source"
    let (blocked, codes, result, workspace) = try night(
      header, [start + "Bellworks.co.uk"], name: "consent-1.csv",
      rest: ",withdrawn,2026-11-01,mail")
    #expect(blocked == ["1", "2"], "\(result)")
    #expect(codes.isDisjoint(with: ["VAL010", "VAL034"]), "\(codes)")
    #expect(
      try workspace.rows("SELECT domain, channel, date(at, 'unixepoch') FROM suppression") == [
        ["bellworks.co.uk", "any", "2026-11-01"]
      ])
    let granted = try night(
      header, [start + "bellworks.co.uk"], name: "consent-1.csv",
      rest: ",granted,2026-11-01,mail")
    #expect(granted.codes.contains("VAL034"), "\(granted.result)")
  }

  @Test("an address with a blank in its name counts with and without it")
  func blank() throws {
    for (header, name, rest) in [
      ("email,registry", "do-not-contact-1.csv", ",internal"),
      ("email,status,at,source", "consent-1.csv", ",withdrawn,2026-11-01,mail"),
    ] {
      let (_, _, result, workspace) = try night(
        header, ["a nn@bellworks.co.uk"], name: name, rest: rest)
      let table = name.hasPrefix("do") ? "suppression" : "consent"
      #expect(
        try workspace.rows("SELECT email FROM \(table) WHERE email IS NOT NULL ORDER BY 1") == [
          [Self.ann], ["nn@bellworks.co.uk"],
        ], "\(result)")
      let told = try workspace.rows("SELECT message FROM finding WHERE code = 'VAL010'")
      #expect(
        told.count == 1
          && told[0][0].contains("'nn@bellworks.co.uk' and 'ann@bellworks.co.uk'"), "\(told)")
    }
  }

  @Test("an address behind a source route", arguments: ["@a.com:", "<@a.com,@b.org:"])
  func route(start: String) throws {
    let cell = start + Self.ann + (start.hasPrefix("<") ? ">" : "")
    let entry = try night("email,registry", [cell], rest: ",internal")
    #expect(entry.blocked == ["1"] && !entry.codes.contains("VAL035"), "\(entry.result)")
    let (_, _, result, workspace) = try night(
      "email,status,at,source", [cell], name: "consent-1.csv", rest: ",withdrawn,2026-11-01,mail")
    #expect(try workspace.rows("SELECT email FROM consent") == [[Self.ann]], "\(result)")
  }

  @Test("of a number that a spreadsheet cut one thing is said")
  func cutNumber() throws {
    let (_, codes, result, workspace) = try night(
      "email,phone,registry", [Self.ann], rest: ",4.93023E+11,tps")
    #expect(codes.contains("VAL023") && !codes.contains("VAL123"), "\(result)")
    #expect(try workspace.rows("SELECT phone_sha256 FROM suppression") == [["-"]])
  }
}
