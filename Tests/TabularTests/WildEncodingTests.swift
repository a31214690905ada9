import Foundation
import Glibc
import Testing

@testable import Tabular

@Suite("Lists of names in the encodings that they come in")
struct WildEncodingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let encoding: String
    let language: String

    var testDescription: String { "\(language) in \(encoding)" }
  }

  /// Names and places as a supplier's list has them; all invented.
  private static let words: [String: [String]] = [
    "Polish": [
      "Łukasz", "Żółkiewski", "Kraków", "Śląskie Zakłady", "Dąbrowska", "Ćwik Sp. z o.o.",
    ],
    "Czech": ["Jiří", "Dvořáková", "Plzeň", "Železárny Třinec", "Děčín", "Černý"],
    "Hungarian": ["Kovács Jenő", "Győr", "Szűcs Ágnes", "Fűtés Kft.", "Nagy Ödön"],
    "Turkish": ["Ayşe Yılmaz", "İstanbul", "Çağrı", "Güneş Isı", "Şirket", "Uğur"],
    "German": ["Jürgen Weiß", "Königsallee", "Bärbel", "Größe", "Mühlgasse"],
    "French": ["Éloïse", "Besançon", "Hôtel de la Forêt", "Noël", "Cœur", "Lefèvre"],
    "Swedish": ["Åsa Öberg", "Malmö", "Göteborg", "Västerås", "Märta"],
    "Danish": ["Søren", "Ærø", "Ålborg", "Jørgen", "Sjælland"],
    "Lithuanian": ["Žydrūnas", "Šiauliai", "Kęstutis", "Ąžuolas", "Vytautė"],
    "several": ["Jürgen Weiß", "José Muñoz", "François Lefèvre", "Søren Ås", "João", "Zoë"],
    "Russian": ["Иван", "Петров", "Москва", "ООО Ромашка", "Юлия Щукина"],
    "Ukrainian": ["Їжак", "Євген", "Київ", "Підприємство", "Чернігів"],
    "Greek": ["Γιώργος", "Αθήνα", "Ελληνικά", "Νικολάου", "Πάτρα"],
    "Japanese": ["山田太郎", "株式会社サクラ", "東京都千代田区", "佐藤花子", "表計算センター"],
    "Chinese": ["王伟", "北京科技有限公司", "上海贸易", "李娜", "深圳电子厂"],
    "Taiwanese": ["陳怡君", "臺灣電子", "高雄貿易公司", "許功蓋企業", "張家豪"],
    "Korean": ["김민수", "한국전자 주식회사", "서울", "이영희", "미래기술"],
  ]

  private static let languages: [(encoding: String, languages: [String])] = [
    ("UTF-16LE", ["Polish", "Russian", "Japanese"]), ("UTF-16BE", ["Chinese", "Greek"]),
    ("WINDOWS-1250", ["Polish", "Czech", "Hungarian"]), ("WINDOWS-1251", ["Russian", "Ukrainian"]),
    ("WINDOWS-1252", ["German", "French", "several"]), ("WINDOWS-1253", ["Greek"]),
    ("WINDOWS-1254", ["Turkish"]), ("WINDOWS-1257", ["Lithuanian"]), ("ISO-8859-1", ["Swedish"]),
    ("ISO-8859-2", ["Polish", "Czech"]), ("ISO-8859-15", ["French"]), ("CP437", ["German"]),
    ("CP850", ["Danish", "several"]), ("CP852", ["Polish"]), ("MACINTOSH", ["French", "Danish"]),
    ("KOI8-R", ["Russian"]), ("KOI8-U", ["Ukrainian"]), ("CP866", ["Russian"]),
    ("MAC-CYRILLIC", ["Russian"]), ("CP737", ["Greek"]),
    ("SHIFT_JIS", ["Japanese"]), ("EUC-JP", ["Japanese"]), ("ISO-2022-JP", ["Japanese"]),
    ("GB18030", ["Chinese"]), ("BIG5", ["Taiwanese"]), ("EUC-KR", ["Korean"]),
  ]

  static let cases = languages.flatMap { encoding, languages in
    languages.map { Case(encoding: encoding, language: $0) }
  }

  /// Few names among much ASCII, and more of them.
  private func rows(_ language: String, times: Int) throws -> [[String]] {
    let words = try #require(Self.words[language])
    return [["id", "name", "email", "campaign"]]
      + (0..<words.count * times).map {
        ["\($0)", words[$0 % words.count], "person\($0)@example.com", "spring newsletter"]
      }
  }

  private func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
    let converter = try #require(iconv_open(encoding, "UTF-8"))
    defer { iconv_close(converter) }
    var source = Array(text.utf8)
    var output = [UInt8](repeating: 0, count: source.count * 4 + 16)
    let left = source.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        var input = source.bindMemory(to: CChar.self).baseAddress
        var result = target.bindMemory(to: CChar.self).baseAddress
        var inputLeft = source.count
        var outputLeft = target.count
        iconv(converter, &input, &inputLeft, &result, &outputLeft)
        iconv(converter, nil, nil, &result, &outputLeft)
        return inputLeft > 0 ? target.count : outputLeft
      }
    }
    try #require(left < output.count, "\(encoding) has not all of the text")
    return Array(output.dropLast(left))
  }

  @Test("A list is read as it was written, detected or told", arguments: cases)
  func read(row: Case) throws {
    let scratch = try Scratch()
    for times in [1, 12] {
      let rows = try rows(row.language, times: times)
      let text = rows.map { $0.joined(separator: ";") + "\r\n" }.joined()
      let path = try scratch.write("t.csv", try encoded(text, row.encoding))
      let file = try TableFile(path: path)
      let evidence = file.dialect?.encoding.evidence ?? ""
      #expect(try readAll(file).rows.map(\.cells) == rows, "\(file.encoding): \(evidence)")
      #expect((file.dialect?.encoding.confidence ?? 1) < 0.96)
      let told = try TableFile(path: path, options: TabularOptions(encoding: row.encoding))
      #expect(try readAll(told).rows.map(\.cells) == rows)
      #expect(told.dialect?.encoding.confidence == 1)
    }
  }

  @Test("A text that could be in several encodings is in none for certain")
  func unsure() throws {
    let scratch = try Scratch()
    // The letter is ø in Windows-1252, ř in Windows-1250.
    let path = try scratch.write("t.csv", Array("name,b\nS".utf8) + [0xF8] + Array("n,1\n".utf8))
    let encoding = try #require(try TableFile(path: path).dialect?.encoding)
    #expect(encoding.value == "WINDOWS-1252" && encoding.confidence < 0.75, "\(encoding)")
  }

  @Test("Quotes and dashes of a word processor tell the system too", arguments: ["1252", "MAC"])
  func signs(system: String) throws {
    let name = system == "MAC" ? "MACINTOSH" : "WINDOWS-1252"
    let rows = (0..<20).map { ["\($0)", "O’Brien & Sons", "say “hi” – ok"] }
    let text = rows.map { $0.joined(separator: ",") + "\n" }.joined()
    let scratch = try Scratch()
    let file = try TableFile(path: try scratch.write("t.csv", try encoded(text, name)))
    #expect(try readAll(file).rows.map(\.cells) == rows, "\(file.encoding)")
  }
}
