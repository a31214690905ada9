import Bytes
import LeadModel
import Validation

/// Where a lead came from: UTM columns first, then its links, then the page before them.
extension RowConformer {
  mutating func settleAttribution(_ source: RowCells) {
    readLink()
    for position in LeadRules.utm.indices { settleParameter(position, source) }
    if !links.isEmpty { noteLink() }
    noteOtherClick()
    implySource()
    implyReferrer()
    checkCombinations()
    checkCampaign()
    if settings.policy.attribution.hasDomains { checkInternal() }
  }

  /// Takes up the landing page, or the page before it where that has nothing to say.
  private mutating func readLink() {
    links.clear()
    linkColumn = LeadRules.landingURL
    for column in [LeadRules.landingURL, LeadRules.referrerURL] {
      let isPath = column == LeadRules.landingURL && out[column].isNull
      linkText = isPath ? landingPath : out[column]
      if linkText.isNull { continue }
      linkColumn = column
      out.withBytes(of: linkText) {
        links.read($0, clickIDs: settings.policy.attribution.clickIDs)
      }
      noteUnfilledClick()
      if !links.isEmpty { return }
    }
  }

  // MARK: One parameter

  private mutating func settleParameter(_ position: Int, _ source: RowCells) {
    let (_, column, field) = LeadRules.utm[position]
    let isGiven = !out[column].isNull
    let isLinked = links.has(position)
    guard isGiven || isLinked else { return }
    var linked: ConformedValue = .null
    if isLinked { linked = readParameter(position) }
    if isGiven, !out.withText(column, { UTMValue.isPlain($0) }) {
      let start = out.bytes.count
      let differs = appendNormalised(out[column], keepsCase: position == LeadRules.utmID)
      out[column] = out.text(from: start)
      if differs {
        add(
          .utmNormalised, field: field, cell: source.cell(field),
          message: "was brought to lower case", suggestion: out.string(out[column]))
      }
      out[column] = judged(withoutOthers(out[column], position), position)
    }
    let own = canonical(out[column], position, isNoted: true)
    if own.isNull {
      out[column] = canonical(linked, position, isNoted: true)
      return
    }
    out[column] = own
    guard isLinked else { return }
    let other = canonical(linked, position, isNoted: false)
    if !other.isNull, !equal(own, other) { noteContradiction(position, own, other) }
  }

  private func equal(_ one: ConformedValue, _ other: ConformedValue) -> Bool {
    out.withBytes(of: one) { one in out.withBytes(of: other) { one.elementsEqual($0) } }
  }

  private mutating func noteContradiction(
    _ position: Int, _ own: ConformedValue, _ other: ConformedValue
  ) {
    let name = LeadRules.utm[position].name
    let link = out.withBytes(of: other) { Excerpt.of($0) }
    let value = out.withBytes(of: own) { Excerpt.of($0) }
    out.add(
      ValidationRule.utmContradiction.finding(
        field: "\(name)",
        message: "the column says '\(value)', the link '\(link)'; the column was taken: correct "
          + "the one that is wrong",
        value: value))
  }

  /// A parameter of the link, decoded and normalised; null when nothing is left of it.
  private mutating func readParameter(_ position: Int) -> ConformedValue {
    linkBytes.removeAll(keepingCapacity: true)
    var text: [UInt8] = []
    swap(&text, &linkBytes)
    let range = links.value(position)
    let faults: FormDecoding.Faults = out.withBytes(of: linkText) {
      let value = UnsafeBufferPointer(rebasing: $0[range])
      // Its first letters look like an escape.
      if UTMValue.isServerMacro(value) {
        text.append(contentsOf: value)
        return []
      }
      return FormDecoding.decode(value, to: &text)
    }
    let start = out.bytes.count
    text.withUnsafeBufferPointer {
      _ = UTMValue.normalise($0, keepsCase: position == LeadRules.utmID, to: &out.bytes)
    }
    swap(&text, &linkBytes)
    let value = out.text(from: start)
    if faults.contains(.brokenEscape) || faults.contains(.notUTF8) {
      let problem =
        faults.contains(.notUTF8)
        ? "has escapes that are no UTF-8 and were read as Latin-1"
        : "has a % that begins no escape and was kept"
      noteParameter(.utmEscape, position, value, "\(problem); encode the link as UTF-8")
    }
    return judged(value, position)
  }

