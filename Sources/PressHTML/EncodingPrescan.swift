/// "Prescan a byte stream to determine its encoding" (HTML standard, section 13.2.3.2).
///
/// A method that gives nil has run out of bytes, which ends the prescan.
struct EncodingPrescan {
  private let bytes: ArraySlice<UInt8>
  private var position = 0

  /// What the page's first 1,024 bytes say of its encoding.
  static func encoding(of bytes: [UInt8]) -> HTMLEncoding? {
    if bytes.starts(with: [0x3C, 0, 0x3F, 0, 0x78, 0]) { return .utf16LE }
    if bytes.starts(with: [0, 0x3C, 0, 0x3F, 0, 0x78]) { return .utf16BE }
    var prescan = EncodingPrescan(bytes: bytes.prefix(1024))
    return prescan.scan() ?? EncodingPrescan(bytes: bytes.prefix(1024)).xmlEncoding()
  }

  private init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  private var byte: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private func byte(_ offset: Int) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  private mutating func scan() -> HTMLEncoding? {
    while let first = byte {
      if first == Byte.less {
        if byte(1) == Byte.bang, byte(2) == Byte.hyphen, byte(3) == Byte.hyphen {
          position += 4
          guard skipComment() != nil else { return nil }
        } else if isMeta() {
          position += 5
          guard let found = meta() else { return nil }
          if let encoding = found { return encoding }
        } else if let next = byte(1), Byte.isLetter(next) || isEndTag(next) {
          guard skipTag() != nil else { return nil }
        } else if let next = byte(1),
          next == Byte.bang || next == Byte.slash || next == Byte.question
        {
          guard skip(to: Byte.greater) != nil else { return nil }
        }
      }
      position += 1
    }
    return nil
  }

  private func isEndTag(_ next: UInt8) -> Bool {
    guard next == Byte.slash, let letter = byte(2) else { return false }
    return Byte.isLetter(letter)
  }

  private func isMeta() -> Bool {
    guard let after = byte(5), Byte.isSpace(after) || after == Byte.slash else { return false }
    return (1...4).allSatisfy { byte($0).map { $0 | 0x20 } == [0, 0x6D, 0x65, 0x74, 0x61][$0] }
  }

  /// Goes to the `>` of the first `-->`, whose hyphens may be those of `<!--`.
  private mutating func skipComment() -> Void? {
    while let current = byte {
      if current == Byte.greater, bytes[position - 1] == Byte.hyphen,
        bytes[position - 2] == Byte.hyphen
      {
        return ()
      }
      position += 1
    }
    return nil
  }

  private mutating func skip(to stop: UInt8) -> Void? {
    while let current = byte {
      if current == stop { return () }
      position += 1
    }
    return nil
  }

  private mutating func skipTag() -> Void? {
    while let current = byte, !Byte.isSpace(current), current != Byte.greater { position += 1 }
    while true {
      guard let attribute = nextAttribute() else { return nil }
      if attribute.name.isEmpty { return () }
    }
  }

  /// Reads the attributes of a `meta` tag: the encoding it names, or nil within.
  private mutating func meta() -> HTMLEncoding?? {
    var seen: Set<String> = []
    var gotPragma = false
    var needsPragma: Bool?
    var charset: HTMLEncoding?
    while true {
      guard let attribute = nextAttribute() else { return nil }
      if attribute.name.isEmpty { break }
      guard seen.insert(attribute.name).inserted else { continue }
      switch attribute.name {
      case "http-equiv":
        if attribute.value == "content-type" { gotPragma = true }
      case "content":
        if charset == nil, let label = Self.label(inContent: Array(attribute.value.utf8)),
          let encoding = HTMLEncoding(label: label)
        {
          charset = encoding
          needsPragma = true
        }
      case "charset":
        charset = HTMLEncoding(label: attribute.value)
        needsPragma = false
      default:
        break
      }
    }
    guard let needsPragma, let charset, gotPragma || !needsPragma else { return .some(nil) }
    return Self.asRead(charset)
  }

