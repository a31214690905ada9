/// How urgent a task is, as the store spells it.
package enum TaskPriority: String, CaseIterable, Sendable, Hashable {
  case low, normal, high, urgent
}
