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

  /// The same where the site's address stands before or behind a title with nothing between:
  /// "harbour.example Bridge Closed".
  static func cuts(
    _ title: String, domain: String
  ) -> [(rest: String, off: String, isEnd: Bool)] {
    guard !domain.isEmpty else { return [] }
    if title.hasPrefix(domain + " ") {
      return [(String(title.dropFirst(domain.count + 1)), domain, false)]
    }
    if title.hasSuffix(" " + domain) {
      return [(String(title.dropLast(domain.count + 1)), domain, true)]
    }
    return []
  }

  /// Without the signs at its ends that systems of publishing put there: bars, bullets, stars, a dash
  /// behind, marks of a link to the heading, characters without width.
  static func bare(_ title: String) -> String {
    let isSign = { (scalar: Unicode.Scalar) in
      switch scalar {
      case "|", "•", "·", "⋆", "★", "☆", "¶", "🔗", " ", "\u{200B}", "\u{200E}", "\u{FEFF}": true
      default: false
      }
    }
    let isDash = { (scalar: Unicode.Scalar) in
      scalar.properties.generalCategory == .dashPunctuation
    }
    let scalars = title.unicodeScalars
    guard let first = scalars.first, let last = scalars.last,
      isSign(first) || isSign(last) || isDash(last),
      let start = scalars.firstIndex(where: { !isSign($0) }),
      let end = scalars.lastIndex(where: { !isSign($0) && !isDash($0) }), start <= end
    else { return title }
    return String(scalars[start...end])
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
