public import PressModel

/// The language of a text from its script and its most common words.
public enum LanguageGuess {
  /// BCP 47; nil where the text is too short or no language stands out.
  public static func language(of text: Text) -> String? {
    let sample = text.bytes.prefix(20_000)
    if let language = byScript(sample) { return language }
    var counts = [Int](repeating: 0, count: languages.count)
    var words = 0
    for word in sample.split(whereSeparator: { $0 <= 0x40 || ($0 >= 0x5B && $0 <= 0x60) }) {
      words += 1
      guard word.count <= 12 else { continue }
      let key = word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      for language in index[key] ?? [] { counts[language] += 1 }
    }
    let best = counts.indices.max { counts[$0] < counts[$1] }
    guard let best, words >= 8, counts[best] >= 3, counts[best] * 12 >= words else { return nil }
    return languages[best]
  }

  /// Scripts that one language writes most: the share of characters in their blocks.
  private static func byScript(_ sample: ArraySlice<UInt8>) -> String? {
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
    return best == "ar" && hasUrdu(sample) ? "ur" : best
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

  /// U+06D2 and U+06BA, which Urdu writes and Arabic does not.
  private static func hasUrdu(_ sample: ArraySlice<UInt8>) -> Bool {
    var count = 0
    for (first, second) in zip(sample, sample.dropFirst()) {
      if first == 0xDB && second == 0x92 || first == 0xDA && second == 0xBA { count += 1 }
    }
    return count >= 3
  }

  private static let rows = Table("stop-words").rows
  private static let languages = rows.compactMap(\.first)
  private static let index: [[UInt8]: [Int]] = {
    var index: [[UInt8]: [Int]] = [:]
    for (language, row) in rows.enumerated() {
      for word in row.dropFirst() { index[Array(word.utf8), default: []].append(language) }
    }
    return index
  }()
}
