/// Turns libyaml's positions, counted in scalars, into offsets of bytes. It walks from the last
/// position that was asked for, so that all positions of a file together cost one walk over it.
struct SourceCursor {
  private let source: SourceText
  private var index = 0
  private var offset = 0

  init(_ source: SourceText) {
    self.source = source
  }

  /// The byte offset of a scalar's index; the end of the file for one behind it.
  mutating func offset(ofScalar target: Int) -> Int {
    while index > target, offset > 0 {
      offset -= 1
      while offset > 0, source.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      index -= 1
    }
    while index < target, offset < source.bytes.count {
      offset += source.scalarLength(at: offset)
      index += 1
    }
    return offset
  }
}
