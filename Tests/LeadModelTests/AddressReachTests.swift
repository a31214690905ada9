import Glibc
import LeadModel
import Testing

struct AddressReachTests {
  @Test(
    "each block of IANA's special-purpose registries is told from the addresses beside it",
    arguments: [
      (
        AddressReach.nowhere,
        "0.0.0.0 0.1.2.3 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 :: ff02::1 5f00::1 "
          + "2001:10::1 ::2 ::ffff:0.0.0.0"
      ),
      (
        .examples,
        "192.0.2.1 198.51.100.255 203.0.113.9 198.18.0.1 198.19.255.255 100::1 100:0:0:1::1 "
          + "2001:db8::1 2001:db8:ffff::1 2001:2::1 3fff::1 3fff:fff::1"
      ),
      (
        .within,
        "10.0.0.1 100.64.0.1 100.127.0.1 127.0.0.1 169.254.1.1 172.16.0.1 172.31.0.1 192.168.0.1 "
          + "192.0.0.1 ::1 fe80::1 febf::1 fec0::1 fc00::1 fd12::1 64:ff9b:1::1 ::ffff:10.0.0.1"
      ),
      (
        .everywhere,
        "1.1.1.1 8.8.8.8 100.63.0.1 100.128.0.1 169.253.1.1 172.15.0.1 172.32.0.1 192.0.1.1 "
          + "192.0.0.9 192.0.3.1 198.17.0.1 198.20.0.1 198.51.101.1 203.0.112.1 223.255.255.254 "
          + "192.31.196.1 192.88.98.1 2001:500::1 2001:db7::1 2001:db9::1 3fff:1000::1 "
          + "64:ff9b::8.8.8.8 100:0:0:2::1 2620:4f:8000::1 ::ffff:8.8.8.8"
      ),
    ])
  func blocks(expected: AddressReach, addresses: String) throws {
    for address in addresses.split(separator: " ").map(String.init) {
      var bytes = [UInt8](repeating: 0, count: address.contains(":") ? 16 : 4)
      let family = address.contains(":") ? AF_INET6 : AF_INET
      try #require(inet_pton(family, address, &bytes) == 1, "\(address)")
      let reach = bytes.withUnsafeBufferPointer { AddressReach($0) }
      #expect(reach == expected, "\(address)")
    }
  }
}
