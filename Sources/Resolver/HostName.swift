/// Names as the domain name system knows them.
///
/// - Source: RFC 1035 section 2.3.4 (lengths), RFC 952 and RFC 1123 section 2.1 (letters).
package enum HostName {
  /// A domain in the form in which it is asked for: lower case, without the root's dot. nil when no
  /// question can be asked about it: a label of no or more than 63 octets, more than 253 octets (255
  /// on the wire), or a character that is none of A-labels.
  package static func folded(_ text: String) -> String? {
    var bytes = Array(text.utf8)
    if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
    guard (1...253).contains(bytes.count) else { return nil }
    var label = 0
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "."):
        guard (1...63).contains(label) else { return nil }
        label = -1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes[index] |= 0x20
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        break
      default: return nil
      }
      label += 1
    }
    guard (1...63).contains(label) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Why no mail goes to a host of a folded name whatever the network says; nil for others. Such
  /// names are never asked for.
  ///
  /// - Source: RFC 6761 sections 6.3 and 6.4, RFC 7686, RFC 9476; RFC 5321 section 5.1 (a mail
  ///   server is given by name).
  static func refusal(of name: String) -> String? {
    let last = name.split(separator: ".").last ?? ""
    switch last {
    case "localhost", "localdomain": return "'\(name)' is the machine itself"
    case "invalid", "onion", "alt": return "'.\(last)' is not part of the public name space"
    default:
      // No top-level domain is a number: what ends in one is an IP address in the wrong place.
      return last.allSatisfy(\.isNumber) ? "'\(name)' is an address, not a name" : nil
    }
  }
}
