/// "Account" is a company, unless the file speaks of an account's IBAN or balance.
enum BankAccounts {
  static func doubt(_ candidates: inout [[Candidate]], _ readings: [HeaderReading]) {
    let accounts = readings.indices.filter { readings[$0].words.words.contains("account") }
    let areOfBanks = accounts.contains { column in
      readings[column].alternatives.contains { !$0.terms.isDisjoint(with: TermSet([.bank])) }
    }
    guard areOfBanks else { return }
    for column in accounts {
      for index in candidates[column].indices
      where candidates[column][index].confidence > HeaderCandidates.unsupported {
        candidates[column][index].confidence = HeaderCandidates.unsupported
        candidates[column][index].evidence.append("the accounts of this file are those of banks")
      }
    }
  }
}