  /// Appends a text normalised.
  ///
  /// - Returns: whether it came in another form.
  private mutating func appendNormalised(_ value: ConformedValue, keepsCase: Bool) -> Bool {
    guard case .text(let start, let count) = value else { return false }
    linkBytes.removeAll(keepingCapacity: true)
    linkBytes.append(contentsOf: out.bytes[Int(start)..<Int(start) + Int(count)])
    return linkBytes.withUnsafeBufferPointer {
      UTMValue.normalise($0, keepsCase: keepsCase, to: &out.bytes)
    }
  }

  /// A value of a column up to the next parameter that was copied with it.
  private mutating func withoutOthers(
    _ value: ConformedValue, _ position: Int
  ) -> ConformedValue {
    guard case .text(let start, _) = value,
      let end = out.withBytes(of: value, { AttributionLink.endOfFirst($0) })
    else { return value }
    noteParameter(
      .utmGlued, position, value,
      "has another parameter in it, which was cut off; give it a column of its own")
    return end == 0 ? .null : .text(start: start, count: Int32(end))
  }

  /// A normalised value when it says something.
  private mutating func judged(_ value: ConformedValue, _ position: Int) -> ConformedValue {
    if value.isNull { return value }
    let (isPlaceholder, isPersonal, isEncoded) = out.withBytes(of: value) { text in
      let text = UnsafeBufferPointer(rebasing: text.prefix(Self.longestJudged))
      return (
        UTMValue.isPlaceholder(text), UTMValue.isPersonal(text), FormDecoding.hasEscape(text)
      )
    }
    if isPlaceholder {
      noteParameter(
        .utmPlaceholder, position, value,
        "is a placeholder that was never filled in and counts as empty; correct the link's template"
      )
      return .null
    }
    if isPersonal {
      out.add(
        ValidationRule.utmPersonal.finding(
          field: "\(LeadRules.utm[position].name)",
          message: "the value holds an e-mail address or a telephone number, which analytics tools "
            + "may not get; take it out of the link"))
    } else if isEncoded {
      let whole = FormDecoding.whole(out.string(value) ?? "")
      noteParameter(
        .utmEncodedTwice, position, value, "is percent-encoded still; encode it once",
        suggestion: position == LeadRules.utmID ? whole : whole?.lowercased())
    }
    return value
  }

  /// Bytes of a value that are looked at: links as long as this are cut by every tool.
  private static let longestJudged = 4096

  private mutating func noteParameter(
    _ rule: ValidationRule, _ position: Int, _ value: ConformedValue, _ message: String,
    suggestion: String? = nil
  ) {
    let text = out.withBytes(of: value) { Excerpt.of($0) }
    out.add(
      rule.finding(
        field: "\(LeadRules.utm[position].name)", message: "'\(text)' \(message)", value: text,
        suggestion: suggestion))
  }

  /// The word of the vocabulary for a source or medium; any other value is itself.
  private mutating func canonical(
    _ value: ConformedValue, _ position: Int, isNoted: Bool
  ) -> ConformedValue {
    guard !value.isNull, position < 2 else { return value }
    let isSource = position == 0
    if isSource
      ? settings.policy.attribution.sources.isEmpty : settings.policy.attribution.mediums.isEmpty
    {
      return value
    }
    let known = out.withBytes(of: value) {
      isSource
        ? settings.policy.attribution.sources.target(of: $0)
        : settings.policy.attribution.mediums.target(of: $0)
    }
    guard let known else {
      if position == 1, isNoted {
        noteParameter(
          .utmMedium, position, value,
          "is no known medium; use one of validation.yaml or add it there")
      }
      return value
    }
    if out.withBytes(of: value, { ASCII.equal($0, known) }) { return value }
    if isNoted {
      noteParameter(.utmAlias, position, value, "is written '\(known)'", suggestion: known)
    }
    let start = out.bytes.count
    out.bytes.append(contentsOf: known.utf8)
    return out.text(from: start)
  }

  // MARK: The link, and all parameters together

  private var linkField: String {
    linkColumn == LeadRules.landingURL ? "landing_url" : "referrer_url"
  }

