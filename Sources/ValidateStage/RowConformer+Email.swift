import Bytes
import LeadModel
import Validation

extension RowConformer {
  /// Reads an address; the column stays null when the cell holds none.
  mutating func readEmail(_ cell: UnsafeBufferPointer<UInt8>, field: Int, column: Int) {
    let address: EmailReader.Address
    do throws(EmailFault) {
      address = try emails.read(cell, into: &out.bytes)
    } catch {
      let meant = EmailSuggestion.of(cell, policy: settings.policy, reader: &emails)
      add(
        error.rule, field: field, cell: cell,
        message: "\(error.explanation); correct the address or clear the cell"
          + scopeOfRefusal(cell, meant),
        suggestion: meant)
      return
    }
    // Addresses are compared in lower case; only a lead keeps the spelling that it came in.
    if !isLead {
      for index in address.range { out.bytes[index] = ASCII.lowercased(out.bytes[index]) }
    }
    out[column] = out.text(from: address.range.lowerBound)
    if !address.notes.isEmpty { note(address, cell: cell, field: field, column: column) }
    if isLead || plan.kind == .contact {
      noteDomain(address, cell: cell, field: field)
    }
  }

  /// What was rare about the form of an address.
  private mutating func note(
    _ address: EmailReader.Address, cell: UnsafeBufferPointer<UInt8>, field: Int, column: Int
  ) {
    if address.notes.contains(.firstOfSeveral) {
      add(
        .emailSeveral, field: field, cell: cell,
        message: "holds more than one address; the first was taken"
          + "\(refusalScope), give the others rows of their own",
        suggestion: takesRefusals ? nil : out.string(out[column]))
    } else if address.notes.contains(.unwrapped) {
      add(
        .emailUnwrapped, field: field, cell: cell, message: "was read without what surrounds it",
        suggestion: out.string(out[column]))
    }
    if address.notes.contains(.commentRemoved) {
      add(
        .emailComment, field: field, cell: cell,
        message: "has comments or blanks between its parts, which were taken out",
        suggestion: out.string(out[column]))
    }
    if address.notes.contains(.specialUse) {
      add(
        .emailSpecialUse, field: field, cell: cell,
        message: "has a domain that is reserved and reaches nobody; ask for another address")
    }
    if address.notes.contains(.quotedName) {
      add(
        .emailQuoted, field: field, cell: cell,
        message: "has a name in quotation marks, which few mail systems take; check it")
    }
    if address.notes.contains(.addressLiteral) {
      add(
        .emailLiteral, field: field, cell: cell,
        message: "has an IP address for a domain, which few mail systems take; check it")
    }
    if address.notes.contains(.internationalName) {
      add(
        .emailInternational, field: field, cell: cell,
        message: "has letters before the '@' that only some mail systems take; ask for another "
          + "where mail comes back")
    }
  }

  /// Whether leaving a part of a cell out could leave somebody unprotected.
  var takesRefusals: Bool { plan.kind == .consent || plan.kind == .suppression }

  /// What is said of further addresses and numbers of a cell where there may be refusals.
  var refusalScope: String {
    plan.kind == .suppression
      ? ", the entry counts for all of them"
      : plan.kind == .consent || plan.kind == .lead ? ", a refusal counts for all of them" : ""
  }

  /// What is said of another reading of a number, where there may be refusals.
  func refusalScope(otherwise: String) -> String {
    takesRefusals ? "; the refusal counts for both" : otherwise
  }

  /// What is said where there may be a refusal of an address with a fault: nobody may go unprotected
  /// for a slip of the hand.
  private mutating func scopeOfRefusal(
    _ cell: UnsafeBufferPointer<UInt8>, _ meant: String?
  ) -> String {
    guard takesRefusals, cell.count <= 512 else { return "" }
    let named = emails.addresses(in: cell, policy: settings.policy, joins: true)
      .filter { !RefusedPattern.isOne($0) }
    let all = named.isEmpty ? meant.map { [$0] } ?? [] : named
    if all.isEmpty { return "" }
    let who = all.map { "'\($0)'" }.joined(separator: " and ")
    return plan.kind == .suppression
      ? "; the entry counts for \(who)" : "; a refusal counts for \(who)"
  }

  private mutating func noteDomain(
    _ address: EmailReader.Address, cell: UnsafeBufferPointer<UInt8>, field: Int
  ) {
    let (isRole, isStandIn, judgement) = out.bytes.withUnsafeBufferPointer { bytes in
      let local = UnsafeBufferPointer(
        rebasing: bytes[address.range.lowerBound..<(address.domainStart - 1)])
      let domain = UnsafeBufferPointer(
        rebasing: bytes[address.domainStart..<address.range.upperBound])
      return (
        settings.policy.roleAccounts.isRole(local),
        EmailStandIn.isOne(local: local, domain: domain), domainJudge.judge(domain)
      )
    }
    if isRole {
      add(
        .emailRole, field: field, cell: cell,
        message: "belongs to a role, not to a person; "
          + "ask for the address of one")
    }
    if isStandIn {
      add(
        .emailStandIn, field: field, cell: cell,
        message: "seems to be nobody's address; clear the cell if it is")
    }
    // The usual domain has nothing to say, and a literal or reserved one has been spoken of.
    if judgement.traits.isEmpty && judgement.meant == nil
      || address.notes.areOfNoDomain
    {
      return
    }
    note(judgement, of: address, cell: cell, field: field)
  }

  private mutating func note(
    _ judgement: MailDomainJudgement, of address: EmailReader.Address,
    cell: UnsafeBufferPointer<UInt8>, field: Int
  ) {
    let correction = judgement.meant.map {
      text(address.range.lowerBound..<address.domainStart) + $0
    }
    if judgement.traits.contains(.unknownTopLevel) {
      let domain = text(address.domainStart..<address.range.upperBound)
      let ending = domain.split(separator: ".").last ?? ""
      add(
        .emailUnknownEnding, field: field, cell: cell,
        message: "ends in '.\(ending)', which is no top-level domain"
          + (correction.map { "; did they mean '\($0)'?" } ?? "; check the address"),
        suggestion: correction)
    } else if let correction {
      add(
        .emailTypo, field: field, cell: cell,
        message: "looks misspelt; did they mean '\(correction)'?", suggestion: correction)
    } else if judgement.traits.contains(.publicSuffix) {
      let domain = text(address.domainStart..<address.range.upperBound)
      add(
        .emailPublicSuffix, field: field, cell: cell,
        message: "has '\(domain)' for a domain, below which others register names; "
          + "a part before it seems to be missing")
    }
    if judgement.traits.contains(.example), !out.rules.isOff(.emailExample) {
      add(
        .emailExample, field: field, cell: cell,
        message: "has a domain that is kept for examples and reaches nobody; ask for the real "
          + "address")
    }
    if judgement.traits.contains(.disposable) {
      add(
        .emailDisposable, field: field, cell: cell,
        message: "is of a provider of throw-away addresses; ask for a lasting one")
    } else if judgement.traits.contains(.freeMail), isLead {
      add(
        .emailFreeMail, field: field, cell: cell,
        message: "is of a free-mail provider, which says nothing about the company; ask for the "
          + "one at work")
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: out.bytes[range], as: UTF8.self)
  }
}

extension EmailFault {
  /// The rule that the fault breaks.
  fileprivate var rule: ValidationRule {
    switch self {
    case .quotedLocalPart: .emailQuoted
    case .addressLiteral: .emailLiteral
    case .comment: .emailComment
    default: .emailSyntax
    }
  }
}