  /// No page that a prescan can read is in UTF-16, whatever it says.
  static func asRead(_ encoding: HTMLEncoding) -> HTMLEncoding {
    if encoding == .utf16LE || encoding == .utf16BE { return .utf8 }
    return encoding.name == "x-user-defined" ? .windows1252 : encoding
  }

  /// "Get an attribute": name and value in lower case; an empty name at the end of the tag.
  private mutating func nextAttribute() -> (name: String, value: String)? {
    while let current = byte, Byte.isSpace(current) || current == Byte.slash { position += 1 }
    guard let first = byte else { return nil }
    if first == Byte.greater { return ("", "") }
    var name: [UInt8] = []
    while true {
      guard let current = byte else { return nil }
      if current == Byte.equals, !name.isEmpty { break }
      if Byte.isSpace(current) {
        while let space = byte, Byte.isSpace(space) { position += 1 }
        guard let after = byte else { return nil }
        if after != Byte.equals { return (Self.string(name), "") }
        break
      }
      if current == Byte.slash || current == Byte.greater { return (Self.string(name), "") }
      name.append(Byte.lowered(current))
      position += 1
    }
    position += 1
    while let space = byte, Byte.isSpace(space) { position += 1 }
    guard let value = nextValue() else { return nil }
    return (Self.string(name), Self.string(value))
  }

  private mutating func nextValue() -> [UInt8]? {
    guard let first = byte else { return nil }
    var value: [UInt8] = []
    if first == Byte.quote || first == Byte.apostrophe {
      position += 1
      while let current = byte {
        position += 1
        if current == first { return value }
        value.append(Byte.lowered(current))
      }
      return nil
    }
    while let current = byte {
      if Byte.isSpace(current) || current == Byte.greater { return value }
      value.append(Byte.lowered(current))
      position += 1
    }
    return nil
  }

  private static func string(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// "Extract a character encoding from a meta element": the label behind `charset=`.
  static func label(inContent content: [UInt8]) -> String? {
    let word = Array("charset".utf8)
    var position = 0
    while position + word.count <= content.count {
      guard content[position..<position + word.count].elementsEqual(word) else {
        position += 1
        continue
      }
      position += word.count
      var rest = content[position...].drop(while: Byte.isSpace)
      guard rest.first == Byte.equals else { continue }
      rest = rest.dropFirst().drop(while: Byte.isSpace)
      guard let quote = rest.first else { return nil }
      if quote == Byte.quote || quote == Byte.apostrophe {
        guard let end = rest.dropFirst().firstIndex(of: quote) else { return nil }
        return string(Array(rest[rest.startIndex + 1..<end]))
      }
      return string(Array(rest.prefix { !Byte.isSpace($0) && $0 != Byte.semicolon }))
    }
    return nil
  }

  /// What an XML declaration says, for pages that were written as XHTML.
  private func xmlEncoding() -> HTMLEncoding? {
    guard bytes.starts(with: Array("<?xml".utf8)), let end = bytes.firstIndex(of: Byte.greater)
    else { return nil }
    let declaration = Array(bytes[..<end])
    let word = Array("encoding".utf8)
    guard declaration.count > word.count,
      let start = (0..<declaration.count - word.count).first(where: {
        declaration[$0..<$0 + word.count].elementsEqual(word)
      })
    else { return nil }
    var rest = declaration[(start + word.count)...].drop { $0 <= 0x20 }
    guard rest.first == Byte.equals else { return nil }
    rest = rest.dropFirst().drop { $0 <= 0x20 }
    guard let quote = rest.first, quote == Byte.quote || quote == Byte.apostrophe,
      let close = rest.dropFirst().firstIndex(of: quote)
    else { return nil }
    return HTMLEncoding(label: Self.string(Array(rest[rest.startIndex + 1..<close])))
      .map(Self.asRead)
  }
}
