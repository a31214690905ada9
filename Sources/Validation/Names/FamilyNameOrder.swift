import Bytes
import LeadModel

/// Tells by a country's frequent names where a whole name begins with the family name, as it is
/// said in China, Japan, Korea, Vietnam and Hungary.
///
/// `Nagy János` of Hungary and `Nguyễn Văn An` of Vietnam do; `János Nagy` and `An Nguyen` are told
/// from them by the frequent name at their other end. Where both ends are equally frequent or none
/// is, nothing is told, but for Vietnam, whose names are hardly ever turned round in full.
///
/// - Source: common knowledge of the most frequent names and of the transcriptions in use, held
///   against the names that PyPI's faker has of these countries.
enum FamilyNameOrder {
  /// Whether whole names of a country are looked at.
  static func isUsual(in country: CountryCode?) -> Bool {
    country.map { tables[$0] != nil } ?? false
  }

  /// How many words at the beginning are the family name; nil where that is not told. The words
  /// are those of the name, two and more, without titles and degrees.
  static func familyWords(
    _ words: some Collection<UnsafeBufferPointer<UInt8>>, country: CountryCode
  ) -> Int? {
    guard let table = tables[country], words.count > 1 else { return nil }
    let folded = words.map { Self.folded($0) }
    switch table {
    case .family(let ranks, let isSure):
      guard let first = ranks[folded[0]], let last = folded.last else { return nil }
      guard let other = ranks[last], !(isSure && folded.count > 2) else { return 1 }
      // "Wang Fang" of China: both are family names, one of them is very frequent.
      return first < veryFrequent && other >= veryFrequent ? 1 : nil
    case .given(let names):
      // "Kiss Kovács Anna Mária": given names are all that is behind the family name; "Nagy
      // Jánosné" is the wife of Nagy János.
      func isGiven(_ word: String) -> Bool {
        names.contains(word) || word.hasSuffix("ne") && names.contains(String(word.dropLast(2)))
      }
      guard let start = folded.firstIndex(where: isGiven), folded[start...].allSatisfy(isGiven)
      else { return nil }
      // "László Péter": a given name may be a family name too, and stands first as such.
      return max(start, 1)
    }
  }

  /// How many bytes at the beginning of a name in one word are the family name: `王小明`, `김철수`.
  /// Japanese names tell nothing without a dictionary.
  static func familyBytes(_ name: UnsafeBufferPointer<UInt8>, country: CountryCode) -> Int? {
    let characters = String(decoding: name, as: UTF8.self).unicodeScalars
    let names: (single: Set<Unicode.Scalar>, double: Set<String>)
    if korean.contains(country) {
      guard (2...5).contains(characters.count), characters.allSatisfy(isHangul) else { return nil }
      names = hangul
    } else if chinese.contains(country) {
      guard (2...4).contains(characters.count), characters.allSatisfy(isHan) else { return nil }
      names = han
    } else {
      return nil
    }
    let two = String(String.UnicodeScalarView(characters.prefix(2)))
    if names.double.contains(two) { return characters.count > 2 ? two.utf8.count : nil }
    guard let first = characters.first, characters.count < 4 else { return nil }
    // Of three characters the first is the family name, frequent or not; two may be a given name.
    let isWhole = characters.count == 3 && chinese.contains(country)
    guard isWhole || names.single.contains(first) else { return nil }
    return UTF8.width(first)
  }

  // MARK: Tables

  private enum Table: Sendable {
    /// Frequent family names with their ranks, and whether a frequent name at the end of three
    /// words does not matter.
    case family([String: Int], isSure: Bool)
    /// Frequent given names.
    case given(Set<String>)
  }

  /// Family names of lower ranks are those of a third of the people and more.
  private static let veryFrequent = 20

  private static let chinese = countries("CN TW HK MO SG MY")
  private static let korean = countries("KR KP")

  private static let tables: [CountryCode: Table] = {
    var tables: [CountryCode: Table] = [:]
    for country in chinese { tables[country] = .family(ranks(chineseFamily), isSure: false) }
    for country in korean { tables[country] = .family(ranks(koreanFamily), isSure: false) }
    for country in countries("JP") {
      tables[country] = .family(ranks(japaneseFamily), isSure: false)
    }
    for country in countries("VN") {
      tables[country] = .family(ranks(vietnameseFamily), isSure: true)
    }
    for country in countries("HU") { tables[country] = .given(words(hungarianGiven)) }
    return tables
  }()

  private static func countries(_ codes: String) -> Set<CountryCode> {
    Set(codes.split(separator: " ").compactMap { CountryCode(String($0)) })
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
  }

  /// Words by their places in a list.
  private static func ranks(_ text: String) -> [String: Int] {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    return Dictionary(zip(words, 0...), uniquingKeysWith: min)
  }

  /// A word without marks, case and hyphens.
  private static func folded(_ word: UnsafeBufferPointer<UInt8>) -> String {
    var bytes: [UInt8] = []
    TextFold.appendWords(of: word, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
  }

  private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
    (0xAC00...0xD7A3).contains(scalar.value)
  }

  private static let han = (
    single: Set(
      """
      王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭萧田董袁潘于於蒋蔣\
      蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻阎段雷侯龙龍史陶黎贺賀顾顧\
      毛安曲宣伊莊庄骆駱金常温牛樊葛邢路齐齊易岳乔喬倪殷兰蘭章焦甘欧歐阮柳包尤耿聂聶岑左季童管祝辛关關文鲍鮑尚卜佟翟柴苗米盛蓝藍\
      毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯洪赖賴施翁柯涂凌游詹簡简巫颜顏\
      康傅伍庞龐鲁魯申俞宁甯寧纪紀梅毕畢单單裴霍成华華祁蒲解牟艾时時穆司古卓
      """.unicodeScalars),
    double: Set(
      [
        "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "东方", "東方", "皇甫", "尉迟", "慕容", "令狐",
        "夏侯",
      ])
  )

