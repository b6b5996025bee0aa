import PressModel

/// Titles that several people share: "Senators Ann Roe (D-WI), John Doe and Mary Major" are three
/// Senators.
struct SharedTitles {
  /// The title of each person who has it from the one named before, by the name's first token.
  private(set) var roles: [Int: Span] = [:]
  private static let longestGap = 12

  /// `people`: in the order of the text.
  init(_ words: NameWords, _ people: [NameSpan]) {
    var shared: Span?
    var end = 0
    for person in people {
      let first = person.tokens.lowerBound
      if person.titleStart < first {
        shared = Self.plural(person, words)
      } else if let title = shared, Self.isList(end..<first, words) {
        roles[first] = title
      } else {
        shared = nil
      }
      end = person.tokens.upperBound
    }
  }

  /// The singular of a title in the plural.
  private static func plural(_ person: NameSpan, _ words: NameWords) -> Span? {
    let last = person.tokens.lowerBound - 1
    guard let end = words.singularEnd(of: last) else { return nil }
    return Span(words.tokens[person.titleStart].span.start, end)
  }

  /// Whether nothing but commas, "and" and brackets with what they hold stand between two names.
  private static func isList(_ gap: Range<Int>, _ words: NameWords) -> Bool {
    guard !gap.isEmpty, gap.count <= longestGap else { return false }
    var isInside = false
    var hasJoint = false
    for index in gap {
      if words.tokens[index].startsLine { return false }
      if words.isMark(index, 0x28) {
        isInside = true
      } else if words.isMark(index, 0x29) {
        isInside = false
      } else if words.isMark(index, 0x2C) || words.is(index, "and") {
        hasJoint = true
      } else if !isInside {
        return false
      }
    }
    return hasJoint && !isInside
  }
}
