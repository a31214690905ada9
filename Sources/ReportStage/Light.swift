/// What a number means: fine, to be watched, to be acted on.
enum LightState: String, CaseIterable {
  case good, watch, act
}

/// The two thresholds of a traffic light.
struct Light {
  let good: Double
  let watch: Double

  /// Whether larger is better; told by which threshold is the larger.
  var risesToGood: Bool { good >= watch }

  func state(of value: Double) -> LightState {
    if risesToGood { return value >= good ? .good : value >= watch ? .watch : .act }
    return value <= good ? .good : value <= watch ? .watch : .act
  }
}
