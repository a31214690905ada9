/// Headers that have meant one field wherever they stood.
///
/// Each form was right in all labelled header rows that have it, or is one of those with a word
/// beside that only says whose or which it is. A header of another form may be right as often, but
/// fewer rows vouch for it: it is likely, and not sure.
struct ProvenForms: Sendable {
  private let cores: [TermSet]
  /// Terms that may stand beside without a doubt.
  private let beside: TermSet

  /// A table as `table` below, for one field of one kind.
  static func of(_ field: String, kind: String) -> ProvenForms? {
    parsed["\(kind).\(field)"] ?? parsed[field]
  }

  /// Whether a header of these terms says it alone.
  func cover(_ terms: TermSet) -> Bool {
    cores.contains { $0.isSubset(of: terms) && terms.subtracting($0).isSubset(of: beside) }
  }

  private static let parsed: [String: ProvenForms] = {
    var forms: [String: ProvenForms] = [:]
    for line in table.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let parts = line[line.index(after: colon)...].split(separator: "/")
      forms[String(line[..<colon])] = ProvenForms(
        cores: parts[0].split(separator: " ").map { terms($0.split(separator: "+")) },
        beside: parts.count > 1 ? terms(parts[1].split(separator: " ")) : TermSet())
    }
    return forms
  }()

  private static func terms(_ words: [Substring]) -> TermSet {
    TermSet(words.compactMap { Term(rawValue: String($0)) })
  }

  /// A field, or a field of one kind; its forms; after a stroke what may stand beside.
  private static let table = """
    email: email email+address / work person primary preferred main billing customer lead
    contact_email: email email+person / work primary
    lead_email: email+lead email+person / work primary
    phone: phone mobile phone+mobile phone+number mobile+number phone+direct / work direct primary person main number preferred customer lead
    first_name: first first+name first+name_or_last first+name_or_first / person
    last_name: last last+name last+name_or_last last+name_or_first / person
    full_name: full full+name person+name person+name_or_last person+name_or_first / person
    company: company company+name company+name_or_last company+name_or_first / work
    account: company company+name company+name_or_last company+name_or_first
    account.name: company company+name company+name_or_last company+name_or_first
    job_title: job job+title / person
    street: street address address+street street+number address+number / work billing primary address person message
    city: city / work billing primary address name person message
    postcode: postcode postcode+code / work billing primary address person message
    region: region / work billing primary address person message
    country: country country+code country+region / work billing primary address name person message
    website: website+url company+website company+url website+address
    account.website: website website+url company+website company+url website+address
    industry: company+industry
    account.industry: industry company+industry
    employees: count+employees number+employees size+company / company
    account.employees: employees count+employees number+employees size+company / company
    annual_revenue: annual+revenue / company
    domain: domain company+domain
    created_at: created created+date created+time created+date+time created+timestamp created+entry+date created+entry+time timestamp
    lead_source: source lead+source / person
    language: language language+preferred
    born_on: birth birth+date / person
    notes: note description / description person
    owner: owner owner+name_or_last owner+name owner+holder+lead owner+holder+deal owner+holder+task owner+holder+activity owner+holder+person / lead deal task person user
    deal.owner: owner owner+holder / deal user name name_or_last
    task.owner: owner owner+holder / task user name name_or_last
    activity.owner: owner owner+holder / activity user name name_or_last
    utm_source: utm+source
    utm_medium: utm+medium
    utm_campaign: utm+campaign utm+campaign+name_or_last
    utm_term: utm+keyword
    utm_content: utm+content
    consent_status: consent consent+status optin optin+status accept+marketing email+optin consent+marketing
    consent_expires_at: consent+expires consent+expires+date optin+expires optin+expires+date
    consent_at: consent+date consent+time consent+timestamp optin+date optin+time
    external_id: id lead+id person+id customer+id customer+number lead+number
    deal.external_id: id deal+id deal+number
    task.external_id: id task+id
    activity.external_id: id activity+id
    product.external_id: id product+id product+code product+number
    user.external_id: id user+id
    deal.name: deal+name_or_last deal+name_or_first deal+name
    product.name: product product+name_or_last product+name_or_first product+name
    title: task task+name_or_last task+name_or_first task+name task+title subject
    stage: stage deal+stage
    amount: amount deal+amount
    status: status deal+status task+status
    currency: currency currency+code
    expected_close_at: close+date expected+close expected+close+date
    due_at: due due+date
    completed_at: completed completed+date
    priority: priority task+priority
    reason: reason
    unit_price: price price+unit
    quantity: quantity
    family: category product+category
    """
}
