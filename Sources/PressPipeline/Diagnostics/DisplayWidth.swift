/// A text with what would disturb a terminal made visible: control characters as their pictures
/// (U+2400), characters that turn the direction of writing as U+FFFD.
public func visible(_ text: String) -> String { visible(text.unicodeScalars) }

func visible(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var result = String.UnicodeScalarView()
  for scalar in scalars {
    switch scalar.value {
    case 0x09: result.append(scalar)
    case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: result.append("\u{2421}")
    case 0x80..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// The columns that a text takes on a terminal.
public func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + displayWidth($1) }
}

/// The columns that a scalar takes on a terminal: 0 for a mark on the one before it, 2 for wide
/// East Asian characters and emoji (UAX #11, wide and full width), else 1.
func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  guard value >= 0x300 else { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return 0
  default: break
  }
  switch value {
  case 0x200B...0x200D, 0x2060: return 0
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}
