public import PressModel

/// A person's name as names of several documents are compared: without case, marks on letters,
/// stops and degrees.
public struct PersonName: Hashable, Sendable {
  /// Equal for spellings of one name: "JOSÉ A. RUIZ", "Jose A Ruiz".
  public let key: String
  /// The given names in order, each a word or an initial; empty for a surname alone.
  public let given: [String]
  /// The parts of the surname between hyphens; at least one.
  public let surname: [String]
  /// "jr", "sr", "ii", "iii", "iv".
  public let generation: String?
  /// Whether the name tells that its bearer is a woman; nil where it does not tell.
  public let isFemale: Bool?

  private static let generations: Set = ["jr", "sr", "ii", "iii", "iv"]
  private static let degrees: Set = ["phd", "md", "esq", "dds", "jd", "mba", "rn", "cpa", "dvm"]
  private static let particles: Set = [
    "bin", "de", "del", "della", "den", "der", "dos", "ibn", "la", "van", "von",
  ]

  /// Nil for words that are no name: initials alone, or nothing.
  public init?(_ printed: String) {
    var words = NameFolding.words(printed)
    var generation: String?
    while words.count > 1, let last = words.last {
      if Self.generations.contains(last) {
        generation = last
      } else if !Self.degrees.contains(last) {
        break
      }
      words.removeLast()
    }
    guard let last = words.last, last.utf8.count > 1 else { return nil }
    key = words.joined(separator: " ") + (generation.map { " " + $0 } ?? "")
    surname = last.split(separator: "-").map(String.init)
    self.generation = generation
    isFemale = PersonNameWords.isFemale(words.joined(separator: " "))
    let first = words.dropLast()
    given =
      first.allSatisfy { Self.particles.contains($0) }
      ? [] : first.flatMap { $0.split(separator: "-").map(String.init) }
  }

  /// Whether it is a surname, or a first name, alone.
  public var isBare: Bool { given.isEmpty }

  /// How much it says: a whole word counts for more than an initial.
  public var weight: Int {
    given.reduce(generation == nil ? 0 : 1) { $0 + ($1.utf8.count > 1 ? 3 : 1) }
      + surname.count * 2
  }

  /// Whether one word is more likely a first name, or another word, than a surname.
  public var isDoubtful: Bool {
    guard isBare, let word = surname.last else { return false }
    let classes = Array(word.utf8).withUnsafeBufferPointer {
      NameLexicon.shared.classes(WordHash.hash($0, 0, $0.count))
    }
    if classes.contains(.firstName), !classes.contains(.mostlySurname) { return true }
    return !classes.isDisjoint(with: [.common, .stop, .wordlike])
  }

  /// Whether two full names can be one person's.
  public func isCompatible(with other: PersonName) -> Bool {
    if let generation, let theirs = other.generation, generation != theirs { return false }
    guard let first = given.first, let theirFirst = other.given.first else { return false }
    if surname != other.surname {
      let (long, short) =
        surname.count > other.surname.count ? (self, other) : (other, self)
      guard long.surname.count > short.surname.count, first == theirFirst, first.utf8.count > 1,
        short.surname.allSatisfy({ long.surname.contains($0) })
      else { return false }
    }
    if isShifted(from: other) || other.isShifted(from: self) { return true }
    guard Self.areOne(first, theirFirst) || Self.isNickname(first, theirFirst) else { return false }
    return zip(given.dropFirst(), other.given.dropFirst()).allSatisfy { Self.areOne($0, $1) }
  }

  /// "J. Robert Smith" beside "Robert Smith".
  private func isShifted(from other: PersonName) -> Bool {
    guard given.count > 1, other.given.count == given.count - 1, given[0].utf8.count == 1 else {
      return false
    }
    return other.given[0].utf8.count > 1 && Array(given.dropFirst()) == other.given
  }

  /// The same word, or one the initial of the other.
  private static func areOne(_ left: String, _ right: String) -> Bool {
    left == right
      || (left.utf8.count == 1 || right.utf8.count == 1)
        && left.utf8.first == right.utf8.first
  }

  private static func isNickname(_ left: String, _ right: String) -> Bool {
    func hash(_ word: String) -> UInt64 {
      Array(word.utf8).withUnsafeBufferPointer { WordHash.hash($0, 0, $0.count) }
    }
    return NameLexicon.shared.areOne(hash(left), hash(right))
  }

  /// The sex that "Mr." or "Mrs." right before a mention tells; nil without one.
  public static func isFemale(before span: Span, in text: Text) -> Bool? {
    guard text.holds(span) else { return nil }
    var end = span.start
    while end > 0, text.bytes[end - 1] == 0x20 || text.bytes[end - 1] == 0x2E { end -= 1 }
    var start = end
    while start > 0, end - start < 7, text.bytes[start - 1] | 0x20 >= 0x61,
      text.bytes[start - 1] | 0x20 <= 0x7A
    { start -= 1 }
    switch String(decoding: text.bytes[start..<end], as: UTF8.self).lowercased() {
    case "mr", "sir", "lord": return false
    case "mrs", "ms", "miss", "madam", "lady": return true
    default: return nil
    }
  }
}

/// Offices that tell two bearers of a name apart.
public enum OfficeClasses {
  private static let classes: [String: String] = Table("office-classes").rows.reduce(into: [:]) {
    if $1.count > 1 { $0[$1[0]] = $1[1] }
  }

  /// The classes that offices as printed belong to; empty for offices that go with any other.
  public static func classes(of roles: [String]) -> Set<String> {
    var found: Set<String> = []
    for role in roles {
      let words = NameFolding.words(role)
      var index = 0
      while index < words.count {
        if index + 1 < words.count, let pair = classes["\(words[index]) \(words[index + 1])"] {
          found.insert(pair)
          index += 2
          continue
        }
        if let one = classes[words[index]] { found.insert(one) }
        index += 1
      }
    }
    return found
  }
}
