import Bytes
package import LeadModel

extension DomainReader {
  /// The country that the domain's ending stands for.
  package func country(in geography: Geography) -> CountryCode? {
    guard let dot = domain.lastIndex(of: UInt8(ascii: ".")), domain.count - dot == 3 else {
      return nil
    }
    let ending = Array(domain[(dot + 1)...])
    return ending.withUnsafeBufferPointer { ending in
      guard !genericTopLevels.contains(Hash64.of(ending)) else { return nil }
      if ASCII.equal(ending, "uk") { return CountryCode("GB") }
      return CountryCode(ending).flatMap { geography.isCountry($0) ? $0 : nil }
    }
  }
}
