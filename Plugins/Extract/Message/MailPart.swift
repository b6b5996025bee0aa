import PressHTML
import PressModel
import PressStage
import PressText

/// A part of a message (RFC 2045, 2046): its headers, and its body as a stretch of the file.
struct MailPart {
  var fields: HeaderFields
  var body: Range<Int>
  var children: [MailPart] = []

  private static let depthLimit = 10
  private static let partLimit = 500

  /// Nil for bytes without headers.
  init?(_ file: [UInt8]) {
    var count = 0
    self.init(file, file.indices, depth: 0, count: &count)
  }

  private init?(_ file: [UInt8], _ range: Range<Int>, depth: Int, count: inout Int) {
    // A part without headers starts with an empty line.
    guard let (fields, end) = HeaderFields.read(file, from: range.lowerBound),
      end <= range.upperBound
    else { return nil }
    self.fields = fields
    body = end..<range.upperBound
    count += 1
    guard mediaType.hasPrefix("multipart/"),
      let boundary = parameter("boundary", of: "content-type"),
      !boundary.isEmpty, depth < Self.depthLimit
    else { return }
    for part in Self.parts(file, body, Array("--\(boundary)".utf8)) where count < Self.partLimit {
      if let child = MailPart(file, part, depth: depth + 1, count: &count) {
        children.append(child)
      }
    }
  }

  /// The stretches between lines of a boundary.
  private static func parts(_ file: [UInt8], _ body: Range<Int>, _ mark: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var open: Int?
    var line = body.lowerBound
    while line < body.upperBound {
      let end = file[line..<body.upperBound].firstIndex(of: 0x0A) ?? body.upperBound
      if file[line..<end].starts(with: mark) {
        let rest = file[(line + mark.count)..<end]
        let isLast = rest.starts(with: [0x2D, 0x2D])
        if isLast || rest.allSatisfy({ $0 <= 0x20 }) {
          if let open {
            // The line end before a boundary belongs to it.
            var stop = line
            if stop > open, file[stop - 1] == 0x0A { stop -= 1 }
            if stop > open, file[stop - 1] == 0x0D { stop -= 1 }
            parts.append(open..<stop)
          }
          open = isLast ? nil : min(end + 1, body.upperBound)
          if isLast { return parts }
        }
      }
      line = end + 1
    }
    if let open { parts.append(open..<body.upperBound) }
    return parts
  }

  /// In lower case; `text/plain` where nothing is said.
  var mediaType: String {
    guard let value = fields["content-type"] else { return "text/plain" }
    return WebAnswer.parts(ofContentType: value).mediaType ?? "text/plain"
  }

  /// A parameter of a header, without quotation marks; in the form of RFC 2231, where it has that.
  func parameter(_ name: String, of header: String) -> String? {
    guard let value = fields[header] else { return nil }
    for part in value.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map { word in
        String(word.drop { $0 == " " || $0 == "\t" })
      }
      guard pair.count == 2 else { continue }
      let key = pair[0].lowercased().prefix { $0 != " " }
      guard key == name || key == "\(name)*" else { continue }
      let value =
        pair[1].hasPrefix("\"")
        ? String(pair[1].dropFirst().prefix { $0 != "\"" }) : String(pair[1].prefix { $0 != " " })
      return key == name ? value : Self.extended(value)
    }
    return nil
  }

  /// "utf-8'en'Fact%20sheet.pdf" (RFC 2231, section 4).
  private static func extended(_ value: String) -> String {
    let fields = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard fields.count == 3, let encoding = HTMLEncoding(label: String(fields[0])) else {
      return value
    }
    var bytes: [UInt8] = []
    var rest = Array(fields[2].utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == 0x25, rest.count >= 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    let text = (try? encoding.decode(bytes).utf8) ?? bytes
    return String(decoding: text, as: UTF8.self)
  }

  /// The name that a part goes by as a file; nil for one that is to be read in its place.
  var attachment: String? {
    let name =
      parameter("filename", of: "content-disposition")
      ?? parameter("name", of: "content-type")
    let isAttached =
      fields["content-disposition"]?.lowercased().hasPrefix("attachment") == true
      || !["text/plain", "text/html"].contains(mediaType)
    guard isAttached, children.isEmpty, !mediaType.hasPrefix("multipart/") else { return nil }
    return name.map(MailText.decoded(header:)) ?? "a part without a name"
  }

  /// This part and all below it, in order.
  var all: [MailPart] { [self] + children.flatMap(\.all) }

  /// The part that holds the message's words: of alternatives the plain text, where it is no stub.
  func text(in file: [UInt8]) -> MailPart? {
    if children.isEmpty {
      return attachment == nil && !body.isEmpty && mediaType.hasPrefix("text/") ? self : nil
    }
    let found = children.compactMap { $0.text(in: file) }
    guard mediaType == "multipart/alternative" else { return found.first }
    let plain = found.first { $0.mediaType == "text/plain" }
    let html = found.first { $0.mediaType == "text/html" }
    if let plain, let html { return plain.body.count * 12 >= html.body.count ? plain : html }
    return plain ?? html ?? found.first
  }
}

