import PressModel

/// What was corrected in releases that came back, as a redline.
extension MarkdownPage {
  mutating func draw(_ corrections: [Correction]) {
    guard !corrections.isEmpty else { return }
    heading(2, "Corrected since")
    for correction in corrections {
      let title = Self.escaped(correction.title ?? correction.origin)
      paragraph("**\(title)** · \(Self.escaped(correction.origin)) · \(Self.summary(correction))")
      for sentence in correction.sentences { item(Self.markup(sentence)) }
      if !correction.sentences.isEmpty { endList() }
    }
  }

  private static func summary(_ correction: Correction) -> String {
    guard let unchanged = correction.unchanged else { return "its earlier text is not at hand" }
    let count = correction.sentences.count
    guard count > 0 else { return "other bytes, the same sentences" }
    return "\(count) \(count == 1 ? "sentence" : "sentences") changed, \(unchanged) as before"
  }

  /// A sentence with ~~what went~~ and **what came**.
  private static func markup(_ sentence: Correction.Sentence) -> String {
    sentence.pieces.map { piece in
      let space = piece.text.hasPrefix(" ") ? " " : ""
      let words = escaped(String(piece.text.dropFirst(space.count)))
      return switch piece.kind {
      case .same: space + words
      case .removed: "\(space)~~\(words)~~"
      case .added: "\(space)**\(words)**"
      }
    }.joined()
  }
}
