/// A character encoding of the WHATWG Encoding standard.
public struct HTMLEncoding: Hashable, Sendable {
  /// The standard's name in lower case, as `utf-8`, `windows-1252` or `shift_jis`.
  public let name: String

  private init(name: String) {
    self.name = name
  }

  public static let utf8 = HTMLEncoding(name: "utf-8")
  public static let utf16LE = HTMLEncoding(name: "utf-16le")
  public static let utf16BE = HTMLEncoding(name: "utf-16be")
  public static let windows1252 = HTMLEncoding(name: "windows-1252")

  /// The encoding that a label means ("get an encoding", section 4.2), in any case of letters and
  /// with white space around it; nil where no encoding has it.
  public init?(label: String) {
    var bytes = Array(label.utf8)[...]
    while let byte = bytes.first, Byte.isSpace(byte) { bytes.removeFirst() }
    while let byte = bytes.last, Byte.isSpace(byte) { bytes.removeLast() }
    let key = String(decoding: bytes.map { Byte.lowered($0) }, as: UTF8.self)
    guard let name = Self.names[key] else { return nil }
    self.name = name
  }

  /// Encodings by label.
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for (name, labels) in NamedLists(EncodingLabels.text) {
      for label in labels { names[label] = name }
    }
    return names
  }()

  /// The encoding of a page (HTML standard, section 13.2.3): its byte order mark, else what the
  /// transport layer said, else what a `meta` tag in its first 1,024 bytes says, else what one
  /// further on says ("changing the encoding while parsing"), else windows-1252.
  ///
  /// - Parameters:
  ///   - charset: the label that came with the page, as in a Content-Type header.
  ///   - detectsUTF8: take a page that says nothing for UTF-8 where all of it is well-formed. The
  ///     standard allows guesses at this point; this one is all but never wrong.
  public static func sniff(
    _ bytes: [UInt8], charset: String? = nil, detectsUTF8: Bool = false
  ) -> HTMLEncoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BE }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LE }
    if let charset, let encoding = HTMLEncoding(label: charset) { return encoding }
    if let encoding = EncodingPrescan.encoding(of: bytes) { return encoding }
    if let encoding = LateMeta.encoding(of: bytes) { return encoding }
    if detectsUTF8, bytes.withUnsafeBufferPointer({ SourceSurvey($0).isWellFormed }) {
      return .utf8
    }
    return .windows1252
  }
}

/// Lists under names: lines of words, a word that ends in `:` before each list.
struct NamedLists: Sequence {
  private let lists: [(String, [String])]

  init(_ text: StaticString) {
    var lists: [(String, [String])] = []
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    // A label may hold a colon (`iso_8859-1:1987`), but only a name ends in one.
    for word in bytes.split(whereSeparator: { Byte.isSpace($0) }) {
      if word.last == 0x3A {
        lists.append((String(decoding: word.dropLast(), as: UTF8.self), []))
      } else if !lists.isEmpty {
        lists[lists.count - 1].1.append(String(decoding: word, as: UTF8.self))
      }
    }
    self.lists = lists
  }

  func makeIterator() -> IndexingIterator<[(String, [String])]> { lists.makeIterator() }
}
