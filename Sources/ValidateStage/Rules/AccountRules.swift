import Bytes
import LeadModel
import Validation

private enum AccountColumns {
  static let name = TablePlan.account.column("name")
  static let domain = TablePlan.account.column("domain")
  static let domainField = TablePlan.account.field("domain")
  static let postcode = TablePlan.account.column("postcode")
  static let postcodeField = TablePlan.account.field("postcode")
}

private enum ContactColumns {
  static let fullName = TablePlan.contact.column("full_name")
  static let firstName = TablePlan.contact.column("first_name")
  static let lastName = TablePlan.contact.column("last_name")
  static let email = TablePlan.contact.column("email")
  static let phone = TablePlan.contact.column("phone")
  static let postcode = TablePlan.contact.column("postcode")
  static let postcodeField = TablePlan.contact.field("postcode")
}

extension RowConformer {
  mutating func applyAccountRules(_ source: RowCells) {
    guard require(AccountColumns.name, "name", source, expected: "the company's name") else {
      return
    }
    checkPostcode(
      source, column: AccountColumns.postcode, field: AccountColumns.postcodeField)
    settleDomain(column: AccountColumns.domain, field: AccountColumns.domainField)
  }

  mutating func applyContactRules(_ source: RowCells) {
    guard passesErasure(email: ContactColumns.email, phone: ContactColumns.phone) else { return }
    settleName(
      full: ContactColumns.fullName, first: ContactColumns.firstName,
      last: ContactColumns.lastName)
    checkPostcode(
      source, column: ContactColumns.postcode, field: ContactColumns.postcodeField)
    if hasRefusals {
      _ = settleRefusals(source, email: ContactColumns.email, phone: ContactColumns.phone)
    }
  }

  /// Brings a domain, which may be written as `www.example.com` or `@example.com`, to A-labels.
  mutating func settleDomain(column: Int, field: Int) {
    guard let text = out.string(out[column]) else { return }
    var name = Substring(text)
    for scheme in ["https://", "http://"] where name.hasPrefix(scheme) {
      name = name.dropFirst(scheme.count)
    }
    name = name.prefix { $0 != "/" }
    for prefix in ["*@", "@", "*.", "www."] where name.hasPrefix(prefix) {
      name = name.dropFirst(prefix.count)
    }
    // The root's dot is part of an absolute name (RFC 1034 section 3.1).
    if name.hasSuffix("."), name.count > 1 { name = name.dropLast() }
    let start = out.bytes.count
    var bare = String(name)
    do throws(EmailFault) {
      try append(domain: &bare)
      out[column] = out.text(from: start)
    } catch {
      out.bytes.removeLast(out.bytes.count - start)
      out[column] = .null
      out.noteUnread(column)
      out.add(
        ValidationRule.urlMalformed.finding(
          field: plan.fields[field].name,
          message: "'\(text)' \(error.explanation); expected a domain such as example.com",
          value: text))
    }
  }

  private mutating func append(domain: inout String) throws(EmailFault) {
    let bytes = Array(domain.utf8)
    let fault: EmailFault? = bytes.withUnsafeBufferPointer { bytes in
      do throws(EmailFault) {
        try domains.append(bytes, to: &out.bytes)
        return nil
      } catch {
        return error
      }
    }
    if let fault { throw fault }
  }
}
