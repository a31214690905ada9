import CommandLineKit
import Delivery
import Glibc
import StageKit

/// Makes the transport that the command line or `send.yaml` names.
enum TransportChoice {
  /// - Throws: `StageFailure` for a name that is no transport, for missing secrets, and for a
  ///   transport that cannot be set up.
  static func make(
    _ arguments: ParsedArguments, _ settings: SendSettings, _ workspace: Workspace
  ) throws -> any Transport {
    let name = arguments.value("transport") ?? settings.transport
    do {
      if name == "maildir" { return try maildir(workspace) }
      guard
        var smtp = SMTPConfiguration.parse(url: name, starttls: settings.smtp.startsTLS)
      else {
        throw StageFailure(
          .badConfiguration,
          "transport '\(name)' is none; expected maildir, smtp://host:port or smtps://host:port")
      }
      smtp.clientName = settings.domain
      smtp.connectTimeoutSeconds = settings.smtp.connectTimeoutSeconds
      smtp.timeoutSeconds = settings.smtp.timeoutSeconds
      smtp.user = secret(settings.smtp.userVariable)
      smtp.password = secret(settings.smtp.passwordVariable)
      return try SMTPTransport(smtp)
    } catch let error as TransportError {
      throw StageFailure(.badConfiguration, error.message)
    }
  }

  static func maildir(_ workspace: Workspace) throws -> MaildirTransport {
    try Folder.create(workspace.outputFolder)
    do {
      return try MaildirTransport(root: workspace.maildirFolder)
    } catch {
      throw StageFailure(.internalFault, error.message)
    }
  }

  /// The value of an environment variable; nil when it is not set or empty, or no name is given.
  private static func secret(_ variable: String) -> String? {
    guard !variable.isEmpty, let value = getenv(variable), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
