/// A word of job titles that means another thing by what stands beside it: who owns a process owns
/// no company, and a partner manager is no partner.
struct BoundWord: Sendable {
  let words: Set<String>
  /// One of them stands directly before it.
  var behind: Set<String> = []
  /// One of them stands directly behind it.
  var before: Set<String> = []
  /// One of them stands behind it in the same part of the title, which names the post.
  var beforeHead: Set<String> = []
  /// What it says there.
  var seniority: JobTitle.Seniority?

  func binds(_ word: String, at index: Int, of title: TitleText) -> Bool {
    guard words.contains(word) else { return false }
    if let before = title.word(before: index), behind.contains(before) { return true }
    let rest = title.words(behind: index)
    return rest.first.map(before.contains) ?? false || !beforeHead.isDisjoint(with: rest)
  }
}

extension JobTitle {
  private static func set(_ text: String) -> Set<String> { Set(list(text)) }

  static let boundOffices = [
    BoundWord(
      words: ["owner"],
      behind: set(
        """
        process product data system systems service risk application app asset control platform
        content budget project task action feature solution stream backlog release change incident
        problem knowledge deal lead contact code technical workflow capability information contract
        vendor category journey epic domain account portfolio tool module component requirement
        requirements test
        """),
      seniority: .specialist),
    BoundWord(
      words: ["partner"],
      behind: set(
        """
        business channel sales hr people talent acquisition recruiting recruitment learning culture
        communications enablement analytics data insights customer client care development technology
        alliance alliances solution solutions delivery implementation reseller trading
        """),
      beforeHead: set(
        """
        manager managerin management success marketing sales account development enablement program
        programme operations relations relationship relationships coordinator koordinator specialist
        engineer consultant executive representative support experience engagement growth integration
        betreuer betreuerin betreuung vertrieb
        """),
      seniority: .specialist),
    BoundWord(
      words: ["student", "students"],
      beforeHead: set(
        """
        advisor adviser advising counselor counsellor counseling counselling coordinator manager
        director officer dean head affairs services support success recruitment recruiter admissions
        relations experience engagement
        """)),
    BoundWord(
      words: [
        "secretary", "secretaire", "secretario", "secretaria", "segretario", "segretaria",
        "secretaris",
      ],
      behind: ["general", "permanent"], before: ["general", "generale", "geral", "generaal"],
      seniority: .chief),
    BoundWord(words: ["secretary"], behind: ["company", "corporate"], seniority: .head),
    // Who administers a database is no member of the board.
    BoundWord(
      words: ["administrador", "administradora"],
      before: ["de", "del", "da", "do", "das", "dos", "e", "y"], seniority: .specialist),
  ]

  /// Words of a department that are of none beside these.
  static let boundFields = [
    BoundWord(
      words: ["personal"],
      before: set(
        """
        assistant assistants trainer trainers shopper banker banking injury care carer computer
        loans lines coach stylist chef adviser advisor
        """)),
    BoundWord(
      words: ["information"], behind: ["tourist", "visitor", "travel", "passenger", "public"],
      before: ["centre", "center", "desk"]),
    BoundWord(
      words: ["service", "services"],
      behind: set(
        """
        building social civil health armed secret prison probation fire police ambulance public
        diplomatic foreign youth
        """),
      before: ["social", "sociaux"]),
    BoundWord(
      words: ["communication", "communications"],
      before: set("engineer engineers engineering technician technicians system systems network")),
    BoundWord(
      words: ["controller", "controllers"],
      behind: set(
        """
        traffic quality document documents stock inventory production pest access transport fleet
        logistics material materials train flight process machine infection game
        """)),
  ]
}