  private static let hangul = (
    single: Set(
      """
      김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민\
      진지나엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은\
      편용예경봉사부가복태목형피두감음빈동온호범좌팽승간견당화창시갈라량림
      """.unicodeScalars),
    double: Set(["남궁", "황보", "제갈", "선우", "독고", "사공", "서문"])
  )

  private static let chineseFamily = """
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang
    xie song tang han feng deng cao peng zeng xiao tian dong yuan pan jiang cai yu du ye cheng su
    wei lu lyu ding ren shen yao cui zhong tan fan shi liao jia xia fu fang bai zou meng xiong qin
    qiu yin xue yan duan lei hou long tao he gu mao hao gong shao wan qian dai mo kong xiang zhuang
    ouyang sima zhuge situ
    chan cheung wong lee lam ng chow leung lau ho chow tsang yuen kwok tse mak yip yeung tam kwan
    fung choi hui poon siu kwong lui mok tong szeto auyeung
    tan lim ong goh chua koh teo ang yeo tay toh sim chong chia quek seah foo phua heng low chew
    tsai hsu hsieh chang chiang chiu chou chuang huang hung kuo liao lo peng shih tseng tsao wu yeh
    """

  private static let koreanFamily = """
    kim lee yi rhee park pak bak choi choe jung jeong chung kang gang cho jo yoon yun jang chang lim
    im han oh seo suh shin sin kwon gwon hwang ahn an song ryu yoo yu jeon jun hong ko go moon mun
    yang son sohn bae baek paik heo hur nam shim sim noh roh ha kwak gwak sung seong cha joo ju woo
    koo gu ku min jin na um eom chae won bang gong hyun ham byun yeom yeo choo do so seok seol ma gil
    yeon wi pyo myung ki ban namgung hwangbo jegal seonwoo
    """

  private static let japaneseFamily = """
    sato satou suzuki takahashi tanaka ito itou watanabe yamamoto nakamura kobayashi kato katou
    yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi saito saitou shimizu yamazaki
    yamasaki mori abe ikeda hashimoto yamashita ishikawa nakajima nakashima maeda fujita ogawa goto
    gotou okada hasegawa murakami kondo kondou ishii sakamoto endo endou aoki fujii nishimura fukuda
    ota oota miura fujiwara okamoto matsuda nakagawa nakano harada ono oono tamura takeuchi kaneko
    wada nakayama ishida ueda morita hara shibata sakai kudo kudou yokoyama miyazaki miyamoto uchida
    takagi ando andou taniguchi ohno oono maruyama imai takada kono fujimoto murata takeda ueno
    sugiyama masuda sugawara hirano kojima otsuka chiba kubo matsui iwasaki sakurai kinoshita noguchi
    matsuo nomura kikuchi sano onishi oonishi sugimoto arai hamada ichikawa furukawa mizuno komatsu
    shimada koyama yamanaka takano nishida kikuchi higashi kawaguchi kawasaki kawakami nagai ogata
    honda tsuchiya yoshikawa matsuoka nagata homma yano adachi kitamura oshima oyama ogura hirata
    kawamura nakata nishikawa tsuji minami yasuda hattori hirai iida sekiguchi seki kawai nakanishi
    otani ootani tanabe yoshimura iwata kuroda eguchi miyata tsuda oka okuda matsumura inagaki
    """

  private static let vietnameseFamily = """
    nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan lam trinh truong
    mai dao cao ha luong luu to thai trieu quach ton ta chu vuong dam tang khuc kieu la
    """

  private static let hungarianGiven = """
    pal ervin erik diana otilia bernat lilla fruzsina katinka ildi emil benjamin david simon
    laszlo istvan jozsef janos zoltan sandor gabor ferenc attila peter tamas zsolt tibor andras
    csaba imre gyorgy lajos balazs gyula mihaly karoly robert daniel bela krisztian mark david adam
    norbert richard roland gergely arpad akos viktor szabolcs geza kalman jeno bence dezso erno
    denes barnabas mate marton levente dominik aron milan botond marcell kristof patrik martin
    benedek gergo zsombor dani noel oliver alex kornel vilmos miklos antal otto lorant lorand
    zsigmond aladar rudolf albert alfred bertalan domonkos rezso samuel simon szilard tivadar
    maria erzsebet katalin ilona eva anna zsuzsanna margit judit agnes andrea ildiko erika krisztina
    iren edit eszter monika magdolna szilvia gabriella marta anita veronika klara piroska marianna
    julianna tunde timea edina zsofia dora reka viktoria nikolett kinga orsolya aniko beata renata
    csilla melinda rozalia emese emma hanna luca jazmin fanni lili nora laura petra vivien bianka
    alexandra dorina boglarka barbara szonja lilla sara flora gyongyi gyongyver eniko ibolya jolan
    aranka terez borbala kitti bernadett angela zita helga noemi johanna henrietta livia rita sarolta
    valeria vera virag hajnalka etelka gizella rebeka zoe blanka panna kata dorottya zsuzsa
    erzsi kati juli agi evi pisti feri jancsi zoli gabi tomi laci
    """
}
