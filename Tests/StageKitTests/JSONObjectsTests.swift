import StageKit
import Testing

@Suite("Records as JSON objects")
struct JSONObjectsTests {
  @Test(
    "a NUL in a text is left out, and what stands behind it counts",
    arguments: [
      (#"{"a":"\u0000withdrawn"}"#, "withdrawn"), (#"{"a":"An\u0000na\u0000"}"#, "Anna"),
      (#"{"a":"C:\\u0000x"}"#, #"C:\u0000x"#), (#"{"a":"\\\u0000x"}"#, #"\x"#),
      (#"{"\u0000a":"x\u00001"}"#, "x1"), (#"{"a":"\u00e9"}"#, "é"),
    ])
  func zeros(text: String, expected: String) throws {
    #expect(try JSONObjects().fields(of: text) == ["a": expected])
  }
}
