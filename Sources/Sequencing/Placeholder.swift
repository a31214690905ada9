/// What a template can ask for, in braces: `{first_name}`.
package enum Placeholder: String, CaseIterable, Sendable, Hashable {
  case firstName = "first_name"
  case lastName = "last_name"
  case fullName = "full_name"
  case companyName = "company_name"
  case jobTitle = "job_title"
  case city, country, industry
  case senderName = "sender_name"
  case senderCompany = "sender_company"
  case senderAddress = "sender_address"
  case unsubscribeURL = "unsubscribe_url"
}
