/// The length of the well-formed UTF-8 sequence that begins with a byte above 0x7F at `position`,
/// or 0 where there is none (Unicode Standard, table 3-7).
@inline(__always)
func wellFormedLength(_ source: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int) -> Int {
  let lead = source[position]
  let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  guard lead >= 0xC2, lead <= 0xF4, end &- position >= length,
    secondRange(lead).contains(source[position &+ 1])
  else { return 0 }
  if length > 2, source[position &+ 2] & 0xC0 != 0x80 { return 0 }
  if length > 3, source[position &+ 3] & 0xC0 != 0x80 { return 0 }
  return length
}

/// How many bytes of an ill-formed sequence stand for one U+FFFD: its longest well-formed start
/// (WHATWG Encoding standard, section 8.1.1; Unicode's "maximal subpart").
func illFormedLength(_ source: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int) -> Int {
  let lead = source[position]
  guard lead >= 0xC2, lead <= 0xF4, position + 1 < end,
    secondRange(lead).contains(source[position + 1])
  else { return 1 }
  guard lead >= 0xF0, position + 2 < end, source[position + 2] & 0xC0 == 0x80 else {
    return 2
  }
  return 3
}

/// The bytes that may follow a lead byte.
@inline(__always)
private func secondRange(_ lead: UInt8) -> ClosedRange<UInt8> {
  switch lead {
  case 0xE0: 0xA0...0xBF
  case 0xED: 0x80...0x9F
  case 0xF0: 0x90...0xBF
  case 0xF4: 0x80...0x8F
  default: 0x80...0xBF
  }
}

/// What a tree must know of its source before it is read.
struct SourceSurvey {
  var hasNUL = false
  var isWellFormed = true

  init(_ source: UnsafeBufferPointer<UInt8>) {
    hasNUL = find(Byte.nul, source, 0, source.count) < source.count
    let raw = UnsafeRawBufferPointer(source)
    var position = 0
    while position < source.count {
      // Sixteen bytes at a time while they are ASCII.
      while position &+ 16 <= source.count {
        let first = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        let second = raw.loadUnaligned(fromByteOffset: position &+ 8, as: UInt64.self)
        if (first | second) & 0x8080_8080_8080_8080 != 0 { break }
        position &+= 16
      }
      while position < source.count, source[position] < 0x80 { position &+= 1 }
      while position < source.count, source[position] >= 0x80 {
        let length = wellFormedLength(source, position, source.count)
        if length == 0 {
          isWellFormed = false
          return
        }
        position &+= length
      }
    }
  }
}