  private mutating func noteUnfilledClick() {
    guard let position = links.unfilledClickID else { return }
    let name = settings.policy.attribution.clickIDs.meanings[position].name
    out.add(
      ValidationRule.utmPlaceholder.finding(
        field: linkField,
        message: "the link's '\(name)' is a placeholder that was never filled in, and tells of no "
          + "click; correct the link's template"))
  }

  private mutating func noteLink() {
    let field = linkField
    if links.repeated != 0 {
      let names = LeadRules.utm.indices.filter { links.repeated & 1 << UInt8($0) != 0 }
        .map { "\(LeadRules.utm[$0].name)" }.joined(separator: ", ")
      out.add(
        ValidationRule.utmRepeated.finding(
          field: field,
          message: "the link has \(names) more than once; the first was taken: "
            + "leave the others out"))
    }
    if links.notes.contains(.inFragment) {
      out.add(
        ValidationRule.utmInFragment.finding(
          field: field, message: "UTM parameters stand behind the #; put them before it"))
    }
    if links.notes.contains(.escapedSeparator) {
      out.add(
        ValidationRule.utmEscapedSeparator.finding(
          field: field, message: "the link was copied out of HTML; write & instead of &amp;"))
    }
    if links.notes.contains(.otherSeparator) {
      out.add(
        ValidationRule.utmGlued.finding(
          field: field,
          message: "a parameter of the link stands behind ; or a second ?, where analytics tools "
            + "do not find it; write & there"))
    }
    if links.notes.contains(.encodedSeparator) {
      out.add(
        ValidationRule.utmGlued.finding(
          field: field,
          message: "the & and = between parameters of the link are encoded (%26, %3D), and "
            + "analytics tools take them for a part of a value; encode the values alone, and the link no "
            + "second time"))
    }
  }

  private mutating func checkCombinations() {
    var missing: UInt8 = 0
    for (position, utm) in LeadRules.utm.enumerated() where out[utm.column].isNull {
      missing |= 1 << UInt8(position)
    }
    for (parameter, others) in settings.policy.attribution.required
    where missing & 1 << UInt8(parameter) == 0 && others & missing != 0 {
      for other in LeadRules.utm.indices where others & missing & 1 << UInt8(other) != 0 {
        // An assistant gives its links a source alone.
        if parameter == 0, other == 1,
          settings.channels.isTold(
            withoutMediumFrom: out.string(out[LeadRules.utm[0].column]) ?? "")
        {
          continue
        }
        noteMissing(other, beside: parameter)
      }
    }
  }

  private mutating func noteMissing(_ missing: Int, beside parameter: Int) {
    let rule: ValidationRule =
      switch (parameter, missing) {
      case (2, 0): .utmSourceMissing
      case (0, 1): .utmMediumMissing
      default: .utmIncomplete
      }
    let (name, beside) = (LeadRules.utm[missing].name, LeadRules.utm[parameter].name)
    out.add(
      rule.finding(
        field: "\(name)", message: "\(beside) is there but no \(name); fill it in the link"))
  }

  private mutating func checkCampaign() {
    let patterns = settings.policy.attribution.campaigns
    let column = LeadRules.utm[2].column
    guard !patterns.isEmpty, !out[column].isNull else { return }
    let fits = out.withText(column) { name in patterns.contains { $0.matches(name) } }
    if fits { return }
    let expected = patterns.map { "'\($0.text)'" }.joined(separator: " or ")
    noteParameter(
      .utmCampaign, 2, out[column], "is not named as campaigns are; expected \(expected)")
  }

  private mutating func checkInternal() {
    let policy = settings.policy.attribution
    let source = LeadRules.utm[0].column
    if out.withText(source, { policy.isOwn(AttributionPolicy.host(of: $0)) }) {
      noteParameter(
        .utmInternal, 0, out[source],
        "is an own domain; leave UTM values out of links between own pages")
    } else if !out[source].isNull,
      out.withText(LeadRules.referrerURL, { policy.isOwn(AttributionPolicy.host(of: $0)) })
    {
      out.add(
        ValidationRule.utmInternal.finding(
          field: "referrer_url",
          message: "the link was on an own page; leave UTM values out of links between own pages"))
    }
  }
}
