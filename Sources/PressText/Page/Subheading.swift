public import PressModel

/// The line that goes on from a title, between it and the dateline that opens the text: "Bridge Opens
/// Early", then "Council pays for the works out of its reserve".
public enum Subheading {
  /// The one such line; nil where there is none or the choice is open.
  ///
  /// - Parameter dateline: the release's; without one nothing says where the text starts.
  public static func find(
    below title: String, _ blocks: [Block], dateline: Dateline?, in bytes: [UInt8]
  ) -> Span? {
    guard let dateline else { return nil }
    let head = blocks.prefix(10).prefix { $0.span.end <= dateline.span.start }
    guard let first = head.firstIndex(where: { $0.type == .heading }), head.count < 10 else {
      return nil
    }
    let known = key(Array(title.utf8)[...])
    let rest = head[(first + 1)...].map(\.span).filter {
      !isLabel($0, in: bytes) && !repeats(key(bytes[$0.start..<$0.end]), known)
    }
    guard rest.count == 1, isHeadline(rest[0], in: bytes) else { return nil }
    return rest[0]
  }

  /// A label, a day, a contact, a link or a caption of a picture.
  private static func isLabel(_ line: Span, in bytes: [UInt8]) -> Bool {
    labels.prefix(of: line, in: bytes) != nil || PrintedDate.first(in: bytes, line) != nil
      || line.count <= 60 && DocumentKindWords.kind(of: line, in: bytes) != nil
  }

  /// The letters and figures of words, in lower case: marks differ where a title is printed again.
  private static func key(_ words: ArraySlice<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    var skipped = 0
    for byte in words {
      // U+2000 to U+2FFF are marks.
      if byte == 0xE2 { skipped = 3 }
      if skipped == 0, PrintedDate.isAlphanumeric(byte) {
        key.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
      skipped = max(0, skipped - 1)
    }
    return key
  }

  private static func repeats(_ line: [UInt8], _ title: [UInt8]) -> Bool {
    line == title || line.count >= 20 && title.starts(with: line.prefix(20))
  }

  /// Words that could be a headline: none in quotation marks, no address, no list of links.
  private static func isHeadline(_ line: Span, in bytes: [UInt8]) -> Bool {
    let shape = LineShape(bytes, line)
    return (5...45).contains(shape.words) && shape.startsUpper && !shape.startsQuotation
      && shape.separators == 0 && shape.marker == 0 && shape.lastMark != 0x3A
      && shape.sentenceEnds <= 1 && shape.numberWords * 2 < shape.words
      && PrintedDate.isLetter(bytes[line.start])
      && !bytes[line.start..<line.end].contains(0x40)
      && pointers.prefix(of: line, in: bytes) == nil
      // "... is available here."
      && !bytes[line.start..<line.end].split { !PrintedDate.isLetter($0) }.contains {
        $0.elementsEqual("here".utf8) || $0.elementsEqual("HERE".utf8)
      }
  }

  private static let labels = PhraseTable("release-labels")
  /// Words that open what is said of the page and not of its subject.
  private static let pointers = PhraseTable("document-form") { $0.count > 1 && $0[1] == "pointer" }
}
