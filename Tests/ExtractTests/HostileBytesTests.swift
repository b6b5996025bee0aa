import Glibc
import PressModel
import PressStage
import Testing

@testable import Extract

/// Whatever the bytes, a reader gives a document whose text leads back to them, or refuses.
@Suite struct HostileBytesTests {
  static let inputs: [[UInt8]] = [
    [0], [0, 0, 0, 0x41, 0, 0x42], [0xFF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98],
    Array("A\u{0}B. \u{0}C".utf8), [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0x41],
    [0xFE, 0xFF, 0, 0x41, 0xD8, 0],
    Array("###".utf8), Array("\\".utf8), Array("[[[((((".utf8), Array("<a <b <c &#x110000;".utf8),
    Array("---\ntitle:\n---".utf8), Array("> > > >\n- - -\n|||".utf8), Array("--\n--1/1/1\n(".utf8),
    Array("<div><p>\u{FFFD}</".utf8), Array("Q:\nA:\nQ".utf8), Array("99/99/99 x; y, z; w".utf8),
    (0...255).map { UInt8($0) }, (0..<600).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 31) },
  ]

  @Test(arguments: inputs) func aReaderReadsOrRefuses(_ input: [UInt8]) throws {
    for reader in textReaders {
      let raw = RawBytes(input, mediaType: "application/octet-stream")
      _ = reader.suitability(of: raw)
      guard let document = try? reading(raw, with: reader) else { continue }
      for piece in document.map.pieces {
        #expect(piece.source.start >= 0 && piece.source.end <= input.count)
        if piece.rule == .verbatim {
          #expect(
            document.text.bytes[piece.text.start..<piece.text.end]
              .elementsEqual(input[piece.source.start..<piece.source.end]))
        }
      }
      var findings = Findings(for: document, workspace: Workspace())
      try Extract.Metadata().extract(from: document, into: &findings)
      try RelatedDocuments().extract(from: document, into: &findings)
    }
  }

  @Test func anEmptyInputIsNoDocument() {
    for reader in textReaders {
      #expect(throws: StageError.self) { try reading(bytes(""), with: reader) }
      #expect(throws: StageError.self) { try reading(bytes(" \n\t\n"), with: reader) }
    }
  }

  /// Time in step with size: four times the marks must not take more than some ten times as long.
  @Test(arguments: ["[", "*a ", "<", "`a``", "a > ", "&", "# ", "\n- ", "1/1/1 ", "\"", "()"])
  func oneMarkOverAndOverTakesLinearTime(_ mark: String) throws {
    for reader in textReaders {
      func time(_ count: Int) -> Int {
        let raw = bytes(String(repeating: mark, count: count))
        let start = cpuTime()
        _ = try? reading(raw, with: reader)
        return cpuTime() - start
      }
      _ = time(100)
      // What takes less than this says nothing of its growth.
      let small = max(time(5000), 50_000)
      #expect(time(20_000) < small * 10, "\(type(of: reader).name) on '\(mark)'")
    }
  }

  /// Microseconds that this thread has worked: what else runs on the machine does not count.
  private func cpuTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }
}
