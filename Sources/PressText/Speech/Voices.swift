public import PressModel

/// Who speaks where: whose words "I" and "we" are in a stretch of the text.
public struct Voices: Sendable {
  /// Words that one person or body speaks; `name` is nil where nobody is named for sure.
  public struct Voice: Sendable {
    public var span: Span
    public var name: String?

    public init(span: Span, name: String?) {
      self.span = span
      self.name = name
    }
  }

  private let turns: [Voice]
  private let quotes: [Voice]

  /// Turns and quotations in the order of the text, each without overlap of its like.
  public init(turns: [Voice] = [], quotes: [Voice] = []) {
    self.turns = turns
    self.quotes = quotes
  }

  var isEmpty: Bool { turns.isEmpty && quotes.isEmpty }

  /// The speaker at an offset: of a quotation, else of the turn unless the words stand between marks
  /// (`isQuoted`), where they may be anybody's.
  func speaker(at offset: Int, isQuoted: Bool) -> String? {
    if let quote = Self.voice(at: offset, quotes) { return quote.name }
    return isQuoted ? nil : Self.voice(at: offset, turns)?.name
  }

  private static func voice(at offset: Int, _ voices: [Voice]) -> Voice? {
    let next = voices.partitioningIndex { $0.span.start > offset }
    guard next > 0, offset < voices[next - 1].span.end else { return nil }
    return voices[next - 1]
  }
}
