import Testing

@testable import PressHTML

/// Pages that are not UTF-8, and the way back to their bytes.
@Suite struct EncodingTests {
  private func text(_ bytes: [UInt8], _ charset: String) throws -> String {
    let tree = try HTMLTree.read(bytes, charset: charset)
    return tree.text(of: tree.document)
  }

  @Test func labels() {
    #expect(HTMLEncoding(label: " Latin1\n") == .windows1252)
    #expect(HTMLEncoding(label: "UTF8") == .utf8)
    #expect(HTMLEncoding(label: "iso_8859-1:1987") == .windows1252)
    #expect(HTMLEncoding(label: "x-sjis")?.name == "shift_jis")
    #expect(HTMLEncoding(label: "klingon") == nil)
  }

  @Test func theOrderOfEvidence() {
    let meta = Array("<meta charset=koi8-r>".utf8)
    #expect(HTMLEncoding.sniff(meta).name == "koi8-r")
    #expect(HTMLEncoding.sniff(meta, charset: "latin1") == .windows1252)
    #expect(HTMLEncoding.sniff([0xEF, 0xBB, 0xBF] + meta, charset: "latin1") == .utf8)
    #expect(HTMLEncoding.sniff([0xFF, 0xFE, 0x3C, 0]) == .utf16LE)
    #expect(HTMLEncoding.sniff(Array("<p>é".utf8)) == .windows1252)
    #expect(HTMLEncoding.sniff(Array("<p>é".utf8), detectsUTF8: true) == .utf8)
    #expect(HTMLEncoding.sniff([0x3C, 0x70, 0x3E, 0xE9], detectsUTF8: true) == .windows1252)
    let xml = Array("<?xml version='1.0' encoding='iso-8859-2'?><html>".utf8)
    #expect(HTMLEncoding.sniff(xml).name == "iso-8859-2")
  }

  @Test func singleBytes() throws {
    #expect(try text([0x93, 0x48, 0x69, 0x94, 0x80], "windows-1252") == "“Hi”€")
    #expect(try text([0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4], "koi8-r") == "Привет")
    #expect(try text([0xCF, 0xF0, 0xE8], "windows-1251") == "При")
    #expect(try text([0xA1, 0xB1], "iso-8859-2") == "Ąą")
    #expect(try text([0x8E], "macintosh") == "é")
    #expect(try text([0xAA], "windows-1253") == "\u{FFFD}")
  }

  @Test func sixteenBits() throws {
    #expect(try text([0xFF, 0xFE, 0x61, 0, 0xE9, 0, 0x3D, 0xD8, 0, 0xDE], "utf-8") == "aé😀")
    #expect(try text([0xFE, 0xFF, 0, 0x61, 0xD8, 0x3D, 0, 0x62, 0], "x") == "a\u{FFFD}b\u{FFFD}")
  }

  @Test func manyBytes() throws {
    #expect(try text([0x93, 0xFA, 0x96, 0x7B, 0xB1], "shift_jis") == "日本ｱ")
    #expect(try text([0xC6, 0xFC, 0xCB, 0xDC], "euc-jp") == "日本")
    #expect(
      try text([0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42, 0x61], "iso-2022-jp") == "日a")
    #expect(try text([0xD6, 0xD0, 0xB9, 0xFA, 0x94, 0x39, 0xDA, 0x33], "gb18030") == "中国💩")
    #expect(try text([0xA4, 0xA4, 0xA4, 0xE5], "big5") == "中文")
    #expect(try text([0xC7, 0xD1], "euc-kr") == "한")
    #expect(try text([0x61, 0xFF, 0x62], "gbk") == "a\u{FFFD}b")
    #expect(try text([0x61, 0x93], "shift_jis") == "a\u{FFFD}")
  }

  /// Each text leads back to the bytes it was decoded from.
  @Test(
    arguments: [
      ("windows-1251", [0xCF, 0xF0, 0x20, 0xE8], 4), ("shift_jis", [0x93, 0xFA, 0x61, 0xB1], 4),
      ("utf-8", [0xC3, 0xA9, 0x20, 0x61], 4),
    ] as [(String, [UInt8], Int)])
  func offsetsLeadBack(_ charset: String, _ bytes: [UInt8], _ count: Int) throws {
    let page = Array("<p title=x>".utf8) + bytes + Array("</p><b>end".utf8)
    let tree = try HTMLTree.read(page, charset: charset)
    let texts = tree.descendants(of: tree.document).filter { tree.isText($0) }
    let ranges = texts.map { tree.offsets.originalRange(of: tree.sourceRange(of: $0)) }
    #expect(ranges == [11..<11 + count, page.count - 3..<page.count])
    #expect(tree.offsets.originalRange(of: 0..<tree.source.count) == 0..<page.count)
  }

  @Test func everyCharacterLeadsBack() throws {
    let bytes: [UInt8] = [0x61, 0xE9, 0x62, 0x80, 0x81, 0x63]
    let text = try HTMLEncoding.windows1252.decode(bytes)
    var position = 0
    for (index, scalar) in String(decoding: text.utf8, as: UTF8.self).unicodeScalars.enumerated() {
      let length = String(scalar).utf8.count
      #expect(text.offsets.originalRange(of: position..<position + length) == index..<index + 1)
      position += length
    }
  }

  @Test func arbitraryBytesInEveryEncoding() throws {
    var random = SmallRandom(seed: 3)
    for (name, labels) in NamedLists(EncodingLabels.text) {
      let encoding = try #require(HTMLEncoding(label: labels[0]))
      #expect(encoding.name == name)
      for _ in 0..<20 {
        let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
        let text = try encoding.decode(bytes)
        if name != "utf-8" { #expect(String(validating: text.utf8, as: UTF8.self) != nil) }
        let whole = text.offsets.originalRange(of: 0..<text.utf8.count)
        #expect(whole.upperBound <= bytes.count)
      }
    }
  }
}
