/// A way to reach a person; `any` stands for all of them in consent and suppression records.
package enum Channel: String, CaseIterable, Sendable, Hashable {
  case email, sms, whatsapp, phone, any
}
