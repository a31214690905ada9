import CCurl
import Glibc

/// Hands messages to a mail server through libcurl, over one connection for as long as it holds.
///
/// What decides whether a message may have been taken is whether its last byte was given away: a
/// server must not act on a message before its end (RFC 5321 section 4.1.1.4), so a failure before
/// that is a message surely not taken, and one after it, without an answer, is in doubt.
package final class SMTPTransport: Transport {
  package let name = "smtp"
  /// A hand-over cannot be looked up afterwards, so only one message at a time is in the air.
  package let batchSize = 1
  private let configuration: SMTPConfiguration
  private let handle: UnsafeMutableRawPointer
  private let transfer = SMTPTransfer()

  private static let isInitialised = curl_global_init(Int(CURL_GLOBAL_SSL)) == CURLE_OK

  /// Prepares a connection without opening it.
  ///
  /// - Throws: `TransportError` when a password would cross the network unprotected, or libcurl
  ///   cannot be had.
  package init(_ configuration: SMTPConfiguration) throws(TransportError) {
    guard configuration.user == nil || configuration.security != .none || configuration.isLoopback
    else {
      throw TransportError(
        "a password for '\(configuration.host)' would cross the network unprotected; "
          + "use smtps:// or starttls")
    }
    guard Self.isInitialised, let handle = curl_easy_init() else {
      throw TransportError("libcurl cannot be initialised; check the memory")
    }
    self.configuration = configuration
    self.handle = handle
    setUp()
  }

  deinit { curl_easy_cleanup(handle) }

  package func deliver(_ messages: [OutgoingMessage]) -> [DeliveryOutcome] {
    var outcomes: [DeliveryOutcome] = []
    for message in messages {
      outcomes.append(deliver(message))
      if case .unavailable = outcomes.last { break }
    }
    return outcomes
  }

  func deliver(_ message: OutgoingMessage) -> DeliveryOutcome {
    guard AddressCheck.isSafe(message.recipient), AddressCheck.isSafe(message.envelopeFrom) else {
      return .refusedPermanently(detail: "the address cannot be used in an SMTP command")
    }
    transfer.begin(message.bytes)
    let recipients = curl_slist_append(nil, "<\(message.recipient)>")
    defer { curl_slist_free_all(recipients) }
    leadmill_curl_set_string(handle, CURLOPT_MAIL_FROM, "<\(message.envelopeFrom)>")
    leadmill_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
    leadmill_curl_set_size(handle, CURLOPT_INFILESIZE_LARGE, Int64(message.bytes.count))
    let code = curl_easy_perform(handle)
    leadmill_curl_set_list(handle, CURLOPT_MAIL_RCPT, nil)
    var reply = 0
    leadmill_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &reply)
    return SMTPVerdict(
      isSuccess: code == CURLE_OK, isSendError: code == CURLE_SEND_ERROR,
      wasGivenAway: transfer.isGivenAway, replyCode: reply, replyLine: transfer.lastReply,
      fault: String(cString: curl_easy_strerror(code)), server: server
    ).outcome
  }

  package func flush() throws(TransportError) {}

  package func settle(messageID: String) throws(TransportError) -> Settlement { .unknown }

  private var server: String { "\(configuration.host):\(configuration.port)" }

  private func setUp() {
    let context = Unmanaged.passUnretained(transfer).toOpaque()
    leadmill_curl_set_string(handle, CURLOPT_URL, configuration.url)
    leadmill_curl_set_string(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    // A proxy from the environment would see every message.
    leadmill_curl_set_string(handle, CURLOPT_PROXY, "")
    leadmill_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
    leadmill_curl_set_long(handle, CURLOPT_UPLOAD, 1)
    leadmill_curl_set_long(
      handle, CURLOPT_CONNECTTIMEOUT, configuration.connectTimeoutSeconds)
    leadmill_curl_set_long(handle, CURLOPT_TIMEOUT, configuration.timeoutSeconds)
    if configuration.security == .starttls {
      leadmill_curl_set_long(handle, CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
    }
    if let user = configuration.user {
      leadmill_curl_set_string(handle, CURLOPT_USERNAME, user)
      leadmill_curl_set_string(handle, CURLOPT_PASSWORD, configuration.password ?? "")
    }
    leadmill_curl_set_pointer(handle, CURLOPT_READDATA, context)
    leadmill_curl_set_transfer(handle, CURLOPT_READFUNCTION) { bytes, size, count, context in
      SMTPTransfer.from(context)?.fill(bytes, capacity: size * count) ?? 0
    }
    leadmill_curl_set_pointer(handle, CURLOPT_HEADERDATA, context)
    leadmill_curl_set_transfer(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      SMTPTransfer.from(context)?.note(bytes, count: size * count)
      return size * count
    }
    // Anything else that the server says must not end up on standard output.
    leadmill_curl_set_transfer(handle, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
  }
}

/// The message that libcurl is sending, and what the server last said.
private final class SMTPTransfer {
  private var bytes: [UInt8] = []
  private var offset = 0
  private(set) var lastReply = ""

  /// Whether libcurl has all of the message, so that its end may have reached the server.
  var isGivenAway: Bool { offset == bytes.count }

  static func from(_ context: UnsafeMutableRawPointer?) -> SMTPTransfer? {
    context.map { Unmanaged<SMTPTransfer>.fromOpaque($0).takeUnretainedValue() }
  }

  func begin(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = 0
    lastReply = ""
  }

  func fill(_ target: UnsafeMutablePointer<CChar>?, capacity: Int) -> Int {
    let count = min(capacity, bytes.count - offset)
    guard let target, count > 0 else { return 0 }
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { memcpy(target, start + offset, count) }
    }
    offset += count
    return count
  }

  func note(_ line: UnsafeMutablePointer<CChar>?, count: Int) {
    guard let line else { return }
    let text = UnsafeRawBufferPointer(start: line, count: min(count, 500))
    // The farewell after a refusal says nothing about the message.
    guard !text.starts(with: "221".utf8) else { return }
    lastReply = HeaderEncoder.singleLine(String(decoding: text, as: UTF8.self))
  }
}
