/// Who works for whom, and who stands in where nobody is named.
package struct Roster: Equatable, Sendable {
  /// Who gets a task that has no owner.
  package let defaultOwner: String
  /// Who gets what would go to a manager that the roster does not know.
  package let defaultManager: String
  private var managers: [String: String]

  package init(defaultOwner: String, defaultManager: String, managers: [String: String]) {
    self.defaultOwner = defaultOwner
    self.defaultManager = defaultManager
    self.managers = managers
  }

  /// Adds what is known from elsewhere; who is named already keeps the manager.
  package mutating func add(managers more: [String: String]) {
    managers.merge(more) { own, _ in own }
  }

  package func manager(of person: String) -> String {
    managers[person] ?? defaultManager
  }
}
