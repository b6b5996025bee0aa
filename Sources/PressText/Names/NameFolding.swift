/// Brings the words of a name into the form in which names of several documents are compared: small
/// letters without marks, no stops and apostrophes, hyphens kept.
enum NameFolding {
  private static let bases: [UInt32: [UInt8]] = {
    var bases: [UInt32: [UInt8]] = [:]
    for row in Table("letter-bases").rows where row.count > 1 {
      let plain = Array(row[0].utf8)
      for letter in row[1].unicodeScalars where letter != ";" { bases[letter.value] = plain }
    }
    return bases
  }()

  /// The words of a name. A stop between two letters parts them: "J.R." is two words.
  static func words(_ name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func finish() {
      while word.last == 0x2D { word.removeLast() }
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: word.append(UInt8(scalar.value) | 0x20)
      case 0x61...0x7A, 0x30...0x39: word.append(UInt8(scalar.value))
      case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x02BC, 0x300...0x36F, 0xAD: break
      case 0x2D, 0x2010, 0x2011: if !word.isEmpty { word.append(0x2D) }
      case 0x26:
        finish()
        words.append("and")
      case 0..<0x80, 0xA0, 0x2000...0x206F: finish()
      default:
        if let plain = bases[scalar.value] {
          word += plain
        } else {
          word += Array(String(scalar).utf8)
        }
      }
    }
    finish()
    return words
  }
}

/// The words of a name as names are compared: small, without marks on letters and stops.
public enum NameWordList {
  public static func words(of name: String) -> [String] { NameFolding.words(name) }
}
