import LeadModel
import StageKit
import Testing

@Suite("Records as JSON objects")
struct JSONObjectTests {
  @Test(
    "a NUL in a text is left out, and what stands behind it counts",
    arguments: [
      (#"{"a":"\u0000withdrawn"}"#, "withdrawn"), (#"{"a":"An\u0000na\u0000"}"#, "Anna"),
      (#"{"a":"C:\\u0000x"}"#, #"C:\u0000x"#), (#"{"a":"\\\u0000x"}"#, #"\x"#),
      (#"{"\u0000a":"x\u00001"}"#, "x1"), (#"{"a":"\u00e9"}"#, "é"),
    ])
  func zeros(text: String, expected: String) throws {
    #expect(try JSONObject(text).fields() == ["a": expected])
  }

  @Test(
    "escapes stand for their characters, half a pair for a sign that it is lost",
    arguments: [
      (#"{"a":"\"\\\/\b\f\n\r\t"}"#, "\"\\/\u{8}\u{c}\n\r\t"),
      (#"{"a":"\ud83d\uDE00"}"#, "😀"), (#"{"a":"\ud83dx"}"#, "\u{FFFD}x"),
      (#"{"a":"\ude00"}"#, "\u{FFFD}"), (#"{"a":"\ud83d\u0041"}"#, "\u{FFFD}A"),
      (#"{"a":"日本"}"#, "日本"), (#"{"a":""}"#, ""),
    ])
  func escapes(text: String, expected: String) throws {
    #expect(try JSONObject(text).fields() == ["a": expected])
  }

  @Test("numbers keep the text that they were written as, and nothing is a list or an object")
  func values() throws {
    let object = try JSONObject(
      " {\n \"a\" : 4.93e11,\t\"b\":-0.50 ,\"c\":true,\"d\":false,\"e\":null,"
        + "\"f\":123456789012345678901234567890,\"g\":0}\r\n")
    #expect(
      try object.fields() == [
        "a": "4.93e11", "b": "-0.50", "c": "true", "d": "false", "e": "",
        "f": "123456789012345678901234567890", "g": "0",
      ])
    #expect(try JSONObject("{}").fields().isEmpty)
    #expect(throws: StageFailure.self) { try JSONObject(#"{"a":[1,{"b":"]"}]}"#).fields() }
    #expect(throws: StageFailure.self) { try JSONObject(#"{"a":1,"a":2}"#).fields() }
  }

  @Test("a caller's names come back as they were, beside values that no field has")
  func scalars() throws {
    let object = try JSONObject(#"{"x":{"id":"no"},"external_id":"e","id":7,"c":1.5}"#)
    let names = object.scalars(named: ["id", "external_id", "c", "none"])
    #expect(JSONValue.object(names).text() == #"{"id":7,"external_id":"e"}"#)
  }

  @Test(
    "what is no object is told by what stands where, and what was expected",
    arguments: [
      ("[]", "found a JSON array, expected a JSON object"),
      ("\"a\"", "found a JSON text, expected a JSON object"),
      ("null", "found a JSON null, expected"), ("7", "found a JSON number, expected"),
      ("email: a", "found 'e' at character 1, expected a JSON object, which begins with '{'"),
      (#"{"a":"b",}"#, "found '}' at character 10, expected another name in double quotes"),
      (#"{"é":"b"} x"#, "found 'x' at character 11, expected nothing after the object"),
      (#"{"a":"b"#, "found the end at character 8, expected '\"' at the end of a text"),
      (#"{"a":"b""#, "found the end at character 9, expected ',' and another member, or '}'"),
      ("{'a':'b'}", "found ''' at character 2, expected a name in double quotes"),
      (#"{"a":NaN}"#, "found 'NaN' at character 6, expected the value of 'a'"),
      (#"{"a":anna}"#, "found 'a' at character 6, expected the value of 'a'"),
      (#"{"a":007}"#, "found '0' at character 6, expected a number, which begins with no zero"),
      (#"{"a":1.}"#, "found '}' at character 8, expected a digit"),
      (#"{"a":-}"#, "found '}' at character 7, expected a digit"),
      (#"{"a" "b"}"#, "found '\"' at character 6, expected ':' and the value of 'a'"),
      ("{\"a\":\"b\tc\"}", "found U+0009 at character 8, expected no control character"),
      (#"{"a":"C:\data"}"#, #"found '\' at character 9, expected one of \" \\"#),
      (#"{"a":"\u12g4"}"#, "found 'g' at character 11, expected four hexadecimal digits"),
      (#"{"a":[1,2"#, "found the end at character 10, expected the end of a list or an object"),
      ("\u{FEFF}{}", "found U+FEFF at character 1"), ("", "found the end at character 1"),
      ("{} {}", "found '{' at character 4, expected nothing after the object"),
    ])
  func broken(text: String, message: String) {
    let error = #expect(throws: StageFailure.self) { try JSONObject(text) }
    #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
  }

  @Test("no text of random parts of JSON stops the reader", arguments: 0..<200)
  func random(seed: UInt64) throws {
    let parts = [
      "{", "}", "[", "]", ",", ":", "\"", "a", "\\u12", "\\", "1", "-", "e", ".", "\n", "é",
    ]
    var random = SplitMix64(seed: seed)
    let text = "{" + (0..<40).map { _ in parts.randomElement(using: &random)! }.joined()
    do {
      _ = try JSONObject(text).fields()
    } catch let failure {
      #expect(failure.outcome == .unusableInput)
    }
  }
}
