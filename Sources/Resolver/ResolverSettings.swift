/// How patiently and how busily to ask.
package struct ResolverSettings: Sendable, Equatable {
  /// How long each server has for its first chance; twice as long for each further round.
  package var timeoutSeconds: Double
  /// Rounds through all servers before a question counts as unanswered.
  package var tries: Int
  /// Questions that wait for a reply at the same time.
  package var inFlightLimit: Int
  /// The same for each server. Fewer are asked of one that begins to leave questions unanswered.
  package var inFlightPerServer: Int
  /// After this long nobody is asked any more; what has no answer by then is deferred.
  package var longestSeconds: Double

  package init(
    timeoutSeconds: Double = 2, tries: Int = 3, inFlightLimit: Int = 2000,
    inFlightPerServer: Int = 500, longestSeconds: Double = 3600
  ) {
    self.timeoutSeconds = timeoutSeconds
    self.tries = max(1, tries)
    self.inFlightLimit = max(1, inFlightLimit)
    self.inFlightPerServer = max(1, inFlightPerServer)
    self.longestSeconds = longestSeconds
  }
}
