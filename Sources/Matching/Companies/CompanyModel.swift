extension LinkModel {
  /// Accounts of ten, of whom about one has a double: what the program's own model assumes of the
  /// people that it was made for.
  private static let doublesPerAccount = 0.1
  /// Of two accounts drawn at random from the smallest bases; there too two of one name in two towns
  /// are two companies.
  private static let largestPrior = 1e-4

  /// The model that accounts are compared by: the program's own, for what a base learnt of its people
  /// says nothing of companies.
  ///
  /// The more accounts there are, the less likely any two of them are one. Their number counts by
  /// doublings, so that the weights do not move with each one that comes.
  package static func ofCompanies(accounts: Int, rules: LinkageRules) -> LinkModel {
    var model = LinkModel.initial
    model.linkThreshold = rules.linkThreshold
    var size = 1
    while size < accounts { size *= 2 }
    model.prior = min(largestPrior, doublesPerAccount / Double(size))
    return model
  }
}
