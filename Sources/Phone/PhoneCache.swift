import LeadModel

enum PhoneCache {
  /// A short number and its region, whole: equal keys are the same question.
  struct Key: Equatable {
    private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    private var region: UInt16
    private var count: UInt8

    /// Nil for text longer than any sensible number, which is examined each time.
    init?(_ bytes: [UInt8], region: CountryCode?) {
      guard bytes.count <= 24 else { return nil }
      self.region = region?.packed ?? 0
      count = UInt8(bytes.count)
      withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    }

    static func == (left: Key, right: Key) -> Bool {
      left.words == right.words && left.region == right.region && left.count == right.count
    }

    /// Where the key's verdict is kept among a power of two of slots.
    ///
    /// - Source: multiply-and-fold as in wyhash; the constants are odd 64-bit primes of xxHash.
    func slot(of slotCount: Int) -> Int {
      var mixed = words.0 ^ (words.1 &* 0x9E37_79B1_85EB_CA87)
      mixed ^= words.2 &* 0xC2B2_AE3D_27D4_EB4F
      mixed ^= UInt64(region) << 8 | UInt64(count)
      mixed = (mixed ^ mixed >> 29) &* 0x9E37_79B1_85EB_CA87
      mixed = (mixed ^ mixed >> 32) &* 0xC2B2_AE3D_27D4_EB4F
      return Int(truncatingIfNeeded: mixed >> 20) & (slotCount - 1)
    }
  }
}
