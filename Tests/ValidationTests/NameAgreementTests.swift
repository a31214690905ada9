import Testing
import Validation

struct NameAgreementTests {
  @Test(
    "a family name contradicts a whole name that has nothing of it",
    arguments: [
      ("Ann Bell", "Miller", true), ("Анна Иванова", "Петрова", true), ("Ann Bell", "Bell", false),
      ("Bell, Ann", "BELL", false), ("Ann Bell-Miller", "Miller", false), ("Ann B.", "Bell", false),
      ("Anna van der Berg", "Vanderberg", false), ("Anna Müller", "Mueller", false),
      ("Anna Ivanova", "Иванова", false), ("abell", "Miller", false), ("Ann Bel", "Bell", false),
      ("María García López", "García", false), ("Ann Bell", "", false), ("", "Bell", false),
      ("Ann Sørensen", "Sorensen", false), ("Ann O'Brien", "OBrien", false),
    ])
  func contradictions(whole: String, family: String, expected: Bool) {
    var agreement = NameAgreement()
    let (name, part) = (Array(whole.utf8), Array(family.utf8))
    let found = name.withUnsafeBufferPointer { name in
      part.withUnsafeBufferPointer { agreement.contradicts(whole: name, family: $0) }
    }
    #expect(found == expected)
  }

  @Test(
    "a given name contradicts a whole name that has it in no form",
    arguments: [
      ("Ann Bell", "Peter", true), ("Ann Bell", "Ann", false), ("Robert Bell", "Bob", false),
      ("Bob Bell", "Robert", false), ("A. Bell", "Ann", false), ("Ann Bell", "A.", false),
      ("Anne Marie Bell", "Marie", false), ("Bell, Ann", "ANN", false), ("Ann Bell", "Anne", false),
      ("Jörg Bell", "Joerg", false), ("Анна Белл", "Anna", false), ("Ann", "Peter", false),
      ("Анна Петрова", "Мария", true), ("Ann Bell", "", false),
    ])
  func givenContradictions(whole: String, given: String, expected: Bool) {
    var agreement = NameAgreement()
    let (name, part) = (Array(whole.utf8), Array(given.utf8))
    let found = name.withUnsafeBufferPointer { name in
      part.withUnsafeBufferPointer { agreement.contradicts(whole: name, given: $0) }
    }
    #expect(found == expected)
  }
}
