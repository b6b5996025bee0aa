import PressStage
import TestSupport
import Testing

@testable import PressEngine

@Suite struct FactPairingTests {
  private func fact(_ words: String, _ value: String, _ number: Int) throws -> PublishedFact {
    let json = try JSONValue(
      parsing: Array(
        #"{"id": "d#k-\#(number)", "value": "\#(value)", "start": 1, "end": 2, "text": "\#(words)"}"#
          .utf8))
    return PublishedFact(json, kind: "k", id: "")
  }

  private func facts(_ list: [(String, String)]) throws -> [PublishedFact] {
    try list.enumerated().map { try fact($1.0, $1.1, $0) }
  }

  @Test func whatIsTheSameIsLeftOut() throws {
    let list = try facts([("$5 million", "5"), ("2008", "2008"), ("2008", "2008")])
    let pairing = FactPairing(list, list.reversed())
    #expect(pairing.changed.isEmpty && pairing.reworded.isEmpty)
    #expect(pairing.gone.isEmpty && pairing.new.isEmpty)
  }

  @Test func otherValuesAndOtherWordsAreToldApart() throws {
    let pairing = FactPairing(
      try facts([("May", "2008-05"), ("the first sum of money", "5"), ("gone", "1")]),
      try facts([("the second sum of money", "6"), ("May", "2009-05"), ("new", "1")]))
    #expect(pairing.changed.map(\.old.words) == ["May"])
    #expect(pairing.reworded.map(\.new.words) == ["the second sum of money"])
    #expect(pairing.gone.map(\.words) == ["gone"])
    #expect(pairing.new.map(\.words) == ["new"])
  }

  @Test(arguments: 1...60) func exchangingTheSidesExchangesTheAnswer(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = ["a b c", "a b d", "a b", "b c", "c d e", "x", "a c", "b d"]
    func list() throws -> [PublishedFact] {
      try facts(
        (0..<Int.random(in: 0...8, using: &generator)).map { _ in
          (
            words.randomElement(using: &generator) ?? "",
            String(Int.random(in: 0...1, using: &generator))
          )
        })
    }
    let (old, new) = (try list(), try list())
    let there = FactPairing(old, new)
    let back = FactPairing(new, old)
    func signatures(_ facts: [PublishedFact]) -> [String] { facts.map(\.signature).sorted() }
    #expect(signatures(there.new) == signatures(back.gone))
    #expect(signatures(there.gone) == signatures(back.new))
    #expect(there.changed.count == back.changed.count)
    #expect(there.reworded.count == back.reworded.count)
  }
}
