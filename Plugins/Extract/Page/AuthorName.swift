import PressText

/// Names in a byline: "By Jane Roe and John Doe | 3 May 2019".
enum AuthorName {
  typealias Bytes = ArraySlice<UInt8>

  /// Words of bodies that sign where no person does.
  static let teams: Set<String> = [
    "staff", "team", "editor", "editors", "editorial", "admin", "administrator", "contributor",
    "contributors", "desk", "newsroom", "news", "press", "office", "blog", "inc", "inc.", "llc",
    "ltd", "group", "university", "department", "association", "agency", "society", "foundation",
    "institute", "marketing", "guest", "magazine", "clinic", "health", "media", "services",
  ]

  /// The names of a line, and the label that opens it. A field is all names: "Center for Research"
  /// is one, where a line goes on with "for the Daily News". A sorted field is one name that may
  /// open with the surname: "Roe, Jane".
  static func split(
    _ text: String, isField: Bool, isSorted: Bool = false
  ) -> (names: [String], label: AuthorCandidates.Feature?) {
    let line = Array(text.utf8)[...]
    let halves = isSorted ? line.split(separator: 0x2C).map(trimmed) : []
    if halves.count == 2, halves.allSatisfy({ name($0) != nil || $0.count < 3 }) {
      return ([text], nil)
    }
    let opening = opening(of: line)
    let words = line[(opening?.end ?? afterMarks(line))...]
    var names: [String] = []
    let parts = parts(of: words, isField: isField)
    for part in parts {
      guard let name = name(part) else {
        // "Jane Roe, Editor": what follows a name on its line may be a role.
        if names.isEmpty, parts.count > 1 { continue }
        break
      }
      if !names.contains(name) { names.append(name) }
      if names.count == 8 { break }
    }
    return (names, opening?.label)
  }

  /// The kind of label that opens a line: "By Jane Roe", "Written by:".
  static func label(of line: Bytes) -> AuthorCandidates.Feature? { opening(of: line)?.label }

  /// The kind of label that a line is and nothing else.
  static func label(only line: Bytes) -> AuthorCandidates.Feature? {
    guard line.count <= 30, let opening = opening(of: line) else { return nil }
    return opening.end == line.endIndex ? opening.label : nil
  }

  /// The label that opens a line, of at most four words up to "by" or a colon, and where it ends.
  private static func opening(of line: Bytes) -> (label: AuthorCandidates.Feature, end: Int)? {
    let start = afterMarks(line)
    var place = start
    for count in 0..<4 {
      var end = place
      while end < line.endIndex, isWordByte(line[end]) { end += 1 }
      guard end > place else { return nil }
      let word = line[place..<end]
      // "Author(s)".
      if line[end...].starts(with: "(s)".utf8) { end += 3 }
      let isLast = end == line.endIndex
      guard isLast || line[end] == 0x20 || line[end] == 0x3A else { return nil }
      let isBy =
        word.count == 2 && word.first.map { $0 | 0x20 } == 0x62 && word.last == 0x79
        || word.elementsEqual("BY".utf8)
      if isBy || isLast && count == 0 || !isLast && line[end] == 0x3A {
        guard isBy || word.count <= 7 && labels.contains(small(word)) else { return nil }
        let label: AuthorCandidates.Feature =
          !isBy
          ? .labelWritten
          : isReview(small(line[start..<place]))
            ? .labelReviewed : count == 0 ? .labelBy : .labelWritten
        while end < line.endIndex, line[end] == 0x3A || line[end] <= 0x20 { end += 1 }
        return (label, end)
      }
      place = end
      while place < line.endIndex, line[place] == 0x20 { place += 1 }
    }
    return nil
  }

  private static func isReview(_ words: String) -> Bool {
    ["review", "fact", "check", "photo", "edited"].contains { HTMLWords.holds(words, $0) }
  }

  /// Behind the marks and spaces that open a line.
  private static func afterMarks(_ line: Bytes) -> Int {
    var place = line.startIndex
    while place < line.endIndex {
      let byte = line[place]
      if byte <= 0x20 || byte == 0x7C || byte == 0x2D {
        place += 1
      } else if byte == 0xE2 || byte == 0xC2, let mark = mark(line, place) {
        place += mark
      } else {
        break
      }
    }
    return place
  }

  /// The number of bytes of a bullet, a dash, a middle dot or a fixed space.
  private static func mark(_ line: Bytes, _ place: Int) -> Int? {
    for mark in openingMarks where line[place...].starts(with: mark) { return mark.count }
    return nil
  }

  private static let openingMarks = ["•", "·", "–", "—", "\u{A0}"].map { Array($0.utf8) }

  private static let labels: Set<String> = [
    "author", "authors", "text", "words", "writer", "byline", "story", "from", "autor", "auteur",
  ]

  private static func small(_ word: Bytes) -> String {
    String(decoding: word, as: UTF8.self).lowercased()
  }

