/// Control characters count as white space: no text is meant to show them.
@inline(__always)
func isASCIISpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F }

/// The number of bytes of the white space character at an offset; 0 where there is none. Covers the
/// characters with the property White_Space in Unicode 15 (PropList.txt) and ASCII's controls.
@inline(__always)
func spaceLength(_ bytes: [UInt8], at offset: Int, end: Int) -> Int {
  let byte = bytes[offset]
  if byte < 0x80 { return isASCIISpace(byte) ? 1 : 0 }
  if byte == 0xC2 {
    return offset + 1 < end && (bytes[offset + 1] == 0xA0 || bytes[offset + 1] == 0x85) ? 2 : 0
  }
  guard byte >= 0xE1, byte <= 0xE3, offset + 2 < end else { return 0 }
  switch (byte, bytes[offset + 1], bytes[offset + 2]) {
  case (0xE1, 0x9A, 0x80): return 3
  case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF):
    return 3
  case (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): return 3
  default: return 0
  }
}

/// The number of bytes of a character that marks a place and shows nothing (zero width space, byte
/// order mark); 0 for others.
@inline(__always)
func zeroWidthLength(_ bytes: [UInt8], at offset: Int, end: Int) -> Int {
  let byte = bytes[offset]
  guard byte == 0xE2 || byte == 0xEF, offset + 2 < end else { return 0 }
  switch (byte, bytes[offset + 1], bytes[offset + 2]) {
  case (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): return 3
  default: return 0
  }
}

/// The length of the UTF-8 sequence at an offset (Unicode 15, table 3-7); where it is ill-formed,
/// the number of bytes to replace, negated.
@inline(__always)
func sequenceLength(_ bytes: [UInt8], at offset: Int, end: Int) -> Int {
  let lead = bytes[offset]
  if lead < 0x80 { return 1 }
  let length: Int
  var low: UInt8 = 0x80
  var high: UInt8 = 0xBF
  switch lead {
  case 0xC2...0xDF: length = 2
  case 0xE0: (length, low) = (3, 0xA0)
  case 0xED: (length, high) = (3, 0x9F)
  case 0xE1...0xEF: length = 3
  case 0xF0: (length, low) = (4, 0x90)
  case 0xF4: (length, high) = (4, 0x8F)
  case 0xF1...0xF3: length = 4
  default: return -1
  }
  var index = 1
  while index < length {
    guard offset + index < end else { return -index }
    let byte = bytes[offset + index]
    guard byte >= low, byte <= high else { return -index }
    (low, high) = (0x80, 0xBF)
    index += 1
  }
  return length
}