/// The words of mail, decoded.
enum MailText {
  /// A header's value with its encoded words resolved, white space in order.
  static func decoded(header: String) -> String {
    var bytes: [UInt8] = []
    for word in TransferCoding.words(ofHeader: header) {
      let encoding = word.charset.flatMap { HTMLEncoding(label: $0) }
      bytes += encoding.flatMap { try? $0.decode(word.bytes).utf8 } ?? word.bytes
    }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// The body of a part without its transfer coding.
  static func uncoded(_ part: MailPart, of file: [UInt8]) -> DerivedSource {
    var uncoded = DerivedSource()
    let body = file[part.body]
    let coding = (part.fields["content-transfer-encoding"] ?? "7bit").lowercased()
    if coding.hasPrefix("quoted-printable") {
      TransferCoding.quotedPrintable(body) { byte, range in
        uncoded.append(
          CollectionOfOne(byte), from: Span(range), isVerbatim: range.count == 1)
      }
    } else if coding.hasPrefix("base64") {
      TransferCoding.base64(body) { bytes, range in
        uncoded.append(bytes, from: Span(range), isVerbatim: false)
      }
    } else {
      uncoded.append(body, from: Span(part.body), isVerbatim: true)
    }
    return uncoded
  }

  /// The body of a part in UTF-8, and the encoding that it is in. Throws `StageError`.
  static func decoded(
    _ part: MailPart, of file: [UInt8]
  ) throws -> (text: DerivedSource, encoding: HTMLEncoding) {
    let uncoded = uncoded(part, of: file)
    let label = part.parameter("charset", of: "content-type")
    let isHTML = part.mediaType == "text/html"
    let encoding =
      label.flatMap { HTMLEncoding(label: $0) }
      ?? (isHTML ? HTMLEncoding.sniff(uncoded.bytes, detectsUTF8: true) : .utf8)
    // ASCII is windows-1252 to the web; in mail it mostly is UTF-8 that nobody declared.
    let isASCII = label?.lowercased().hasSuffix("ascii") == true
    guard encoding != .utf8, !isASCII else { return (uncoded, .utf8) }
    guard let text = try? encoding.decode(uncoded.bytes) else {
      throw StageError("the message's encoding '\(encoding.name)' is unknown to this system")
    }
    var result = DerivedSource()
    var offset = 0
    while offset < text.utf8.count {
      var end = offset + 1
      let isPlain = text.utf8[offset] < 0x80
      while end < text.utf8.count, text.utf8[end] & 0xC0 == 0x80 { end += 1 }
      let range = text.offsets.originalRange(of: offset..<end)
      let span = uncoded.source(of: Span(range))
      let isSame = isPlain && span.count == 1 && file[span.start] == text.utf8[offset]
      result.append(text.utf8[offset..<end], from: span, isVerbatim: isSame)
      offset = end
    }
    return (result, encoding)
  }

  /// Text of which lines that end in a space go on in the next (RFC 3676).
  static func unflowed(_ text: DerivedSource, deletesSpace: Bool) -> DerivedSource {
    var result = DerivedSource()
    let bytes = text.bytes
    var line = 0
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
      var stop = end
      if stop > line, bytes[stop - 1] == 0x0D { stop -= 1 }
      // A space at the start was stuffed.
      let start = line < stop && bytes[line] == 0x20 ? line + 1 : line
      let isSignature = bytes[start..<stop].elementsEqual("-- ".utf8)
      let isSoft = stop > start && bytes[stop - 1] == 0x20 && !isSignature
      let last = isSoft ? (deletesSpace ? stop - 1 : stop) : min(end + 1, bytes.count)
      for offset in start..<max(start, last) {
        let span = text.source(of: Span(offset, offset + 1))
        result.append(CollectionOfOne(bytes[offset]), from: span, isVerbatim: span.count == 1)
      }
      line = end + 1
    }
    return result
  }
}
