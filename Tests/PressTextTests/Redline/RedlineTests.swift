import PressModel
import Testing

@testable import PressText

@Suite struct RedlineTests {
  private func redline(_ old: String, _ new: String) -> Redline {
    Redline(from: Text(old), blocks: [], to: Text(new), blocks: [])
  }

  /// `[-removed-]` and `{+added+}`.
  private func drawn(_ old: String, _ new: String) -> [String] {
    redline(old, new).changes.map { change in
      change.pieces.enumerated().map { index, piece in
        let words =
          switch piece.kind {
          case .same: piece.mention.text
          case .removed: "[-\(piece.mention.text)-]"
          case .added: "{+\(piece.mention.text)+}"
          }
        return (index > 0 && piece.spaceBefore ? " " : "") + words
      }.joined()
    }
  }

  @Test func aChangedSumIsShownInItsSentence() {
    #expect(
      drawn(
        "Ministers met in Oslo. They gave $5 million to the port.",
        "Ministers met in Oslo. They gave $6 million to the port.")
        == ["They gave $[-5-]{+6+} million to the port."])
  }

  @Test func sentencesComeAndGo() {
    let old = "One ship sailed at dawn. Nobody was hurt. The port is closed."
    let new = "One ship sailed at dawn. The port is closed. It opens again on Monday morning."
    #expect(
      drawn(old, new) == ["[-Nobody was hurt.-]", "{+It opens again on Monday morning.+}"])
    #expect(redline(old, new).unchanged == 2)
  }

  @Test func aBreakOfALineIsNoChange() {
    #expect(redline("The port\nis closed.", "The port is closed.").changes.isEmpty)
  }

  @Test(arguments: 1...40) func sidesAreSymmetricAndWhole(seed: UInt64) {
    var generator = Numbers(state: seed)
    let words = ["port", "ship", "sum", "day", "aid", "law"]
    func text() -> String {
      (0..<generator.next(12)).map { _ in
        let chosen = (0..<generator.next(6) + 1).map { _ in words[generator.next(words.count)] }
        return "The " + chosen.joined(separator: " ") + "."
      }.joined(separator: " ")
    }
    let (old, new) = (text(), text())
    let there = redline(old, new)
    for change in there.changes {
      let removed = change.pieces.filter { $0.kind != .added }.map(\.mention.text)
      let added = change.pieces.filter { $0.kind != .removed }.map(\.mention.text)
      // The words of both sides are all shown, each once.
      #expect(bare(removed.joined()) == bare(change.old?.text ?? ""))
      #expect(bare(added.joined()) == bare(change.new?.text ?? ""))
    }
    #expect(redline(old, old).changes.isEmpty)
    #expect(redline(new, old).unchanged == there.unchanged)
  }

  private func bare(_ text: String) -> String { text.filter { $0 != " " } }

  @Test func longTextsWithoutACommonSentenceEnd() {
    func text(_ word: String) -> String {
      (0..<4000).map { "The \(word) of day \($0) was long." }.joined(separator: " ")
    }
    let redline = redline(text("night"), text("morning"))
    #expect(redline.changes.count >= 4000)
  }

  @Test func anchorsAlignLongSequences() {
    let old = Array(0..<3000)
    let new = old.filter { $0 % 7 != 0 } + [9999]
    let pairs = SequenceAlignment(old, new).pairs
    #expect(pairs.count == new.count - 1)
    #expect(pairs.allSatisfy { old[$0.old] == new[$0.new] })
  }
}

private struct Numbers {
  var state: UInt64
  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
