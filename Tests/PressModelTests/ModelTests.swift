import PressModel
import TestSupport
import Testing

@Suite struct ScalarOffsetsTests {
  @Test func asciiOffsetsAreTheSame() {
    let offsets = ScalarOffsets(Text("Bamako, Mali"))
    #expect(offsets.scalar(8) == 8)
    #expect(offsets.byte(8) == 8)
    #expect(offsets.byte(13) == nil)
  }

  @Test func everyBoundaryGoesThereAndBack() {
    let words = ["Mali’s", "Côte", "日本", "a", "😀", " ", "–"]
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let string = (0..<60).map { _ in words.randomElement(using: &generator) ?? "" }.joined()
      let text = Text(string)
      let offsets = ScalarOffsets(text)
      var byte = 0
      for (count, scalar) in string.unicodeScalars.enumerated() {
        #expect(offsets.scalar(byte) == count)
        #expect(offsets.byte(count) == byte)
        byte += String(scalar).utf8.count
      }
      #expect(offsets.byte(string.unicodeScalars.count) == text.count)
      #expect(offsets.byte(string.unicodeScalars.count + 1) == nil)
    }
  }
}

@Suite struct TextTests {
  @Test func aSpanThatCutsACharacterIsNotHeld() {
    let text = Text("Mali’s")
    #expect(text.holds(Span(4, 7)))
    #expect(!text.holds(Span(4, 6)))
    #expect(!text.holds(Span(0, 99)))
    #expect(!text.holds(Span(3, 1)))
    #expect(text[Span(4, 6)] == "")
  }

  @Test func bytesThatAreNotUTF8AreRepaired() {
    #expect(Text(utf8: [0x41, 0xFF, 0x42]).string == "A\u{FFFD}B")
  }
}

@Suite struct SourceMapTests {
  private var map: SourceMap {
    var map = SourceMap()
    map.append(text: 4, from: Span(10, 14), rule: .verbatim)
    map.append(text: 1, from: Span(14, 20), rule: .space)
    map.append(text: 3, from: Span(20, 26), rule: .reference)
    map.append(text: 2, from: Span(26, 28), rule: .verbatim)
    return map
  }

  @Test func aSpanLeadsToTheBytesUnderIt() {
    #expect(map.source(of: Span(1, 3)) == [Span(11, 13)])
    #expect(map.source(of: Span(0, 10)) == [Span(10, 28)])
    #expect(map.source(of: Span(6, 7)) == [Span(20, 26)])
  }

  @Test func verbatimStretchesThatTouchAreOne() {
    var map = SourceMap()
    map.append(text: 2, from: Span(0, 2), rule: .verbatim)
    map.append(text: 2, from: Span(2, 4), rule: .verbatim)
    map.append(text: 2, from: Span(5, 7), rule: .verbatim)
    #expect(map.pieces.count == 2)
  }
}

@Suite struct SpanTests {
  @Test func theLongerOfTwoComesFirst() {
    #expect([Span(3, 5), Span(0, 2), Span(0, 9)].sorted() == [Span(0, 9), Span(0, 2), Span(3, 5)])
  }
}

@Suite struct SourceMapBoundsTests {
  @Test func boundsHoldEveryPieceUnderASpan() {
    var map = SourceMap()
    map.append(text: 4, from: Span(10, 14), rule: .verbatim)
    map.append(text: 1, from: Span(14, 19), rule: .reference)
    map.append(text: 3, from: Span(30, 33), rule: .verbatim)
    #expect(map.bounds(of: Span(1, 3)) == Span(11, 13))
    #expect(map.bounds(of: Span(2, 5)) == Span(12, 19))
    #expect(map.bounds(of: Span(3, 7)) == Span(13, 32))
    #expect(map.bounds(of: Span(8, 9)) == Span(0, 0))
  }
}

@Suite struct DateExpressionTests {
  @Test(arguments: [
    ("2024-03-05", "2024-03-05"), ("2024-03-05T10:30:00-05:00", "2024-03-05"),
    ("2024-03-05T10:30:00/2024-03-05T11:00:00", "2024-03-05"),
    ("2024-03-05T22:00:00/2024-03-06T01:00:00", "2024-03-05/2024-03-06"),
    ("2024/2025", "2024/2025"),
    ("../2024", "../2024"), ("", ""),
  ])
  func daysLeaveOutTheTimes(_ value: String, _ days: String) {
    let mention = Text("x").mention(Span(0, 1))
    #expect(DateExpression(mention: mention, value: value).days == days)
  }
}
