import Bytes

/// What advertising systems call the values that they put into links: `campaign`, `ad_group_name`,
/// `clickid`, with or without the signs of a template around it.
///
/// - Source: the macros of Google Ads (ValueTrack), Campaign Manager 360, Microsoft Advertising, Meta,
///   TikTok, LinkedIn, Pinterest, Reddit, Snapchat, Taboola and Outbrain, and VAST 4.
enum MacroName {
  /// Whether a value is such a name between the signs of a template, and nothing else: `[campaign]`,
  /// `$CAMPAIGN_NAME$`, `##campaign##`, `%5Badset%5D`. Signs before it alone will do where nothing but
  /// templates has them: `$campaign`, `{{campaign.name`. Other words keep their signs, for `[running
  /// shoes]` is how exact keywords are written, and `[de]_brand` a campaign's name.
  static func isMarked(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard value.count > 3, value.count <= longestMarked else { return false }
    var start = 0
    while start < value.count, case let count = signCount(value, at: start), count > 0 {
      start += count
    }
    var end = value.count
    while end > start, case let count = signCount(value, before: end), count > 0 { end -= count }
    guard start > 0, start < end, end < value.count || isOpening(value, upTo: start) else {
      return false
    }
    return withKey(of: UnsafeBufferPointer(rebasing: value[start..<end])) { key in
      marked.contains(key)
    }
  }

  /// Whether a value is the name of a macro alone, or words that ask for one: `campaign_name`,
  /// `your-campaign`, `insert_campaign_name`. A single word may be a campaign's own name, and words
  /// with spaces a keyword.
  static func isBare(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard value.count > 5, value.count <= longestBare, mayBeBare(value) else { return false }
    var hasSeparator = false
    for byte in value {
      if byte == 32 { return false }
      hasSeparator = hasSeparator || isSeparator(byte)
    }
    return hasSeparator && withKey(of: value) { bare.contains($0) }
  }

  /// Most values are told by their ends.
  private static func mayBeBare(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    switch (value[value.count - 2] | 0x20, value[value.count - 1] | 0x20) {
    case (UInt8(ascii: "i"), UInt8(ascii: "d")), (UInt8(ascii: "m"), UInt8(ascii: "e")),
      (UInt8(ascii: "r"), UInt8(ascii: "e")):
      return true
    default:
      let first = value[0] | 0x20
      return first == UInt8(ascii: "y") || first == UInt8(ascii: "i") || first == UInt8(ascii: "e")
    }
  }

  /// Bytes of a value with signs, or without, that is looked at.
  private static let longestMarked = 64
  private static let longestBare = 40

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == 32
  }

  /// The letters and digits of a text.
  private static func withKey(
    of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { key in
      var count = 0
      for byte in text where !isSeparator(byte) {
        key[count] = byte
        count += 1
      }
      return body(UnsafeBufferPointer(rebasing: key[..<count]))
    }
  }

  /// How many bytes the sign has that begins at an index: one, three when it is percent-encoded, two
  /// for a guillemet; 0 where none does.
  private static func signCount(_ value: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    if isSign(value[index]) {
      return isEncodedSign(value, at: index) ? 3 : 1
    }
    return isGuillemet(value, at: index) ? 2 : 0
  }

  private static func signCount(_ value: UnsafeBufferPointer<UInt8>, before end: Int) -> Int {
    if end >= 3, isEncodedSign(value, at: end - 3) { return 3 }
    if isSign(value[end - 1]) { return 1 }
    return end >= 2 && isGuillemet(value, at: end - 2) ? 2 : 0
  }

  private static func isGuillemet(_ value: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 1 < value.count && value[index] == 0xC2
      && (value[index + 1] == 0xAB || value[index + 1] == 0xBB)
  }

  /// `%7B`, `%7D`, `%5B`, `%5D`, `%3C` and `%3E`.
  private static func isEncodedSign(_ value: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 2 < value.count, value[index] == UInt8(ascii: "%") else { return false }
    switch (value[index + 1], value[index + 2] | 0x20) {
    case (UInt8(ascii: "5"), UInt8(ascii: "b")), (UInt8(ascii: "5"), UInt8(ascii: "d")),
      (UInt8(ascii: "7"), UInt8(ascii: "b")), (UInt8(ascii: "7"), UInt8(ascii: "d")),
      (UInt8(ascii: "3"), UInt8(ascii: "c")), (UInt8(ascii: "3"), UInt8(ascii: "e")):
      return true
    default: return false
    }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "!"),
      UInt8(ascii: "%"), UInt8(ascii: "*"), UInt8(ascii: "|"), UInt8(ascii: "~"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether the signs before a name are those that only templates have there.
  private static func isOpening(_ value: UnsafeBufferPointer<UInt8>, upTo end: Int) -> Bool {
    if value[0] == UInt8(ascii: "$") { return true }
    guard end > 1, value[0] == value[1] else { return false }
    switch value[0] {
    case UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "_"), UInt8(ascii: "["): return true
    default: return false
    }
  }

  // MARK: The names

  /// What an advertisement belongs to, and what nothing but a macro is called.
  private static let things = [
    "campaign", "adgroup", "adset", "adsquad", "creative", "placement", "keyword", "clickid",
    "click", "cid", "aid", "gclid", "fbclid", "msclkid", "ttclid", "dclid", "timestamp",
    "cachebuster", "cachebusting", "random", "targetid", "matchtype", "querystring", "lpurl",
    "sitesourcename", "feeditemid", "adposition", "publisherid", "subid", "utmsource", "utmmedium",
    "utmcampaign", "utmterm", "utmcontent", "utmid", "kampagne", "campagne", "campana", "campanha",
    "campagna",
  ]
  /// What has a name or a number too, but is a word of its own.
  private static let owners = [
    "ad", "account", "advertiser", "publisher", "site", "source", "medium", "term", "content",
    "platform", "network", "device", "customer", "order", "orderitem", "lineitem", "line",
    "insertionorder", "unique", "promo", "banner", "media", "offer", "affiliate", "partner",
    "transaction", "session", "user", "page", "section",
  ]
  private static let attributes = ["name", "id"]
  private static let requests = ["your", "insert", "enter", "insertyour", "enteryour"]

  private static let named: [String] =
    (things + owners).flatMap { thing in attributes.map { thing + $0 } }
    + things.flatMap { thing in attributes.map { "utm" + thing + $0 } }

  private static let requested: [String] =
    (things + owners + named).flatMap { name in
      requests.map { $0 + name } + (requests + [""]).map { $0 + name + "here" }
    }

  private static let marked = WordSet(things + named + requested)
  /// Names of pages, orders and the like are words that people search for.
  private static let bare = WordSet(
    (things + ["ad", "account", "advertiser", "publisher"]).flatMap { thing in
      attributes.map { thing + $0 }
    } + requested)
}
