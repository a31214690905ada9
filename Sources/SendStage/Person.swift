import LeadModel
import Sequencing

/// An entity as messages see it.
struct Person {
  /// The entity that survives: another one than was asked for when that was merged away.
  let entityID: Int64
  var facts = RecipientFacts()
  /// For the To header.
  var name = ""
  var values: [Placeholder: String] = [:]

  /// Someone who is no longer in the base.
  static func gone(entityID: Int64) -> Person {
    var person = Person(entityID: entityID)
    person.facts.isErased = true
    return person
  }
}
