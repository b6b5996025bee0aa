import PressText

/// A line of a PDF's page, with its place in points from the upper left corner.
struct PDFLine {
  var words: [UInt8]
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double
  /// The number of the page, from 0.
  var page: Int
  var firstWordWidth: Double

  var height: Double { bottom - top }
  var shape: LineShape { LineShape(words, .init(0, words.count)) }
}

/// What `pdftotext -bbox-layout` says of a PDF: lines in the order of reading, and what the file
/// says of itself.
struct PDFPages {
  private(set) var lines: [PDFLine] = []
  private(set) var pages: [(width: Double, height: Double)] = []
  private(set) var title: String?
  /// Characters for which the PDF's fonts name no letter, and all others.
  private(set) var unknown = 0
  private(set) var known = 0

  init(_ layout: [UInt8]) {
    var line: PDFLine?
    var wordEnd = 0.0
    var offset = 0
    while let open = layout[offset...].firstIndex(of: 0x3C) {
      guard let close = layout[open...].firstIndex(of: 0x3E) else { break }
      let tag = layout[(open + 1)..<close]
      offset = close + 1
      let name = tag.prefix { $0 > 0x20 }
      if name.elementsEqual("page".utf8) {
        pages.append((Self.number("width", tag), Self.number("height", tag)))
      } else if name.elementsEqual("line".utf8) {
        line = PDFLine(
          words: [], left: Self.number("xMin", tag), right: Self.number("xMax", tag),
          top: Self.number("yMin", tag), bottom: Self.number("yMax", tag),
          page: pages.count - 1, firstWordWidth: 0)
      } else if name.elementsEqual("word".utf8) || name.elementsEqual("title".utf8) {
        let end = layout[offset...].firstIndex(of: 0x3C) ?? layout.endIndex
        let content = Array(layout[offset..<end])
        offset = end
        if name.first == UInt8(ascii: "t") {
          title = String(decoding: cleaned(content), as: UTF8.self)
          continue
        }
        let word = cleaned(content)
        guard !word.isEmpty else { continue }
        let left = Self.number("xMin", tag)
        if line?.words.isEmpty == true {
          line?.firstWordWidth = Self.number("xMax", tag) - left
        } else if left - wordEnd > 0.05 * (line?.height ?? 0) {
          // Letters set higher touch the word that they belong to: "1st".
          line?.words.append(0x20)
        }
        wordEnd = Self.number("xMax", tag)
        line?.words += word
      } else if name.elementsEqual("/line".utf8) {
        if let line, !line.words.isEmpty { append(line) }
        line = nil
      }
    }
  }

  /// Stretches that stand in one row, as words do that were set wide apart, are one line.
  private mutating func append(_ line: PDFLine) {
    guard let last = lines.last, last.page == line.page,
      abs(last.top - line.top) < 0.3 * last.height, line.left > last.right,
      line.left - last.right < 6 * last.height, abs(last.height - line.height) < 0.2 * last.height
    else {
      lines.append(line)
      return
    }
    lines[lines.count - 1].words += [0x20] + line.words
    lines[lines.count - 1].right = line.right
  }

  /// A word without its references, soft hyphens, and characters that mean nothing.
  private mutating func cleaned(_ raw: [UInt8]) -> [UInt8] {
    var word: [UInt8] = []
    var offset = 0
    while offset < raw.count {
      let byte = raw[offset]
      if byte == 0x26 {
        let names: [(String, UInt8)] = [
          ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#39;", 0x27),
          ("&apos;", 0x27),
        ]
        if let (name, character) = names.first(where: { raw[offset...].starts(with: $0.0.utf8) }) {
          word.append(character)
          offset += name.utf8.count
          known += 1
          continue
        }
      }
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let character = raw[offset..<min(offset + length, raw.count)]
      offset += length
      if byte < 0x20 || byte == 0x7F || character.elementsEqual([0xC2, 0xAD]) { continue }
      if character.elementsEqual([0xEF, 0xBF, 0xBD]) {
        unknown += 1
        continue
      }
      if byte > 0x20 { known += 1 }
      // Some writers set a hyphen twice, as the letter and as the mark.
      if character.elementsEqual([0xE2, 0x80, 0x90]), word.last == 0x2D { continue }
      word += character
    }
    // Fonts of symbols keep their bullets in the private use area (U+E000 to U+F8FF).
    if word.count == 3, word[0] == 0xEE || (word[0] == 0xEF && word[1] <= 0xA3) {
      return Array("•".utf8)
    }
    let start = word.prefix { $0 == 0x20 }.count
    let end = word.reversed().prefix { $0 == 0x20 }.count
    return start + end < word.count ? Array(word[start..<(word.count - end)]) : []
  }

  private static func number(_ name: String, _ tag: ArraySlice<UInt8>) -> Double {
    let key = Array("\(name)=\"".utf8)
    var offset = tag.startIndex
    while offset + key.count < tag.endIndex {
      if tag[offset...].starts(with: key) {
        let digits = tag[(offset + key.count)...].prefix { $0 != 0x22 }
        let value = Double(String(decoding: digits, as: UTF8.self)) ?? 0
        return value.isFinite ? value : 0
      }
      offset += 1
    }
    return 0
  }
}