  /// A letter or a digit; in other scripts than Latin, any byte that is not known for a mark.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return small >= 0x61 && small <= 0x7A || byte >= 0x30 && byte <= 0x39
      || byte >= 0x80 && byte != 0xE2
  }

  private static func trimmed(_ text: Bytes) -> Bytes {
    var text = text
    while let first = text.first, first <= 0x20 || first == 0x3A { text.removeFirst() }
    while let last = text.last, last <= 0x20 || last == 0x3A || last == 0x2C { text.removeLast() }
    return text
  }

  /// What stands between commas, ampersands and "and", up to a mark, a number or a word that ends
  /// the list of names.
  private static func parts(of line: Bytes, isField: Bool) -> [Bytes] {
    var parts: [Bytes] = []
    var start = line.startIndex
    var place = start
    func close(_ end: Int, next: Int) {
      let part = trimmed(line[start..<end])
      if !part.isEmpty { parts.append(part) }
      start = next
    }
    while place < line.endIndex {
      let byte = line[place]
      if byte >= 0x30, byte <= 0x39 { break }
      if byte == 0x7C || !isField && endsNames(line, place) { break }
      if byte == 0x2C || byte == 0x3B || byte == 0x26 || byte == 0x0A {
        close(place, next: place + 1)
      } else if byte == 0x61 || byte == 0x20, let end = afterAnd(line, place, start) {
        close(place, next: end)
        place = end
        continue
      }
      place += 1
    }
    close(place, next: place)
    return parts
  }

  /// Behind an "and" between two names, or one that opens a part.
  private static func afterAnd(_ line: Bytes, _ place: Int, _ start: Int) -> Int? {
    let rest = line[place...]
    if rest.starts(with: " and ".utf8) { return place + 5 }
    let opens = rest.starts(with: "and ".utf8) && trimmed(line[start..<place]).isEmpty
    return opens ? place + 4 : nil
  }

  private static func endsNames(_ line: Bytes, _ place: Int) -> Bool {
    switch line[place] {
    case 0x2F, 0x40: true
    case 0x20, 0xC2, 0xE2: marks.contains { line[place...].starts(with: $0) }
    default: false
    }
  }

  private static let marks = [
    "•", "·", " – ", " — ", " - ", " (", " on ", " in ", " at ", " from ", " for ",
  ].map { Array($0.utf8) }

  /// One to five words that are written as a name is; nil for other words.
  private static func name(_ part: Bytes) -> String? {
    guard (3...60).contains(part.count), part.allSatisfy(isNameByte) else { return nil }
    let words = part.split(separator: 0x20)
    guard (1...5).contains(words.count), let first = words.first, let last = words.last
    else { return nil }
    let capitals = words.count { !startsLow($0) }
    guard capitals * 2 >= words.count || words.count == 1 else { return nil }
    let opening = small(first)
    if words.count == 1 {
      if others.contains(opening) || part.contains(0x2E) { return nil }
      // "MD", "RD": a degree after a name.
      let letters = part.count { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      if letters <= 5, part.allSatisfy({ $0 < 0x61 || $0 > 0x7A }) { return nil }
    } else if stops.contains(opening), !teams.contains(small(last)) {
      return nil
    }
    let name = String(decoding: part, as: UTF8.self)
    guard part.contains(where: { $0 >= 0x80 }) else {
      return HTMLWords.holds(name, "http") ? nil : name
    }
    return name.allSatisfy({ $0.isLetter || " .'’-‘()_".contains($0) }) ? name : nil
  }

  /// A letter of any script, a space or a mark that names are written with.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return small >= 0x61 && small <= 0x7A || byte >= 0x80
      || byte == 0x20 || byte == 0x2E || byte == 0x27 || byte == 0x2D || byte == 0x28
      || byte == 0x29 || byte == 0x5F
  }

  private static func startsLow(_ word: Bytes) -> Bool {
    guard let first = word.first else { return false }
    if first < 0x80 { return first >= 0x61 && first <= 0x7A }
    return String(decoding: word, as: UTF8.self).first?.isLowercase ?? false
  }

  private static let stops: Set<String> = [
    "the", "a", "an", "our", "your", "view", "read", "more", "see", "about", "meet", "follow",
    "all", "share", "get", "how", "what", "why", "last", "updated", "published", "posted", "this",
    "join", "sign", "fact", "contributing", "staff", "learn", "click", "medically", "written",
    "senior", "chief", "associate", "head", "director", "vice", "reviewed", "in", "on", "for",
    "to", "with", "and", "is", "by", "i", "we", "leave", "back", "contact", "visit", "full",
  ]
  private static let others: Set<String> = [
    "author", "authors", "by", "written", "editor", "writer", "share", "follow", "bio", "about",
    "posts", "website", "twitter", "facebook", "linkedin", "instagram", "email", "updated",
    "published", "posted", "contributor", "phd", "blog", "news", "home", "articles", "founder",
    "more", "team", "profile", "and", "admin", "read", "guest", "reviewed", "youtube", "comments",
    "print", "uncategorized", "undefined", "null", "none", "unknown", "reviewer", "copy", "link",
    "minutes", "updates", "staff",
  ]
}
