internal import CPressTables

/// The weights of the trained tagger, made by BuildTools/NameWeights and read in place.
///
/// The file is a head of 128 bytes, one byte for each pair of labels that follow each other, and one
/// byte a label for each row of features. A byte b stands for the weight b·|b|, so that large weights
/// keep their range and small ones their detail; `scale` such units are one unit of log-odds.
package struct NameModel: Sendable {
  package static let version = 1
  package static let shared = NameModel()

  /// Nil where the file is of another version or other features than this code.
  nonisolated(unsafe) let rows: UnsafePointer<Int8>?
  /// The weights of pairs of labels.
  let pairs: [Int32]
  let scale: Int32

  private init() {
    let table = press_table_named("name-weights")
    self.init(UnsafeBufferPointer(start: table.bytes, count: table.size))
  }

  /// - Parameter bytes: of a model's file; they must live as long as the model.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let head = ModelHead(bytes)
    let labels = NameLabel.count
    let start = ModelHead.size + labels * labels
    let isWhole =
      head["version"] == NameModel.version && head["features"] == NameFeatures.version
      && head["rows"] == NameFeatures.rows && head["labels"] == labels
      && bytes.count == start + NameFeatures.rows * labels
    guard isWhole, let base = bytes.baseAddress else {
      rows = nil
      pairs = []
      scale = 1
      return
    }
    rows = UnsafeRawPointer(base + start).assumingMemoryBound(to: Int8.self)
    pairs = bytes[ModelHead.size..<start].map { NameModel.weight(Int8(bitPattern: $0)) }
    scale = Int32(head["scale"] ?? 1)
  }

  @inline(__always)
  package static func weight(_ byte: Int8) -> Int32 { Int32(byte) &* Int32(byte.magnitude) }
}
