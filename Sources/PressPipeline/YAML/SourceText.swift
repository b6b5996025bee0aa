import PressStage

/// A file's bytes and where its lines start. A line ends at LF, CR LF or CR, as YAML 1.2 has it.
struct SourceText {
  /// Without a byte order mark.
  let bytes: [UInt8]
  /// The offset of each line's first byte; never empty.
  let lineStarts: [Int]

  init(_ file: [UInt8]) {
    let hasMark = file.starts(with: [0xEF, 0xBB, 0xBF])
    bytes = hasMark ? Array(file.dropFirst(3)) : file
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      for offset in bytes.indices {
        let byte = bytes[offset]
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { continue }
        starts.append(offset + 1)
      }
    }
    lineStarts = starts
  }

  /// The text of a line, from 1, without its end; nil for a line that there is not.
  func line(_ number: Int) -> String? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The place of a byte; the end of the file for one behind it. `known`: a place before it, from
  /// which to count where both stand in one line.
  func place(ofByte offset: Int, after known: (offset: Int, place: Place)? = nil) -> Place {
    let offset = min(max(0, offset), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    if let known, known.place.line == low + 1, known.offset <= offset {
      let column = known.place.column + scalarCount(known.offset..<offset)
      return Place(line: low + 1, column: column)
    }
    return Place(line: low + 1, column: 1 + scalarCount(lineStarts[low]..<offset))
  }

  /// The number of scalars in a range of bytes; a byte that is no part of one counts as one.
  func scalarCount(_ range: Range<Int>) -> Int {
    var count = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      offset += scalarLength(at: offset)
      count += 1
    }
    return count
  }

  /// The number of bytes of the scalar at an offset, 1 where there is none.
  func scalarLength(at offset: Int) -> Int {
    max(1, decodedScalar(at: offset)?.length ?? 1)
  }

  /// The scalar at an offset; nil where the bytes are not UTF-8 (RFC 3629: shortest form, no
  /// surrogates, none above U+10FFFF).
  func decodedScalar(at offset: Int) -> (value: UInt32, length: Int)? {
    let first = bytes[offset]
    let length: Int
    var value: UInt32
    switch first {
    case 0..<0x80: return (UInt32(first), 1)
    case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(first & 0x07))
    default: return nil
    }
    guard offset + length <= bytes.count else { return nil }
    for next in bytes[(offset + 1)..<(offset + length)] {
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let smallest: [UInt32] = [0x80, 0x800, 0x1_0000]
    guard value >= smallest[length - 2], value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value)
    else { return nil }
    return (value, length)
  }
}
