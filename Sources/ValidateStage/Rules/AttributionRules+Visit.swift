import Bytes
import LeadModel
import Validation

/// What a click id, and the page before, say of a visit.
extension RowConformer {
  /// The click id of an advertisement beside UTM values of a visit that nobody paid for, or of another
  /// advertising system: the link was tagged wrongly, or passed on.
  ///
  /// What is no advertisement's stays on links that are passed on, as `fbclid` does.
  mutating func noteOtherClick() {
    let clickIDs = settings.policy.attribution.clickIDs
    guard let clickID = links.clickID, clickIDs.isPaid(clickID) else { return }
    let meaning = clickIDs.meanings[clickID]
    let (source, medium) = (LeadRules.utm[0].column, LeadRules.utm[1].column)
    let isOther = out.withText(source) {
      !$0.elementsEqual(meaning.source.utf8) && clickIDs.isSource($0)
    }
    guard isOther || out.withText(medium, { Self.unpaidMediums.contains($0) }) else { return }
    let field = isOther ? "utm_source" : "utm_medium"
    let value = out.withText(isOther ? source : medium) { Excerpt.of($0) }
    out.add(
      ValidationRule.utmContradiction.finding(
        field: field,
        message: "'\(value)' stands beside '\(meaning.name)' in the link, which tells of "
          + "\(meaning.source), \(meaning.medium); correct the link's UTM values",
        value: value))
  }

  /// Mediums of visits that are not paid for by the click.
  ///
  /// - Source: Google Analytics Help: default channel group.
  private static let unpaidMediums = WordSet([
    "organic", "email", "referral", "social", "sms", "push", "direct", "ai-assistant",
  ])

  /// A click id says what is absent of source and medium, unless the one that is there is of another
  /// visit.
  mutating func implySource() {
    let (source, medium) = (LeadRules.utm[0].column, LeadRules.utm[1].column)
    guard let clickID = links.clickID, out[source].isNull || out[medium].isNull else { return }
    let meaning = settings.policy.attribution.clickIDs.meanings[clickID]
    let (lacksSource, lacksMedium) = (out[source].isNull, out[medium].isNull)
    guard lacksSource || out.withText(source, { $0.elementsEqual(meaning.source.utf8) }),
      lacksMedium || out.withText(medium, { $0.elementsEqual(meaning.medium.utf8) })
    else { return }
    if lacksSource { out.setText(meaning.source, column: source) }
    if lacksMedium { out.setText(meaning.medium, column: medium) }
    let told = [lacksSource ? meaning.source : nil, lacksMedium ? meaning.medium : nil]
    let words = told.compactMap(\.self).joined(separator: ", ")
    out.add(
      ValidationRule.utmImplied.finding(
        field: lacksSource ? "utm_source" : "utm_medium",
        message: "taken from '\(meaning.name)' in the link: \(words)",
        value: lacksSource ? meaning.source : meaning.medium))
  }

  /// Nor does a click id: then the page before says it.
  mutating func implyReferrer() {
    guard !out[LeadRules.referrerURL].isNull, settings.channels.referrers != nil,
      LeadRules.utm.allSatisfy({ out[$0.column].isNull })
    else { return }
    let referrer = out.withText(LeadRules.referrerURL) { Hash64.of(AttributionPolicy.host(of: $0)) }
    if visits[referrer] == nil {
      if visits.count >= 1 << 16 { visits.removeAll(keepingCapacity: true) }
      visits[referrer] = visit()
    }
    guard let visit = visits[referrer], !visit.source.isEmpty, !isFromOwnPage() else { return }
    out.setText(visit.source, column: LeadRules.utm[0].column)
    out.setText(visit.medium, column: LeadRules.utm[1].column)
    out.add(
      ValidationRule.utmReferrer.finding(
        field: "utm_source",
        message: "taken from the page before: \(visit.source), \(visit.medium)", value: visit.source
      ))
  }

  /// What is told of a visit from the current lead's referrer; no source for a page of one's own or
  /// of a network that nobody outside reaches.
  private func visit() -> (source: String, medium: String) {
    let policy = settings.policy.attribution
    let (host, isOwn) = out.withText(LeadRules.referrerURL) { url in
      let host = AttributionPolicy.host(of: url)
      return (String(decoding: host, as: UTF8.self), policy.isOwn(host) || InnerHost.contains(host))
    }
    guard !isOwn, host.utf8.count < 254, let visit = settings.channels.visit(fromHost: host) else {
      return ("", "")
    }
    var source = visit.source
    return (source.withUTF8 { policy.sources.target(of: $0) } ?? visit.source, visit.medium)
  }

  /// Whether the page before is on the site of the landing page.
  private func isFromOwnPage() -> Bool {
    guard !out[LeadRules.landingURL].isNull else { return false }
    return out.withText(LeadRules.landingURL) { landing in
      out.withText(LeadRules.referrerURL) { referrer in
        let one = Self.withoutWWW(AttributionPolicy.host(of: landing))
        let other = Self.withoutWWW(AttributionPolicy.host(of: referrer))
        return one.lazy.map(ASCII.lowercased).elementsEqual(other.lazy.map(ASCII.lowercased))
      }
    }
  }

  private static func withoutWWW(
    _ host: UnsafeBufferPointer<UInt8>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    let start = host.prefix(4)
    return start.lazy.map(ASCII.lowercased).elementsEqual("www.".utf8) ? host[4...] : host[0...]
  }
}
