public import PressModel

/// The language of a text from its script and its most common words.
public enum LanguageGuess {
  /// BCP 47; nil where the text is too short or no language stands out.
  public static func language(of text: Text) -> String? {
    let sample = text.bytes.prefix(20_000)
    if let language = byScript(sample) { return language }
    var counts = [Int](repeating: 0, count: languages.count)
    var kinds = [Set<ShortWord>](repeating: [], count: languages.count)
    var words = 0
    for word in sample.split(whereSeparator: { $0 <= 0x40 || ($0 >= 0x5B && $0 <= 0x60) }) {
      words += 1
      guard word.count <= 12, !isCapitalized(word) else { continue }
      guard let key = ShortWord(word) else { continue }
      for language in index[key] ?? [] {
        counts[language] += 1
        if kinds[language].count < 3 { kinds[language].insert(key) }
      }
    }
    let best = counts.indices.max { counts[$0] < counts[$1] }
    guard let best, words >= 8, counts[best] >= 3, kinds[best].count >= 2,
      counts[best] * 12 >= words
    else { return nil }
    return languages[best]
  }

  /// A capital and a small letter: the article of a name ("Los Angeles") shows no language.
  private static func isCapitalized(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, first >= 0x41, first <= 0x5A, let second = word.dropFirst().first
    else { return false }
    return second >= 0x61
  }

  /// Scripts that one language writes most: the share of characters in their blocks.
  private static func byScript(_ sample: ArraySlice<UInt8>) -> String? {
    // Most texts are written in letters that no script below has.
    guard sample.contains(where: { $0 >= 0xC4 && $0 != 0xE2 }) else { return nil }
    var counts: [String: Int] = [:]
    var letters = 0
    var offset = sample.startIndex
    while offset < sample.endIndex {
      let lead = sample[offset]
      if (lead | 0x20) >= 0x61 && (lead | 0x20) <= 0x7A || lead >= 0xC3 && lead != 0xE2 {
        letters += 1
      }
      let next = offset + 1 < sample.endIndex ? sample[offset + 1] : 0
      if let script = script(lead, next) { counts[script, default: 0] += 1 }
      offset += lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
    // Kana tell Japanese from Chinese.
    if (counts["ja"] ?? 0) * 20 > letters { return "ja" }
    let order = ["ru", "ar", "he", "el", "zh", "ko", "hi", "th", "hy", "ka"]
    guard let best = order.max(by: { (counts[$0] ?? 0) < (counts[$1] ?? 0) }),
      (counts[best] ?? 0) * 2 > letters
    else { return nil }
    return best == "ar" ? arabic(sample) : best == "ru" ? cyrillic(sample) : best
  }

  private static func script(_ lead: UInt8, _ next: UInt8) -> String? {
    switch lead {
    case 0xCE, 0xCF: "el"
    case 0xD0...0xD3: "ru"
    case 0xD7: "he"
    case 0xD8...0xDB: "ar"
    case 0xD5, 0xD6: "hy"
    case 0xE0 where next == 0xA4 || next == 0xA5: "hi"
    case 0xE0 where next == 0xB8 || next == 0xB9: "th"
    case 0xE1 where next == 0x83: "ka"
    case 0xE3 where next >= 0x81 && next <= 0x83: "ja"
    case 0xE4...0xE9: "zh"
    case 0xEA where next >= 0xB0, 0xEB...0xED: "ko"
    default: nil
    }
  }

  /// The languages of one script are told apart by letters that the others do not write.
  private static func count(_ letters: [UInt16], in sample: ArraySlice<UInt8>) -> Int {
    var count = 0
    for (first, second) in zip(sample, sample.dropFirst())
    where letters.contains(UInt16(first) << 8 | UInt16(second)) { count += 1 }
    return count
  }

  /// Urdu: U+0679, U+0691, U+06D2, U+06BA, U+06C1. Persian: U+06CC, U+06AF, U+067E, U+0686, which
  /// Urdu writes too.
  private static func arabic(_ sample: ArraySlice<UInt8>) -> String {
    if count([0xD9B9, 0xDA91, 0xDB92, 0xDABA, 0xDB81], in: sample) >= 3 { return "ur" }
    return count([0xDB8C, 0xDAAF, 0xD9BE, 0xDA86], in: sample) >= 3 ? "fa" : "ar"
  }

  /// Ukrainian: U+0456, U+0457, U+0454. Belarusian: U+045E. Serbian: U+0458, U+0459, U+045A. Russian:
  /// U+044B, U+044D. Bulgarian has none of these, but U+044A.
  private static func cyrillic(_ sample: ArraySlice<UInt8>) -> String? {
    if count([0xD19E], in: sample) > 0 { return "be" }
    if count([0xD196, 0xD197, 0xD194], in: sample) >= 2 { return "uk" }
    if count([0xD198, 0xD199, 0xD19A], in: sample) >= 2 { return "sr" }
    if count([0xD18B, 0xD18D], in: sample) > 0 { return "ru" }
    return count([0xD18A], in: sample) >= 2 ? "bg" : nil
  }

  private static let rows = Table("stop-words").rows
  private static let languages = rows.compactMap(\.first)
  private static let index: [ShortWord: [Int]] = {
    var index: [ShortWord: [Int]] = [:]
    for (language, row) in rows.enumerated() {
      for word in row.dropFirst() {
        if let key = ShortWord(Array(word.utf8)[...]) { index[key, default: []].append(language) }
      }
    }
    return index
  }()
}
