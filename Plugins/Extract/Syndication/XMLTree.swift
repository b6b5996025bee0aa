/// An element of a feed, read tolerantly: names in lower case with their prefixes.
struct XMLElement {
  var name: String
  var attributes: [String: String]
  /// The words right below it, references and CDATA resolved.
  var text: [UInt8] = []
  var children: [XMLElement] = []
  /// Where its content stands in the file.
  var inner: Range<Int>

  /// The first child of one of some names, the first name first.
  func first(_ names: String...) -> XMLElement? {
    for name in names {
      if let child = children.first(where: { $0.name == name }) { return child }
    }
    return nil
  }

  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The words of all below it, white space in order; nil without any.
  var words: String? {
    let words = String(decoding: allText, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  private var allText: [UInt8] { children.reduce(text) { $0 + $1.allText } }
}

/// A small reader of XML in UTF-8 that takes what feeds hold: no document types, no entities but the
/// five and character references, bounded in depth and in elements. What is not well-formed is read
/// as far as it goes.
struct XMLTree {
  private static let depthLimit = 64
  private static let elementLimit = 200_000

  private let bytes: [UInt8]
  private var offset = 0
  private var stack: [XMLElement] = []
  private var count = 0
  private(set) var root: XMLElement?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while offset < bytes.count, root == nil, count < Self.elementLimit { step() }
    while root == nil, !stack.isEmpty { close(at: bytes.count) }
  }

  private mutating func step() {
    guard bytes[offset] == 0x3C else {
      let end = bytes[offset...].firstIndex(of: 0x3C) ?? bytes.count
      if !stack.isEmpty { stack[stack.count - 1].text += Self.resolved(bytes[offset..<end]) }
      offset = end
      return
    }
    if starts("<![CDATA[") {
      let end = find("]]>", from: offset + 9) ?? bytes.count
      if !stack.isEmpty { stack[stack.count - 1].text += bytes[(offset + 9)..<end] }
      offset = min(end + 3, bytes.count)
    } else if starts("<!--") {
      offset = min((find("-->", from: offset + 4) ?? bytes.count) + 3, bytes.count)
    } else if starts("<?") {
      offset = min((find("?>", from: offset) ?? bytes.count) + 2, bytes.count)
    } else if starts("<!") {
      offset = min((find(">", from: offset) ?? bytes.count) + 1, bytes.count)
    } else {
      tag()
    }
  }

  private mutating func tag() {
    let start = offset
    var end = offset + 1
    var quote: UInt8 = 0
    while end < bytes.count {
      let byte = bytes[end]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        break
      }
      end += 1
    }
    offset = min(end + 1, bytes.count)
    let isEnd = start + 1 < end && bytes[start + 1] == 0x2F
    let isEmpty = !isEnd && bytes[end - 1] == 0x2F
    let content = bytes[
      min(start + (isEnd ? 2 : 1), end)..<max(min(start + 1, end), end - (isEmpty ? 1 : 0))]
    let name = String(decoding: content.prefix { $0 > 0x20 && $0 != 0x2F }, as: UTF8.self)
      .lowercased()
    guard !name.isEmpty else { return }
    if isEnd {
      guard let open = stack.lastIndex(where: { $0.name == name }) else { return }
      while stack.count > open { close(at: start) }
      return
    }
    count += 1
    guard stack.count < Self.depthLimit else { return }
    stack.append(
      XMLElement(
        name: name, attributes: Self.attributes(content.drop { $0 > 0x20 }),
        inner: offset..<offset))
    if isEmpty { close(at: offset) }
  }

  private mutating func close(at end: Int) {
    guard var element = stack.popLast() else { return }
    element.inner = element.inner.lowerBound..<max(element.inner.lowerBound, end)
    if stack.isEmpty { root = element } else { stack[stack.count - 1].children.append(element) }
  }

  private static func attributes(_ content: ArraySlice<UInt8>) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = content.drop { $0 <= 0x20 }
    while let equals = rest.firstIndex(of: 0x3D), attributes.count < 64 {
      let name = rest[..<equals].filter { $0 > 0x20 }
      rest = rest[(equals + 1)...].drop { $0 <= 0x20 }
      guard let quote = rest.first, quote == 0x22 || quote == 0x27 else { break }
      let value = rest.dropFirst().prefix { $0 != quote }
      attributes[String(decoding: name, as: UTF8.self).lowercased()] = String(
        decoding: resolved(value), as: UTF8.self)
      rest = rest[value.endIndex...].dropFirst().drop { $0 <= 0x20 }
    }
    return attributes
  }

  /// The five entities and character references; others stay as they are.
  static func resolved(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(0x26) else { return Array(text) }
    var result: [UInt8] = []
    var offset = text.startIndex
    while offset < text.endIndex {
      guard text[offset] == 0x26,
        let end = text[offset...].prefix(12).firstIndex(of: 0x3B),
        let bytes = character(text[(offset + 1)..<end])
      else {
        result.append(text[offset])
        offset += 1
        continue
      }
      result += bytes
      offset = end + 1
    }
    return result
  }

  private static func character(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    let text = String(decoding: name, as: UTF8.self)
    switch text {
    case "amp": return [0x26]
    case "lt": return [0x3C]
    case "gt": return [0x3E]
    case "quot": return [0x22]
    case "apos": return [0x27]
    default: break
    }
    guard text.hasPrefix("#") else { return nil }
    let digits = text.dropFirst()
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, let scalar = Unicode.Scalar(value), value >= 0x20 || value == 9 || value == 10
    else { return nil }
    return Array(String(Character(scalar)).utf8)
  }

  private func starts(_ words: String) -> Bool { bytes[offset...].starts(with: words.utf8) }

  private func find(_ words: String, from start: Int) -> Int? {
    let words = Array(words.utf8)
    var place = min(start, bytes.count)
    while let next = bytes[place...].firstIndex(of: words[0]) {
      if bytes[next...].starts(with: words) { return next }
      place = next + 1
    }
    return nil
  }
}
