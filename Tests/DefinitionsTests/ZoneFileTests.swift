import Definitions
import LeadModel
import Testing

@Suite("Time zone files")
struct ZoneFileTests {
  @Test("a zone of the machine's database is read by its name")
  func known() throws {
    let zone = try ZoneFile.load("Europe/Berlin")
    let summer = try #require(Timestamp(iso: "2026-07-01"))
    #expect(zone.name == "Europe/Berlin")
    #expect(zone.offsetSeconds(at: summer) == 7200)
  }

  @Test(
    "a name that is none, or leads out of the database, is refused",
    arguments: [
      "", "Europe/Berlinn", "Europe", "../../../etc/passwd", "/etc/localtime", "tzdata.zi",
      "Europe/Berlin\u{0}x", "zone1970.tab",
    ])
  func unknown(name: String) {
    #expect(throws: ZoneFileError.self) { try ZoneFile.load(name) }
  }

  @Test("a machine without the database is told what to install")
  func missingDatabase() {
    let error = #expect(throws: ZoneFileError.self) {
      try ZoneFile.load("Europe/Berlin", folder: "/nonexistent")
    }
    #expect(error?.description.contains("install the Debian package tzdata") == true)
  }
}
