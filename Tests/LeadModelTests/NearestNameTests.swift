import LeadModel
import Testing

struct NearestNameTests {
  @Test(
    "the distance counts insertions, deletions, substitutions and swaps",
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1),
      ("kitten", "sitting", 3), ("ca", "abc", 3), ("ingest", "ingets", 1), ("über", "uber", 1),
    ])
  func distance(left: String, right: String, expected: Int) {
    #expect(NearestName.distance(left, right) == expected)
    #expect(NearestName.distance(right, left) == expected)
  }

  @Test(
    "only a near name is suggested",
    arguments: [
      ("ingst", "ingest"), ("validte", "validate"), ("scroe", "score"), ("valid", "validate"),
      ("x", nil), ("report", nil), ("", nil), ("INGEST", "ingest"),
    ] as [(String, String?)])
  func suggestion(name: String, expected: String?) {
    let stages = ["ingest", "validate", "score"]
    #expect(NearestName.suggestion(for: name, among: stages) == expected)
  }

  @Test("among equally near names the first is suggested")
  func ties() {
    #expect(NearestName.suggestion(for: "bat", among: ["cat", "rat"]) == "cat")
  }
}
