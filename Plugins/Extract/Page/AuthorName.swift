import PressText

/// Names in a byline: "By Jane Roe and John Doe | 3 May 2019".
enum AuthorName {
  /// Words of bodies that sign where no person does.
  static let teams: Set<String> = [
    "staff", "team", "editor", "editors", "editorial", "admin", "administrator", "contributor",
    "contributors", "desk", "newsroom", "news", "press", "office", "blog", "inc", "inc.", "llc",
    "ltd", "group", "university", "department", "association", "agency", "society", "foundation",
    "institute", "marketing", "guest", "magazine", "clinic", "health", "media", "services",
  ]

  /// The names of a line, and the label that opens it. A field is all names: "Center for Research"
  /// is one, where a line goes on with "for the Daily News".
  static func split(
    _ line: String, isField: Bool
  ) -> (names: [String], label: AuthorCandidates.Feature?) {
    let (words, label) = withoutLabel(line)
    var names: [String] = []
    let parts = parts(of: words, at: isField ? ["|"] : marks)
    for part in parts {
      guard let name = name(part) else {
        // "Jane Roe, Editor": what follows a name on its line may be a role.
        if names.isEmpty, parts.count > 1 { continue }
        break
      }
      if !names.contains(name) { names.append(name) }
      if names.count == 8 { break }
    }
    return (names, label)
  }

  /// The kind of label that opens a line: "By Jane Roe", "Written by:".
  static func label(of line: String) -> AuthorCandidates.Feature? { withoutLabel(line).label }

  /// The kind of label that a line is and nothing else.
  static func label(only line: String) -> AuthorCandidates.Feature? {
    guard line.utf8.count <= 30 else { return nil }
    let (rest, label) = withoutLabel(line + " ")
    return rest.isEmpty ? label : nil
  }

  private static func withoutLabel(
    _ line: String
  ) -> (rest: Substring, label: AuthorCandidates.Feature?) {
    let start = line.drop { $0.isWhitespace || "|•·–—-".contains($0) }
    var rest = start
    var label: AuthorCandidates.Feature?
    var words = 0
    while words < 4 {
      let word = rest.prefix { $0.isLetter || $0.isNumber }
      guard !word.isEmpty else { break }
      let small = word.lowercased()
      let after = rest.dropFirst(word.count)
      let mark = after.first
      guard mark == " " || mark == ":" else { break }
      let isEnd = mark == ":" || small == "by"
      if isEnd {
        let opening = start[start.startIndex..<after.startIndex].lowercased()
        if small == "by" {
          label =
            opening.contains("review") || opening.contains("fact") || opening.contains("check")
              || opening.contains("photo") || opening.contains("edited")
            ? .labelReviewed : words == 0 ? .labelBy : .labelWritten
        } else if labels.contains(small) {
          label = .labelWritten
        } else {
          break
        }
        rest = after.drop { $0 == ":" || $0.isWhitespace }
        return (trimmed(rest), label)
      }
      words += 1
      rest = after.drop { $0.isWhitespace }
    }
    let only = trimmed(start).lowercased()
    if only == "by" { return ("", .labelBy) }
    if labels.contains(only) || only.hasSuffix(" by") && only.utf8.count <= 20 {
      return ("", .labelWritten)
    }
    return (trimmed(start), nil)
  }

  private static let labels: Set<String> = [
    "author", "authors", "text", "words", "writer", "byline", "story", "from", "autor", "auteur",
  ]

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace || $0 == ":" }
    while let last = text.last, last.isWhitespace || last == ":" || last == "," {
      text = text.dropLast()
    }
    return text
  }

  /// What stands between commas, ampersands and "and", up to a mark, a number or a word that ends
  /// the list of names.
  private static func parts(of line: Substring, at marks: [String]) -> [Substring] {
    var end = line.endIndex
    for mark in marks {
      if let range = line.place(of: mark), range.lowerBound < end { end = range.lowerBound }
    }
    if let digit = line.firstIndex(where: \.isNumber), digit < end { end = digit }
    let names = line[..<end].replacingAnd()
    return names.map(trimmed).filter { !$0.isEmpty }
  }

  private static let marks = [
    "|", "•", "·", " – ", " — ", " - ", " (", "/", "@", " on ", " in ", " at ", " from ", " for ",
  ]

  /// One to five words that are written as a name is; nil for other words.
  private static func name(_ part: Substring) -> String? {
    let words = part.split(separator: " ")
    guard (1...5).contains(words.count), (3...60).contains(part.utf8.count),
      let first = words.first, !part.contains("http")
    else { return nil }
    let capitals = words.filter { $0.first.map { !$0.isLowercase } ?? false }.count
    guard capitals * 2 >= words.count || words.count == 1 else { return nil }
    let isTeam = words.last.map { teams.contains($0.lowercased()) } ?? false
    guard words.count == 1 || isTeam || !stops.contains(first.lowercased()) else { return nil }
    if words.count == 1, others.contains(first.lowercased()) { return nil }
    guard part.allSatisfy({ $0.isLetter || " .'’-‘()_".contains($0) }) else { return nil }
    // "MD", "RD", "Ph.D.": a degree after a name.
    let letters = part.filter(\.isLetter)
    if words.count == 1, letters.count <= 5, letters.allSatisfy(\.isUppercase) { return nil }
    if words.count == 1, part.contains(".") { return nil }
    return String(part)
  }

  private static let stops: Set<String> = [
    "the", "a", "an", "our", "your", "view", "read", "more", "see", "about", "meet", "follow",
    "all", "share", "get", "how", "what", "why", "last", "updated", "published", "posted", "this",
    "join", "sign", "senior", "contributing", "staff", "learn", "click", "medically", "written",
    "senior", "chief", "associate", "head", "director", "vice", "reviewed", "in", "on", "for",
    "to", "with", "and", "is", "by", "i", "we", "leave", "back", "contact", "visit", "full",
  ]
  private static let others: Set<String> = [
    "author", "authors", "by", "written", "editor", "writer", "share", "follow", "bio", "about",
    "posts", "website", "twitter", "facebook", "linkedin", "instagram", "email", "updated",
    "published", "posted", "contributor", "phd", "blog", "news", "home", "articles", "founder",
    "more", "team", "profile", "and", "admin", "read", "guest", "reviewed", "youtube", "comments",
    "print", "uncategorized", "reviewer", "copy", "link", "minutes", "updates", "staff",
  ]
}

extension Substring {
  /// The first place where some words stand.
  fileprivate func place(of words: String) -> Range<Index>? {
    let wanted = words.utf8
    var start = startIndex
    while start < endIndex {
      if utf8[start...].starts(with: wanted) {
        return start..<utf8.index(start, offsetBy: wanted.count)
      }
      start = utf8.index(after: start)
    }
    return nil
  }

  /// The parts between commas, semicolons, `&` and "and".
  fileprivate func replacingAnd() -> [Substring] {
    var parts: [Substring] = []
    for part in split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "&" || $0 == "\n" }) {
      var rest = part
      while let range = rest.place(of: " and ") {
        parts.append(rest[..<range.lowerBound])
        rest = rest[range.upperBound...]
      }
      let last = rest.hasPrefix("and ") ? rest.dropFirst(4) : rest
      parts.append(last)
    }
    return parts
  }
}
