/// Why a text is not an e-mail address that mail can be sent to.
package enum EmailFault: Error, Equatable {
  case noAt
  case severalAts
  case emptyLocalPart
  case localPartTooLong(octets: Int)
  case misplacedDot
  case quotedLocalPart
  case openQuote
  case afterQuote
  case comment
  case badLocalCharacter(String)
  case emptyDomain
  case domainTooLong(octets: Int)
  case addressTooLong(octets: Int)
  case addressLiteral
  case badAddressLiteral
  case singleLabelDomain
  case emptyDomainLabel
  case labelTooLong(octets: Int)
  case labelHyphen
  case badDomainCharacter(String)
  case badTopLevel
  case notIDNA(String)
  case notUTF8

  /// What is wrong and what was expected, to follow the quoted value in a message.
  package var explanation: String {
    switch self {
    case .noAt: "has no '@'; expected name@domain"
    case .severalAts: "has more than one '@'; expected one address"
    case .emptyLocalPart: "has nothing before the '@'"
    case .localPartTooLong(let octets):
      "has \(octets) octets before the '@', at most 64 are allowed (RFC 5321)"
    case .misplacedDot: "has a dot at an end of the name or two dots in a row"
    case .quotedLocalPart:
      "has a quoted name, which mail systems do not deliver; write it without quotes"
    case .openQuote: "has a quotation mark that is not closed before the '@'"
    case .afterQuote: "has text beside the quotation marks before the '@'"
    case .comment: "has a comment in parentheses; remove it"
    case .badLocalCharacter(let character): "has \(character) before the '@', which is not allowed"
    case .emptyDomain: "has nothing after the '@'"
    case .domainTooLong(let octets): "has a domain of \(octets) octets, at most 253 are allowed"
    case .addressTooLong(let octets): "has \(octets) octets, at most 254 are allowed (RFC 5321)"
    case .addressLiteral: "has an IP address for a domain; expected a domain name"
    case .badAddressLiteral:
      "has brackets after the '@' without an IP address; expected a domain name"
    case .singleLabelDomain: "has a domain without a dot; expected one such as 'example.com'"
    case .emptyDomainLabel: "has a domain with a dot at an end or two dots in a row"
    case .labelTooLong(let octets):
      "has a domain part of \(octets) octets, at most 63 are allowed"
    case .labelHyphen: "has a domain part that starts or ends with a hyphen"
    case .badDomainCharacter(let character): "has \(character) in its domain, which is not allowed"
    case .badTopLevel: "has a domain whose last part is no top-level domain"
    case .notIDNA(let reason): "has a domain that is no internationalised name (\(reason))"
    case .notUTF8: "has bytes that are not UTF-8; check the file's encoding"
    }
  }
}
