import Foundation
import LeadModel
import Testing

@testable import Delivery

@Suite struct MessageComposerTests {
  static func message() -> MailMessage {
    MailMessage(
      from: Mailbox(name: "Mill Lane, Ltd", address: "hello@example.com"),
      replyTo: Mailbox(address: "reply@example.com"),
      to: Mailbox(name: "Jörg Müller", address: "joerg@example.org"),
      subject: "Welcome", date: Timestamp(seconds: 1_793_599_200), messageID: "<abc.1@example.com>",
      text: "Hello Jörg,\n\nshort text.\n", unsubscribeAddress: "unsubscribe@example.com",
      unsubscribeSubject: "unsubscribe abc", unsubscribeURL: "https://example.com/u?t=abc")
  }

  static func text(_ message: MailMessage) throws -> String {
    String(decoding: try MessageComposer.compose(message), as: UTF8.self)
  }

  @Test("a plain message is composed byte for byte")
  func plain() throws {
    let expected = """
      Date: Mon, 02 Nov 2026 06:00:00 +0000
      From: "Mill Lane, Ltd" <hello@example.com>
      Reply-To: reply@example.com
      To: =?UTF-8?B?SsO2cmcgTcO8bGxlcg==?= <joerg@example.org>
      Subject: Welcome
      Message-ID: <abc.1@example.com>
      List-Unsubscribe: <https://example.com/u?t=abc>,
       <mailto:unsubscribe@example.com?subject=unsubscribe%20abc>
      List-Unsubscribe-Post: List-Unsubscribe=One-Click
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      Hello J=C3=B6rg,

      short text.

      """
    let composed = try Self.text(Self.message()).replacing("\r\n", with: "\n")
    #expect(composed == expected)
  }

  @Test("the HTML alternative comes after the text, between boundaries that follow from the id")
  func alternative() throws {
    var message = Self.message()
    message.html = "<p>Hello</p>"
    let text = try Self.text(message)
    let boundary = try #require(
      text.split(separator: "boundary=\"").last?.split(separator: "\"").first)
    #expect(text.components(separatedBy: "--\(boundary)\r\n").count == 3)
    #expect(text.hasSuffix("<p>Hello</p>\r\n--\(boundary)--\r\n"))
    #expect(try Self.text(message) == text)
    message.messageID = "<abc.2@example.com>"
    #expect(try !Self.text(message).contains(boundary))
  }

  @Test("one-click unsubscribing is promised only where a page can take it")
  func unsubscribe() throws {
    var message = Self.message()
    message.unsubscribeURL = nil
    let mailOnly = try Self.text(message)
    #expect(mailOnly.contains("List-Unsubscribe: <mailto:"))
    #expect(!mailOnly.contains("List-Unsubscribe-Post"))
    message.unsubscribeAddress = nil
    #expect(try !Self.text(message).contains("List-Unsubscribe"))
  }

  @Test(
    "line ends in free text cannot start a header",
    arguments: [
      "a\r\nBcc: x@example.net", "a\nBcc: x@example.net", "a\rBcc: x@example.net",
      "a\u{2028}Bcc: x@example.net", "a\u{0}\u{85}\u{B}Bcc: x@example.net",
    ])
  func injection(hostile: String) throws {
    var message = Self.message()
    message.subject = hostile
    message.to = Mailbox(name: hostile, address: "joerg@example.org")
    message.from = Mailbox(name: hostile, address: "hello@example.com")
    message.unsubscribeSubject = hostile
    let head = try Self.text(message).components(separatedBy: "\r\n\r\n")[0]
    let starts = head.replacing("\r\n ", with: " ").components(separatedBy: "\r\n")
    #expect(starts.count == 11)
    #expect(!starts.contains { $0.lowercased().hasPrefix("bcc") })
    #expect(!head.replacing("\r\n", with: "").contains { $0.isNewline })
  }

  @Test(
    "addresses, ids and pages that could change the structure are refused",
    arguments: [
      "a@b\r\nBcc: c@d", "a b@example.com", "a@example.com>", "<a@example.com", "a@@b", "a@", "@b",
      "a@b..c", ".a@b", "a", "", "ä@example.com", "a@exämple.com", "\"a\"@example.com",
      "a@example.com\0", "a@" + String(repeating: "x", count: 256),
      String(repeating: "x", count: 65) + "@example.com",
    ])
  func refused(value: String) {
    #expect(!AddressCheck.isSafe(value))
    for change in [
      { (message: inout MailMessage) in message.to = Mailbox(address: value) },
      { $0.from = Mailbox(address: value) },
      { $0.replyTo = Mailbox(address: value) },
      { $0.unsubscribeAddress = value },
      { $0.messageID = "<\(value) >" },
      { $0.unsubscribeURL = "https://x/" + value + " " },
      { $0.unsubscribeURL = "http://example.com/" },
    ] {
      var message = Self.message()
      change(&message)
      #expect(throws: CompositionError.self) { try MessageComposer.compose(message) }
    }
  }

  @Test(
    "usual addresses are taken",
    arguments: ["a@b.example", "o'neil+tag@sub.example.com", "a.b-c_d@xn--exmple-cua.com"])
  func taken(address: String) {
    #expect(AddressCheck.isSafe(address))
  }

  @Test(
    "every line stays within its limit and every byte within ASCII",
    arguments: [
      String(repeating: "Grüße aus Köln ", count: 30), String(repeating: "x", count: 2000),
      String(repeating: "ж", count: 500), String(repeating: "word ", count: 100),
      String(repeating: "👩‍👩‍👧", count: 60), "=?UTF-8?Q?fake?=", " ", "",
    ])
  func limits(text: String) throws {
    var message = Self.message()
    message.subject = text
    message.to = Mailbox(name: text, address: "joerg@example.org")
    message.text = text
    message.html = text
    let bytes = try MessageComposer.compose(message)
    #expect(bytes.allSatisfy { $0 < 127 })
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.map(\.utf8.count).max() ?? 0 <= 76)
    #expect(!lines.contains { !$0.isEmpty && $0.allSatisfy { $0 == " " } })
  }
}

@Suite struct QuotedPrintableTests {
  @Test(
    "text is encoded as RFC 2045 says",
    arguments: [
      ("a\nb", "a\r\nb\r\n"), ("a\r\nb\r\n", "a\r\nb\r\n"), ("a\rb", "a\r\nb\r\n"),
      ("", "\r\n"), ("a ", "a=20\r\n"), ("a\t\nb", "a=09\r\nb\r\n"), ("1=1", "1=3D1\r\n"),
      (".", "=2E\r\n"), ("From x", "=46rom x\r\n"), ("a\n\n.b", "a\r\n\r\n=2Eb\r\n"),
      ("é", "=C3=A9\r\n"),
      (String(repeating: "x", count: 76), String(repeating: "x", count: 76) + "\r\n"),
      (
        String(repeating: "x", count: 77),
        String(repeating: "x", count: 75) + "=\r\nxx\r\n"
      ),
      (
        String(repeating: "x", count: 74) + "é",
        String(repeating: "x", count: 74) + "=\r\n=C3=A9\r\n"
      ),
    ])
  func cases(text: String, expected: String) {
    #expect(QuotedPrintable.encode(text) == expected)
  }

  @Test(
    "base 64 pads as RFC 4648 says",
    arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
  func base64(text: String, expected: String) {
    #expect(Base64.encode(text) == expected)
  }
}
