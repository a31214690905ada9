import Bytes
import LeadModel

/// Puts a message into the form of RFC 5322 and MIME.
///
/// The same message always gives the same bytes: no clock, no random boundary, no host name.
package enum MessageComposer {
  /// The message with CRLF line ends, all of it 7-bit ASCII.
  ///
  /// - Throws: `CompositionError` when a value cannot be made safe; free text always can.
  package static func compose(_ message: MailMessage) throws(CompositionError) -> [UInt8] {
    guard AddressCheck.isSafeMessageID(message.messageID) else { throw .unusableMessageID }
    var output = "Date: \(date(message.date))\r\n"
    output += try HeaderEncoder.address("From", message.from)
    if let replyTo = message.replyTo { output += try HeaderEncoder.address("Reply-To", replyTo) }
    output += try HeaderEncoder.address("To", message.to)
    output += HeaderEncoder.unstructured("Subject", message.subject)
    output += HeaderEncoder.fold("Message-ID", [message.messageID])
    output += try unsubscribeHeaders(message)
    output += "MIME-Version: 1.0\r\n"
    output += body(message)
    return Array(output.utf8)
  }

  /// - Source: RFC 2369 section 3.2 for the list of ways, RFC 8058 section 3.1 for the POST.
  private static func unsubscribeHeaders(
    _ message: MailMessage
  ) throws(CompositionError) -> String {
    var ways: [String] = []
    if let url = message.unsubscribeURL {
      guard AddressCheck.isSafeURL(url) else { throw .unusableURL }
      ways.append("<\(url)>")
    }
    if let address = message.unsubscribeAddress {
      guard AddressCheck.isSafe(address) else {
        throw .unusableAddress(header: "List-Unsubscribe")
      }
      let subject = percentEncoded(message.unsubscribeSubject)
      ways.append("<mailto:\(percentEncoded(address, keeping: "@+"))?subject=\(subject)>")
    }
    guard !ways.isEmpty else { return "" }
    let tokens = ways.enumerated().map { $0 < ways.count - 1 ? $1 + "," : $1 }
    var headers = HeaderEncoder.fold("List-Unsubscribe", tokens)
    if message.unsubscribeURL != nil {
      headers += "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
    }
    return headers
  }

  private static func body(_ message: MailMessage) -> String {
    guard let html = message.html else { return part("text/plain", message.text) }
    // No encoded body can hold "=_", so the boundary occurs nowhere else.
    let boundary = "=_" + SHA256Digest.hex(message.messageID).prefix(32)
    return """
      Content-Type: multipart/alternative;\r
       boundary="\(boundary)"\r
      \r
      --\(boundary)\r
      \(part("text/plain", message.text))--\(boundary)\r
      \(part("text/html", html))--\(boundary)--\r

      """
  }

  private static func part(_ type: String, _ text: String) -> String {
    "Content-Type: \(type); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      + QuotedPrintable.encode(text)
  }

  /// RFC 5322 section 3.3, in UTC, as `Mon, 02 Nov 2026 06:00:00 +0000`.
  static func date(_ instant: Timestamp) -> String {
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let day = instant.date
    let time = instant.secondOfDay
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(weekdays[day.weekday - 1]), \(two(day.day)) \(months[day.month - 1]) \(day.year) "
      + "\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60)) +0000"
  }

  /// RFC 3986 section 2.1: everything but the unreserved characters and those to keep.
  static func percentEncoded(_ text: String, keeping kept: String = "") -> String {
    var output = ""
    for byte in text.utf8 {
      let isUnreserved =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "-._~".utf8.contains(byte) || kept.utf8.contains(byte)
      output += isUnreserved ? String(UnicodeScalar(byte)) : "%" + QuotedPrintable.hex(byte)
    }
    return output
  }
}
