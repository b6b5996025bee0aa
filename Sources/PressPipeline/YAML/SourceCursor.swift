/// Turns libyaml's positions, counted in scalars, into offsets of bytes. It only moves on, so that
/// all positions of a file together cost one walk over it.
struct SourceCursor {
  private let source: SourceText
  private var index = 0
  private var offset = 0

  init(_ source: SourceText) {
    self.source = source
  }

  /// The byte offset of a scalar's index. One that lies before the last that was asked for is
  /// found from the start again.
  mutating func offset(ofScalar target: Int) -> Int {
    if target < index { (index, offset) = (0, 0) }
    while index < target, offset < source.bytes.count {
      let byte = source.bytes[offset]
      offset += byte < 0x80 ? 1 : source.scalarLength(at: offset)
      index += 1
    }
    return offset
  }
}
