import PressModel

/// Finds bills, resolutions and laws that a text names by their numbers: "H.R. 1344", "S.3077",
/// "H. Con. Res. 12", "SB 866", "P.L. 100-204".
struct BillNumbers {
  /// A number, and a key for its designator and figures that spaces and stops do not change.
  struct Found {
    var span: Span
    var key: UInt64
  }

  private let words: NameWords
  private let bytes: [UInt8]

  init(_ words: NameWords) {
    self.words = words
    bytes = words.tokens.text.bytes
  }

  /// What stands before the figures, without stops and spaces.
  private struct Designator {
    var parts: [StaticString]
    /// The most figures.
    var digits = 5
    /// Without stops, these letters are also those of wares and measures: "HR 150", "AB 12".
    var isWeak = false
    var isLaw = false
  }

  private static let designators: [Designator] = [
    Designator(parts: ["H", "Con", "Res"]), Designator(parts: ["S", "Con", "Res"]),
    Designator(parts: ["H", "J", "Res"]), Designator(parts: ["S", "J", "Res"]),
    Designator(parts: ["H", "Res"]), Designator(parts: ["S", "Res"]),
    Designator(parts: ["HJ", "Res"]), Designator(parts: ["SJ", "Res"]),
    Designator(parts: ["HRes"]), Designator(parts: ["SRes"]),
    Designator(parts: ["H", "R"]), Designator(parts: ["HR"], isWeak: true),
    Designator(parts: ["SB"], isWeak: true), Designator(parts: ["HB"], isWeak: true),
    Designator(parts: ["AB"], isWeak: true), Designator(parts: ["Pub", "L"], isLaw: true),
    Designator(parts: ["P", "L"], isLaw: true), Designator(parts: ["PL"], isLaw: true),
    Designator(parts: ["S"], digits: 4),
  ]

  /// The numbers in the order of the text.
  func find() -> [Found] {
    var found: [Found] = []
    var offset = 0
    while offset < bytes.count {
      guard isDigit(offset) else {
        offset += 1
        continue
      }
      let start = offset
      while isDigit(offset) { offset += 1 }
      if let bill = number(start, offset) { found.append(bill) }
    }
    return found
  }

  private func isDigit(_ offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] >= 0x30 && bytes[offset] <= 0x39
  }

  private func isLetter(_ offset: Int) -> Bool {
    guard offset >= 0, offset < bytes.count else { return false }
    return (bytes[offset] | 0x20) >= 0x61 && (bytes[offset] | 0x20) <= 0x7A || bytes[offset] >= 0xC3
  }

  private func number(_ start: Int, _ digitsEnd: Int) -> Found? {
    guard start > 0, bytes[start] != 0x30 else { return nil }
    let before = bytes[start - 1]
    guard before == 0x20 || before == 0x2E || isLetter(start - 1) else { return nil }
    for designator in Self.designators {
      guard let first = self.start(of: designator, before: start) else { continue }
      var end = digitsEnd
      if designator.isLaw {
        guard bytes.indices.contains(end), bytes[end] == 0x2D, isDigit(end + 1) else { return nil }
        end += 1
        while isDigit(end) { end += 1 }
      }
      guard digitsEnd - start <= designator.digits, endsNumber(end),
        isBill(designator, first, end)
      else { return nil }
      let letters = bytes[first..<end].filter { $0 != 0x20 && $0 != 0x2E }
      let key = letters.withUnsafeBufferPointer { WordHash.hash($0, 0, $0.count) }
      return Found(span: Span(first, end), key: key)
    }
    return nil
  }

  /// "S. 4th Street", "S. 1,200" and "H.R. 1.5" are none.
  private func endsNumber(_ end: Int) -> Bool {
    guard end < bytes.count else { return true }
    let isPart = bytes[end] == 0x2E || bytes[end] == 0x2C || bytes[end] == 0x2D
    return !isLetter(end) && bytes[end] != 0x25 && !(isPart && isDigit(end + 1))
  }

  /// Where a designator starts whose figures start at a byte; nil where another stands there.
  private func start(of designator: Designator, before figures: Int) -> Int? {
    var offset = figures
    if bytes[offset - 1] == 0x20 { offset -= 1 }
    for (index, part) in designator.parts.reversed().enumerated() {
      let isStop = offset > 0 && bytes[offset - 1] == 0x2E
      if isStop {
        offset -= 1
      } else if part.utf8CodeUnitCount == 1 {
        // "S 12", "R 12"
        return nil
      } else if index > 0 {
        guard offset > 0, bytes[offset - 1] == 0x20 || designator.parts.count == 2 else {
          return nil
        }
      }
      let count = part.utf8CodeUnitCount
      guard offset >= count else { return nil }
      let isSame = part.withUTF8Buffer { bytes[offset - count..<offset].elementsEqual($0) }
      guard isSame else { return nil }
      offset -= count
      // "H. R. 12": a space between the parts.
      if index + 1 < designator.parts.count, offset > 0, bytes[offset - 1] == 0x20 { offset -= 1 }
    }
    guard offset > 0 else { return offset }
    let before = bytes[offset - 1]
    let isInside =
      isLetter(offset - 1) || before >= 0x30 && before <= 0x39
      || [0x2E, 0x2D, 0x26, 0x2B, 0x3D, 0x5F, 0x24].contains(before)
    return isInside ? nil : offset
  }

  /// Whether the words around a number speak of a bill, where its letters alone do not.
  private func isBill(_ designator: Designator, _ start: Int, _ end: Int) -> Bool {
    let tokens = words.tokens
    let first = tokens.index(at: start)
    let next = tokens.index(at: end)
    if designator.isWeak {
      return (max(0, first - 10)..<min(words.count, next + 10)).contains { index in
        Self.context.contains { words.isWord(index, $0) }
      }
    }
    guard designator.parts.count == 1, !designator.isLaw, designator.digits == 4 else {
      return true
    }
    // "1200 S. 300 West", "Ann S. 2008": the south, and an initial.
    guard first > 0, !tokens[first].startsLine else { return true }
    let before = first - 1
    if tokens[before].kind == .number { return false }
    if next < words.count, words[next].isCapitalized, !tokens[next].startsLine { return false }
    return !words[before].isCapitalized || words[before].startsSentence
      || words.has(before, .work)
      || words.isWord(before, "senate")
  }

  private static let context: [StaticString] = [
    "bill", "bills", "legislation", "act", "law", "vote", "voted", "votes", "amendment", "pass",
    "passed", "passing", "resolution", "introduced", "cosponsor", "sponsor", "senate", "congress",
    "signed",
  ]
}
