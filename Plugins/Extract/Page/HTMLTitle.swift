/// Titles as elements of the head write them.
enum HTMLTitle {
  private static let separators = [
    " | ", " – ", " — ", " - ", " :: ", " · ", " » ", " « ", " • ", "|", " : ", ": ", " ~ ", " › ",
    " / ", " -- ",
  ].map { Array($0.utf8) }

  /// What is left of a title without the part before its first separator or behind its last, for
  /// each kind of separator.
  static func cuts(_ title: String) -> [(rest: String, off: String, isEnd: Bool)] {
    let bytes = Array(title.utf8)
    var cuts: [(rest: String, off: String, isEnd: Bool)] = []
    for separator in separators {
      let places = places(of: separator, in: bytes)
      guard (1...7).contains(places.count) else { continue }
      for (index, place) in places.enumerated() {
        let head = words(bytes[..<place])
        let tail = words(bytes[(place + separator.count)...])
        if head.isEmpty || tail.isEmpty { continue }
        cuts.append((head, tail, true))
        if index < 2 { cuts.append((tail, head, false)) }
      }
    }
    return cuts
  }

  private static func places(of separator: [UInt8], in title: [UInt8]) -> [Int] {
    var places: [Int] = []
    var offset = 0
    while offset + separator.count <= title.count {
      if title[offset] == separator[0], title[offset...].starts(with: separator) {
        places.append(offset)
        offset += separator.count
      } else {
        offset += 1
      }
    }
    return places
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> String {
    HTMLWords.spaced(String(decoding: bytes, as: UTF8.self))
  }
}
