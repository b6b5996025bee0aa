/// What a stretch of text is in the document's layout.
public enum BlockType: String, Codable, CaseIterable, Sendable {
  case heading, paragraph, listItem, tableRow, blockquote, caption, footnote, preformatted
  /// A speaker's turn in a transcript, label and words.
  case turn
}

/// A stretch of text between two empty lines.
public struct Block: Hashable, Codable, Sendable {
  public var type: BlockType
  public var span: Span
  /// 1 to 6 for headings, the depth of nesting from 1 for list items, nil elsewhere.
  public var level: Int?

  public init(_ type: BlockType, _ span: Span, level: Int? = nil) {
    self.type = type
    self.span = span
    self.level = level
  }
}

/// A heading and the text below it, up to the next heading.
public struct Section: Hashable, Sendable {
  /// The heading's words; nil for text before the first heading.
  public var heading: Mention?
  /// The heading's level, 0 without one.
  public var level: Int
  /// From the heading's first byte to the end of the last block before the next heading.
  public var span: Span
}
