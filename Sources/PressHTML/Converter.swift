#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A converter of the system's iconv, for the encodings whose tables are too large to carry.
///
/// Characters are converted one by one, because only so can each be mapped to its own bytes; what
/// two bytes mean is remembered. The tables are the system's and differ from the standard's in a
/// few rare characters.
final class Converter {
  private let handle: iconv_t
  /// The encoding has states, so the same bytes may mean different things.
  private let hasStates: Bool
  /// What a pair of bytes means: its UTF-8, lowest byte first; 0 for not known yet.
  private var pairs: ContiguousArray<UInt64>

  /// Nil where the system has no converter from that encoding.
  init?(_ name: String) {
    let systemName: String
    switch name {
    case "gbk", "gb18030": systemName = "GB18030"
    case "big5": systemName = "BIG5-HKSCS"
    case "euc-jp": systemName = "EUC-JP"
    case "iso-2022-jp": systemName = "ISO-2022-JP"
    case "shift_jis": systemName = "CP932"
    case "euc-kr": systemName = "CP949"
    default: return nil
    }
    guard let handle = iconv_open("UTF-8", systemName), handle != iconv_t(bitPattern: -1) else {
      return nil
    }
    self.handle = handle
    hasStates = name == "iso-2022-jp"
    pairs = hasStates ? [] : ContiguousArray(repeating: 0, count: 65_536)
  }

  deinit {
    iconv_close(handle)
  }

  func decode(_ bytes: [UInt8]) -> HTMLDecodedText {
    var text = HTMLDecodedText()
    text.reserve(bytes.count + bytes.count / 2)
    var input = bytes
    input.withUnsafeMutableBufferPointer { source in
      var position = 0
      while position < source.count, !text.isFull {
        let start = position
        if !hasStates {
          while position < source.count, source[position] < 0x80 { position += 1 }
          if position > start {
            text.append(ascii: UnsafeBufferPointer(source), start..<position)
            continue
          }
          if let known = knownPair(source, position) {
            text.append(utf8: known[...], from: position, length: 2)
            position += 2
            continue
          }
        }
        position += convert(source, position, &text)
      }
    }
    return text
  }

  private func knownPair(
    _ source: UnsafeMutableBufferPointer<UInt8>, _ position: Int
  ) -> [UInt8]? {
    guard position + 1 < source.count else { return nil }
    var packed = pairs[Int(source[position]) << 8 | Int(source[position + 1])]
    guard packed != 0 else { return nil }
    var bytes: [UInt8] = []
    while packed != 0 {
      bytes.append(UInt8(truncatingIfNeeded: packed))
      packed >>= 8
    }
    return bytes
  }

  /// Converts the character at `position`; gives the number of its bytes.
  private func convert(
    _ source: UnsafeMutableBufferPointer<UInt8>, _ position: Int, _ text: inout HTMLDecodedText
  ) -> Int {
    // An escape of ISO-2022-JP has up to four bytes and is followed by a character.
    let longest = min(hasStates ? 8 : 4, source.count - position)
    for length in 1...max(1, longest) {
      guard let output = attempt(source, position, length) else { continue }
      guard !output.isEmpty else {
        // An escape alone, or a byte that means nothing.
        if hasStates, source[position] == 0x1B { return length }
        text.append(0xFFFD, from: position, length: 1)
        return 1
      }
      text.append(utf8: output[...], from: position, length: length)
      if length == 2, !hasStates, output.count <= 8 {
        let key = Int(source[position]) << 8 | Int(source[position + 1])
        pairs[key] = output.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      }
      return length
    }
    text.append(0xFFFD, from: position, length: 1)
    return 1
  }

  /// The UTF-8 of `length` bytes, empty where they are ill-formed, nil where they are only the
  /// beginning of a character.
  private func attempt(
    _ source: UnsafeMutableBufferPointer<UInt8>, _ position: Int, _ length: Int
  ) -> [UInt8]? {
    guard let base = source.baseAddress else { return [] }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { output in
      var input: UnsafeMutablePointer<CChar>? =
        UnsafeMutableRawPointer(base + position).assumingMemoryBound(to: CChar.self)
      var inputLeft = length
      var target = output.baseAddress
      var room = output.count
      let result = iconv(handle, &input, &inputLeft, &target, &room)
      let failure = result == Int.max || result == -1 ? errno : 0
      if result == -1, failure == EINVAL { return nil }
      // Big5's converter holds back letters that may take an accent: this lets them go.
      if !hasStates { _ = iconv(handle, nil, nil, &target, &room) }
      if result == -1 { return [] }
      return output.prefix(output.count - room).map { UInt8(bitPattern: $0) }
    }
  }
}
