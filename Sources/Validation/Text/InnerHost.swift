import Bytes
import LeadModel

/// Hosts that only a machine's own network knows.
package enum InnerHost {
  /// Whether a host as it stands in a link, in any case, is the machine itself or in a private
  /// network: an IPv4 address that nobody outside reaches, or a name of no public domain.
  package static func contains(_ host: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !host.isEmpty, host.count < 254 else { return false }
    let lower = host.map(ASCII.lowercased)
    if AddressLiteral.isIPv4(lower[...]) {
      let bytes = lower.split(separator: UInt8(ascii: ".")).map { part in
        part.reduce(UInt8(0)) { $0 &* 10 &+ ($1 - UInt8(ascii: "0")) }
      }
      return bytes.withUnsafeBufferPointer { AddressReach($0) != .everywhere }
    }
    return lower.withUnsafeBufferPointer { SpecialUseDomains.contain($0) }
  }
}
