import PressModel

/// How well a reader suits some bytes.
public enum Suitability: Int, Comparable, Sendable {
  /// It cannot read them.
  case none
  /// It could, but a reader made for them would do better.
  case possible
  /// They look like what it reads.
  case likely
  /// They are what it reads, by a mark that nothing else bears.
  case certain

  public static func < (left: Suitability, right: Suitability) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The raw bytes of an item and what is known of them before they are read.
public struct RawBytes: Sendable {
  public let bytes: [UInt8]
  public let mediaType: String
  public let path: String?
  public let url: String?
  /// The label of the characters' encoding that came with the bytes; most come without one.
  public let charset: String?

  public init(
    _ bytes: [UInt8], mediaType: String, path: String? = nil, url: String? = nil,
    charset: String? = nil
  ) {
    self.bytes = bytes
    self.mediaType = mediaType
    self.path = path
    self.url = url
    self.charset = charset
  }
}

/// Turns raw bytes into a document: canonical text, blocks, and the metadata that the form itself
/// gives. In a pipeline the first reader listed that suits the bytes at all takes them;
/// `presswork read` takes the one that suits them best.
public protocol Reader: Stage {
  func suitability(of raw: RawBytes) -> Suitability

  /// Throws `StageError` for bytes that hold no document.
  func read(_ raw: RawBytes, into document: inout DocumentBuilder) throws
}

/// What a reader may see of the outside. The engine implements it.
public struct ReaderContext: Sendable {
  /// The words of a PDF with their places, as poppler's `pdftotext -bbox-layout` writes them: XHTML
  /// of pages, flows, blocks, lines and words in the order of reading. Throws `StageError`.
  public var pdfLayout: @Sendable (_ pdf: [UInt8]) throws -> [UInt8]

  public init(pdfLayout: @escaping @Sendable ([UInt8]) throws -> [UInt8]) {
    self.pdfLayout = pdfLayout
  }

  /// Where there is no outside.
  public static let none = ReaderContext { _ in throw StageError("no program can be run here") }
}
