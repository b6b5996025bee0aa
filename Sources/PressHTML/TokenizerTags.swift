/// Tags and their attributes (sections 13.2.5.6 to 13.2.5.8 and 13.2.5.32 to 13.2.5.40).
extension Tokenizer {
  /// Reads a tag whose first letter is known to be there. `.nothing` where the file ends within.
  mutating func tag(isEnd: Bool) -> TokenKind {
    start = position
    let nameStart = position &+ (isEnd ? 2 : 1)
    var cursor = nameStart &+ 1
    while cursor < end, !Byte.endsTagName(source[cursor]) { cursor &+= 1 }
    firstAttribute = attributes.count
    isSelfClosing = false
    guard cursor < end else { return endInTag() }
    name = intern(nameStart, cursor)
    if source[cursor] == Byte.greater {
      position = cursor &+ 1
    } else if !readAttributes(from: cursor) {
      return endInTag()
    }
    stop = position
    if isEnd {
      dropAttributes()
      return .endTag
    }
    lastStartTag = name
    return .startTag
  }

  private mutating func endInTag() -> TokenKind {
    dropAttributes()
    position = end
    return .nothing
  }

  @inline(__always)
  private mutating func dropAttributes() {
    if attributes.count > firstAttribute {
      attributes.removeLast(attributes.count - firstAttribute)
    }
  }

  /// Reads up to and with the `>`. False where the file ends first.
  private mutating func readAttributes(from: Int) -> Bool {
    serial &+= 1
    let source = source
    let end = end
    var cursor = from
    while true {
      while cursor < end, Byte.isSpace(source[cursor]) { cursor &+= 1 }
      guard cursor < end else { return false }
      let first = source[cursor]
      if first == Byte.greater {
        position = cursor &+ 1
        return true
      }
      if first == Byte.slash {
        cursor &+= 1
        if cursor < end, source[cursor] == Byte.greater {
          isSelfClosing = true
          position = cursor &+ 1
          return true
        }
        continue
      }
      let nameStart = cursor
      // The first byte is part of the name even where it is `=`.
      cursor &+= 1
      while cursor < end, !Byte.endsAttributeName(source[cursor]) { cursor &+= 1 }
      let nameStop = cursor
      while cursor < end, Byte.isSpace(source[cursor]) { cursor &+= 1 }
      guard cursor < end else { return false }
      var valueStart = nameStop
      var valueStop = nameStop
      if source[cursor] == Byte.equals {
        cursor &+= 1
        while cursor < end, Byte.isSpace(source[cursor]) { cursor &+= 1 }
        guard cursor < end else { return false }
        let opening = source[cursor]
        valueStart = cursor
        if opening == Byte.quote || opening == Byte.apostrophe {
          valueStart = cursor &+ 1
          valueStop = find(opening, source, valueStart, end)
          guard valueStop < end else { return false }
          cursor = valueStop &+ 1
        } else {
          while cursor < end, !Byte.endsBareValue(source[cursor]) { cursor &+= 1 }
          guard cursor < end else { return false }
          valueStop = cursor
        }
      }
      addAttribute(nameStart, nameStop, valueStart, valueStop)
    }
  }

  /// Adds an attribute unless the tag has one of that name.
  @inline(__always)
  private mutating func addAttribute(
    _ nameStart: Int, _ nameStop: Int, _ valueStart: Int, _ valueStop: Int
  ) {
    let name = intern(nameStart, nameStop)
    if seen[Int(name)] == serial { return }
    seen[Int(name)] = serial
    attributes.append(
      AttributeRecord(
        name: name,
        nameStart: UInt32(truncatingIfNeeded: nameStart),
        valueStart: UInt32(truncatingIfNeeded: valueStart),
        valueStop: UInt32(truncatingIfNeeded: valueStop)))
  }

  @inline(__always)
  private mutating func intern(_ from: Int, _ to: Int) -> UInt32 {
    let name = isDirty ? internRepaired(from, to) : names.intern(source, from, to)
    while Int(name) >= seen.count { seen.append(0) }
    return name
  }

  /// The number of a name that may hold NUL bytes or ill-formed UTF-8.
  private mutating func internRepaired(_ from: Int, _ to: Int) -> UInt32 {
    var isRepaired = false
    var bytes: [UInt8] = []
    var reader = PieceReader(source, from, to, references: .none)
    while let piece = reader.next() {
      if !piece.isVerbatim { isRepaired = true }
      piece.append(to: &bytes, from: source)
    }
    guard isRepaired else { return names.intern(source, from, to) }
    return bytes.withUnsafeBufferPointer { names.intern($0, 0, $0.count) }
  }
}
