internal import CPlatform

/// What tells this build of the program from every other: results that another build made are not
/// taken for this one's.
enum BuildMark {
  /// The linker's build identifier in hexadecimal; empty where the linker left none.
  static let text: String = {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = press_build_id(&bytes, bytes.count)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.prefix(max(0, Int(count))).flatMap {
        [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
      }, as: UTF8.self)
  }()
}
