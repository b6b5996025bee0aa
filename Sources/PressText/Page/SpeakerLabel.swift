public import PressModel

/// The label at the start of a speaker's turn in a transcript: "MS. SMITH:", "QUESTION:", "Q   ".
public enum SpeakerLabel {
  /// Whether a line starts with one: capitals and a colon within six words, or a `Q` that wide
  /// white space or a colon follows.
  public static func starts(_ line: Span, in bytes: [UInt8]) -> Bool {
    guard line.count >= 3 else { return false }
    var offset = line.start
    if bytes[offset] == 0x51 || bytes[offset] == 0x41, isQuestion(line, in: bytes) { return true }
    var letters = 0
    var words = 1
    while offset < line.end, offset - line.start <= 60 {
      let byte = bytes[offset]
      switch byte {
      case 0x41...0x5A: letters += 1
      case 0x3A: return letters >= 2 && words <= 6
      case 0x20:
        words += 1
      case 0x2E, 0x27, 0x2D, 0x2C: break
      case 0x80...: break
      default:
        // "McCORMACK:" and the like.
        guard byte == 0x63 || byte == 0x61, offset > line.start,
          bytes[offset - 1] == 0x4D || bytes[offset - 1] == 0x61
        else { return false }
      }
      offset += 1
    }
    return false
  }

  private static func isQuestion(_ line: Span, in bytes: [UInt8]) -> Bool {
    let next = bytes[line.start + 1]
    if next == 0x3A || next == 0x2E { return bytes[line.start + 2] <= 0x20 }
    if next == 0xC2 { return bytes[line.start + 2] == 0xA0 }
    return next == 0x09
      || (next == 0x20 && (bytes[line.start + 2] == 0x20 || bytes[line.start + 2] == 0xC2))
  }
}
