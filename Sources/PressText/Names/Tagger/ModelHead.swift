/// The first line of a compiled-in model: words and numbers, "presswork name-weights version=1", in
/// 128 bytes that end in spaces and a line feed.
package struct ModelHead: Sendable {
  package static let size = 128

  private var values: [String: Int] = [:]

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    for part in bytes.prefix(ModelHead.size).split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      guard let mark = part.firstIndex(of: 0x3D) else { continue }
      let name = String(decoding: part[..<mark], as: UTF8.self)
      values[name] = Int(String(decoding: part[(mark + 1)...], as: UTF8.self))
    }
  }

  package subscript(name: String) -> Int? { values[name] }

  /// The bytes of a head.
  package static func bytes(_ line: String) -> [UInt8] {
    var bytes = Array(line.utf8.prefix(size - 1))
    bytes += [UInt8](repeating: 0x20, count: size - 1 - bytes.count)
    return bytes + [0x0A]
  }
}
