/// Cuts a stretch of the source into pieces: what is verbatim, and what stands for something else.
struct PieceReader {
  /// Where character references count, and by which rule (section 13.2.5.73).
  enum References {
    case none
    case text
    case attribute
  }

  private let source: UnsafeBufferPointer<UInt8>
  private var position: Int
  private let end: Int
  private let references: References
  /// A NUL byte stays one; only the tokenizer's own tests need that.
  private let keepsNUL: Bool
  /// A decoded piece found behind the verbatim piece just given.
  private(set) var pending: HTMLTextPiece?

  init(
    _ source: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int, references: References,
    keepsNUL: Bool = false
  ) {
    self.source = source
    self.position = from
    self.end = to
    self.references = references
    self.keepsNUL = keepsNUL
  }

  mutating func next() -> HTMLTextPiece? {
    if let piece = pending {
      pending = nil
      return piece
    }
    guard position < end else { return nil }
    let from = position
    var cursor = skipPlain(from)
    while cursor < end {
      let byte = source[cursor]
      if byte > Byte.ampersand, byte < 0x80 {
        cursor &+= 1
      } else if let piece = special(byte, at: cursor) {
        position = piece.stop
        if cursor == from { return piece }
        pending = piece
        return HTMLTextPiece(verbatim: from, cursor)
      } else {
        cursor = skipPlain(cursor &+ (byte < 0x80 ? 1 : wellFormedLength(source, cursor, end)))
      }
    }
    position = end
    return HTMLTextPiece(verbatim: from, end)
  }

  /// Goes on by eight bytes while they are ASCII that stands for itself.
  @inline(__always)
  private func skipPlain(_ from: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let returns = ones &* UInt64(Byte.carriageReturn)
    let ampersands = references == .none ? returns : ones &* UInt64(Byte.ampersand)
    let raw = UnsafeRawBufferPointer(source)
    var cursor = from
    while cursor &+ 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: cursor, as: UInt64.self)
      // A byte that is zero, or equal to the other word's, borrows into its own highest bit.
      let isReturn = word ^ returns
      let isAmpersand = word ^ ampersands
      let found =
        (word &- ones) | ((isReturn &- ones) & ~isReturn)
        | ((isAmpersand &- ones) & ~isAmpersand) | word
      if found & (ones &* 0x80) != 0 { break }
      cursor &+= 8
    }
    return cursor
  }

  /// The decoded piece that begins at `cursor`, or nil where the byte stands for itself.
  @inline(__always)
  private func special(_ byte: UInt8, at cursor: Int) -> HTMLTextPiece? {
    switch byte {
    case Byte.ampersand:
      if references == .none { return nil }
      guard
        let found = CharacterReference(
          source, at: cursor, to: end, inAttribute: references == .attribute)
      else { return nil }
      return HTMLTextPiece(cursor, found.stop, decoded: found.first, found.second)
    case Byte.carriageReturn:
      let isPair = cursor + 1 < end && source[cursor + 1] == Byte.lineFeed
      return HTMLTextPiece(cursor, cursor + (isPair ? 2 : 1), decoded: 0x0A)
    case Byte.nul:
      return HTMLTextPiece(cursor, cursor + 1, decoded: keepsNUL ? 0 : 0xFFFD)
    default:
      guard byte >= 0x80, wellFormedLength(source, cursor, end) == 0 else { return nil }
      return HTMLTextPiece(
        cursor, cursor + illFormedLength(source, cursor, end), decoded: 0xFFFD)
    }
  }
}
