import Foundation
import PressEngine
import PressModel
import PressStage
import TestSupport
import Testing

/// Whatever the world sends: a document whose every span holds, or a reason; never a trap.
@Suite struct RobustnessTests {
  private let readers: [any Reader]
  private let steps: [Intake.Step]

  init() {
    readers = StageOrder.readers(of: Case.registry)
    steps = StageOrder.extractors(of: Case.registry).map { Intake.Step($0) }
  }

  /// Bits of text at which grammars begin and end.
  private static let pieces = [
    "“", "”", "\"", "'", "’", "(", ")", ",", ".", "...", "--", "–", "-", ":", ";", "?", "!", "$",
    "€", "£", "%", "#", "*", "|", ">", "<p>", "</p>", "<", "&amp;", "&", "\n", "\n\n", " ", "  ",
    "\u{A0}", "\t", "\r\n", "7.9", "million", "1,234", "2007", "14", "11/15/07", "November", "May",
    "Monday", "yesterday", "4th", "about", "USD", "said", "told", "stressed that", "according to",
    "announced", "will provide", "the", "The", "of", "for", "and", "in", "by", "he", "Mr.", "Dr.",
    "Senator", "President", "Minister", "Deputy Secretary", "Maria", "Lopez", "John D.", "Okafor",
    "Community", "Ministry", "Bureau", "United Nations", "UN", "(ICDT)", "Charter", "Act", "Mali",
    "Washington", "U.S.", "Q", "QUESTION:", "MR. LOPEZ:", "THE PRESIDENT.", "(Laughter.)", "###",
    "FOR IMMEDIATE RELEASE", "Contact:", "a@b.org", "555-0100", "# ", "- ", "1. ", "---", "```",
    "title: x", "Skip to content", "Home | News", "You are in: A > B", "日本", "é", "😀", "\u{0}",
    "\u{FEFF}", "ﬁ", "İ", "A", "b",
  ]

  private func soup(_ generator: inout SeededGenerator) -> [UInt8] {
    let count = Int.random(in: 0...120, using: &generator)
    let spaced = Bool.random(using: &generator)
    return (0..<count).flatMap { _ in
      Array((Self.pieces.randomElement(using: &generator) ?? "").utf8) + (spaced ? [0x20] : [])
    }
  }

  private func mutated(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...12, using: &generator) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0...5, using: &generator) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + 40))
      case 2: bytes.insert(contentsOf: soup(&generator), at: at)
      case 3: bytes.removeSubrange(at...)
      case 4: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 60)], at: at)
      default: bytes.swapAt(at, Int.random(in: 0..<bytes.count, using: &generator))
      }
    }
    return bytes
  }

  private func check(_ bytes: [UInt8], _ mediaType: String) {
    for reader in readers {
      let intake = Intake(readers: [reader], steps: steps, choice: .first)
      let raw = RawBytes(bytes, mediaType: mediaType, path: "input")
      switch intake.take(raw) {
      case .document(let document):
        for block in document.blocks { #expect(document.text.holds(block.span)) }
        #expect(document.map.pieces.last?.text.end ?? 0 == document.text.count)
      case .quarantined(let failure), .failed(let failure):
        // A reader may refuse bytes. An extractor has no reason to: it saw a text, and a fact that
        // does not hold is a fault of its own.
        let isReader =
          failure.stage == "extract" || Case.registry[failure.stage, .extract]?.role == .reader
        #expect(isReader, "\(failure)\n\(String(decoding: bytes, as: UTF8.self))")
      case .filtered:
        Issue.record("nothing filters here")
      }
    }
  }

  @Test(arguments: 0..<8) func mixedUpPiecesOfGrammars(seed: UInt64) {
    var generator = SeededGenerator(seed: 100 + seed)
    for round in 0..<60 {
      check(soup(&generator), ["text/plain", "text/html", "text/markdown"][round % 3])
    }
  }

  @Test(arguments: 0..<4) func aRealPageWithFaults(seed: UInt64) throws {
    let page = packageRoot.appending(path: "Pipelines/Samples/2007-bamako-ministerial.txt")
    let bytes = Array(try Data(contentsOf: page))
    var generator = SeededGenerator(seed: 200 + seed)
    for _ in 0..<6 { check(mutated(bytes, &generator), "text/plain") }
  }

  @Test func arbitraryBytes() {
    var generator = SeededGenerator(seed: 300)
    for _ in 0..<100 {
      let count = Int.random(in: 0...400, using: &generator)
      check((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }, "text/plain")
    }
  }

  @Test(arguments: [
    Repeated("a", 300_000), Repeated(" ", 300_000), Repeated("<div>", 40_000),
    Repeated("“Mr. ", 40_000), Repeated("The Bureau of ", 20_000), Repeated("| a ", 40_000),
    Repeated("1,", 60_000), Repeated("> ", 40_000), Repeated("*[", 40_000),
  ])
  func longAndMonotonous(input: Repeated) {
    check(Array(input.text.utf8), "text/plain")
  }

  @Test(arguments: [[], [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF]])
  func almostNothing(bytes: [UInt8]) {
    check(bytes, "text/plain")
  }
}
