/// Comments and doctypes (sections 13.2.5.41 to 13.2.5.68).
extension Tokenizer {
  /// Reads from `<!`.
  mutating func declaration() -> TokenKind {
    let from = position + 2
    if from + 1 < end, source[from] == Byte.hyphen, source[from + 1] == Byte.hyphen {
      return comment(from: from + 2)
    }
    if begins(with: "doctype", source, from, end) { return doctype(from: from + 7) }
    if allowsCDATA, isCDATA(at: from) {
      position = from + 7
      content = .cdata
      return .nothing
    }
    return bogusComment(from: from)
  }

  private func isCDATA(at from: Int) -> Bool {
    let word: StaticString = "[CDATA["
    guard end - from >= 7 else { return false }
    for offset in 0..<7 where source[from + offset] != word.utf8Start[offset] { return false }
    return true
  }

  /// Takes everything up to the next `>` as a comment.
  mutating func bogusComment(from: Int) -> TokenKind {
    start = position
    dataStart = from
    dataStop = from < end ? find(Byte.greater, source, from, end) : end
    position = min(end, dataStop + 1)
    stop = position
    return .comment
  }

  /// Reads a comment whose `<!--` ends at `from`.
  ///
  /// The standard's ten states come to this: it ends at the first `-->` or `--!>`, or at once with
  /// `>` or `->`; at the end of the file a `-`, `--` or `--!` that might have closed it is no data.
  private mutating func comment(from: Int) -> TokenKind {
    start = position
    dataStart = from
    if from < end, source[from] == Byte.greater { return endComment(from, from + 1) }
    if from + 1 < end, source[from] == Byte.hyphen, source[from + 1] == Byte.greater {
      return endComment(from, from + 2)
    }
    var search = from
    while search < end {
      let hit = find(Byte.greater, source, search, end)
      if hit == end { break }
      if endsWithHyphens(hit) { return endComment(hit - 2, hit + 1) }
      if hit > from, source[hit - 1] == Byte.bang, endsWithHyphens(hit - 1) {
        return endComment(hit - 3, hit + 1)
      }
      search = hit + 1
    }
    var dataEnd = end
    if dataEnd > from, source[dataEnd - 1] == Byte.bang, endsWithHyphens(dataEnd - 1) {
      dataEnd -= 3
    } else if endsWithHyphens(dataEnd) {
      dataEnd -= 2
    } else if dataEnd > from, source[dataEnd - 1] == Byte.hyphen {
      dataEnd -= 1
    }
    return endComment(dataEnd, end)
  }

  private func endsWithHyphens(_ index: Int) -> Bool {
    index >= dataStart + 2 && source[index - 1] == Byte.hyphen && source[index - 2] == Byte.hyphen
  }

  private mutating func endComment(_ dataEnd: Int, _ next: Int) -> TokenKind {
    dataStop = dataEnd
    position = next
    stop = next
    return .comment
  }

  /// Reads a doctype whose keyword ends at `from`.
  private mutating func doctype(from: Int) -> TokenKind {
    start = position
    doctype = DoctypeRecord()
    var cursor = skipSpace(from)
    if cursor < end, source[cursor] != Byte.greater {
      let nameStart = cursor
      while cursor < end, !Byte.endsBareValue(source[cursor]) { cursor += 1 }
      doctype.name = nameStart..<cursor
      cursor = skipSpace(cursor)
      if cursor < end, source[cursor] != Byte.greater {
        cursor = identifiers(from: cursor)
      } else if cursor == end {
        doctype.forcesQuirks = true
      }
    } else {
      doctype.forcesQuirks = true
    }
    position = min(end, cursor + 1)
    stop = position
    return .doctype
  }

  /// Reads PUBLIC or SYSTEM and what follows; gives the position of the `>`, or the end.
  private mutating func identifiers(from: Int) -> Int {
    var cursor = from
    if begins(with: "public", source, from, end) {
      cursor = skipSpace(from + 6)
      guard let (id, next, isClosed) = quoted(at: cursor) else { return bogusDoctype(cursor) }
      doctype.publicID = id
      guard isClosed else { return unclosed(next) }
      cursor = skipSpace(next)
      if cursor < end, source[cursor] == Byte.greater { return cursor }
    } else if begins(with: "system", source, from, end) {
      cursor = skipSpace(from + 6)
    } else {
      return bogusDoctype(cursor)
    }
    guard let (id, next, isClosed) = quoted(at: cursor) else { return bogusDoctype(cursor) }
    doctype.systemID = id
    guard isClosed else { return unclosed(next) }
    cursor = skipSpace(next)
    if cursor == end { doctype.forcesQuirks = true }
    // What stands after the system identifier is dropped, and no reason for quirks.
    return cursor < end ? find(Byte.greater, source, cursor, end) : end
  }

  private mutating func bogusDoctype(_ cursor: Int) -> Int {
    doctype.forcesQuirks = true
    return cursor < end ? find(Byte.greater, source, cursor, end) : end
  }

  private mutating func unclosed(_ cursor: Int) -> Int {
    doctype.forcesQuirks = true
    return cursor
  }

  /// A quoted identifier: its bytes, the position after it, and whether its quote is closed. One
  /// that is not ends at a `>` or at the end of the file.
  private func quoted(at cursor: Int) -> (Range<Int>, Int, Bool)? {
    guard cursor < end else { return nil }
    let quote = source[cursor]
    guard quote == Byte.quote || quote == Byte.apostrophe else { return nil }
    var stop = cursor + 1
    while stop < end, source[stop] != quote, source[stop] != Byte.greater { stop += 1 }
    let isClosed = stop < end && source[stop] == quote
    return (cursor + 1..<stop, isClosed ? stop + 1 : stop, isClosed)
  }

  private func skipSpace(_ from: Int) -> Int {
    var cursor = from
    while cursor < end, Byte.isSpace(source[cursor]) { cursor += 1 }
    return cursor
  }
}
