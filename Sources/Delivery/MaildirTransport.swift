import Bytes
import CCurl
import Glibc

/// Delivers into a Maildir, where each message is one file whose name follows from its message id.
///
/// That name makes delivery exact: the file is written aside and linked into `new` under its final
/// name in one step that fails when the name is taken. Whether a message was delivered before a
/// kill is whether the file is there.
///
/// - Source: D. J. Bernstein, "Using maildir format"; flags behind `:2,` are the mail reader's.
package final class MaildirTransport: Transport {
  package let name = "maildir"
  package let batchSize = 100
  private let root: String
  /// Base names in `cur`, read once: only mail readers put files there.
  private var seen: Set<String>?

  /// Makes the folders `tmp`, `new` and `cur` where they are missing.
  ///
  /// - Throws: `TransportError` naming the folder and the reason.
  package init(root: String) throws(TransportError) {
    self.root = root
    for folder in [root, "\(root)/tmp", "\(root)/new", "\(root)/cur"] {
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
        throw Self.failure("cannot make the folder '\(folder)'")
      }
    }
  }

  /// Writes all drafts, makes them durable at once, and only then shows them to the reader: one
  /// sync for a batch costs a tenth of one for each message.
  package func deliver(_ messages: [OutgoingMessage]) -> [DeliveryOutcome] {
    var outcomes: [DeliveryOutcome] = []
    do {
      for message in messages { try write(message) }
      try syncDrafts()
      for message in messages { outcomes.append(try show(message)) }
    } catch {
      outcomes.append(.unavailable(detail: error.message))
    }
    for message in messages { unlink(draftPath(message)) }
    return outcomes
  }

  private func draftPath(_ message: OutgoingMessage) -> String {
    "\(root)/tmp/\(Self.fileName(messageID: message.messageID))"
  }

  /// Links a draft to its place, unless the message is there already.
  private func show(_ message: OutgoingMessage) throws(TransportError) -> DeliveryOutcome {
    let name = Self.fileName(messageID: message.messageID)
    if try isInCurrent(name) { return .accepted(detail: "already delivered as \(name)") }
    if link(draftPath(message), "\(root)/new/\(name)") == 0 { return .accepted(detail: name) }
    guard errno == EEXIST else { throw Self.failure("cannot deliver into '\(root)/new'") }
    return .accepted(detail: "already delivered as \(name)")
  }

  private func syncDrafts() throws(TransportError) {
    let descriptor = open("\(root)/tmp", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure("cannot open the folder '\(root)/tmp'") }
    defer { close(descriptor) }
    guard syncfs(descriptor) == 0 else {
      throw Self.failure("cannot make the drafts in '\(root)/tmp' durable")
    }
  }

  package func flush() throws(TransportError) {
    let folder = "\(root)/new"
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure("cannot open the folder '\(folder)'") }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder and say so with EINVAL; they need no sync.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw Self.failure("cannot make the folder '\(folder)' durable")
    }
  }

  package func settle(messageID: String) throws(TransportError) -> Settlement {
    let name = Self.fileName(messageID: messageID)
    // What a killed run wrote aside is of no use any more, delivered or not.
    unlink("\(root)/tmp/\(name)")
    if access("\(root)/new/\(name)", F_OK) == 0 { return .delivered }
    return try isInCurrent(name) ? .delivered : .notDelivered
  }

  /// 32 hexadecimal digits of the message id's SHA-256, and the program's name where the format has
  /// the host's.
  static func fileName(messageID: String) -> String {
    "\(SHA256Digest.hex(messageID).prefix(32)).leadmill"
  }

  private func isInCurrent(_ name: String) throws(TransportError) -> Bool {
    if let seen { return seen.contains(name) }
    guard let folder = opendir("\(root)/cur") else {
      throw Self.failure("cannot read the folder '\(root)/cur'")
    }
    defer { closedir(folder) }
    var names: Set<String> = []
    while let entry = readdir(folder) {
      let file = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.insert(String(file.prefix { $0 != ":" }))
    }
    seen = names
    return names.contains(name)
  }

  /// Writes a draft with the line ends of this machine, as Maildirs have them.
  private func write(_ message: OutgoingMessage) throws(TransportError) {
    let path = draftPath(message)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure("cannot write '\(path)'") }
    defer { close(descriptor) }
    let bytes = message.bytes.filter { $0 != 13 }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("cannot write '\(path)'") }
      written += count
    }
  }

  private static func failure(_ what: String, _ code: Int32 = errno) -> TransportError {
    TransportError(
      "\(what): \(String(cString: strerror(code))); check the rights and the free space")
  }
}
