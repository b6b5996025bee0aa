public import PressModel

/// The people and bodies that a document names, by where they are mentioned.
public struct Speakers: Sendable {
  struct Named: Sendable {
    var span: Span
    var name: String
    var isPerson: Bool
    /// As the first name or a "Mrs." says; nil where neither does.
    var isFemale: Bool?
    /// Whether nobody of that name is mentioned before.
    var isFirst = false
  }

  /// In the order of the text.
  let named: [Named]
  /// People and the words of their offices in lower case.
  private let offices: [(name: String, words: [Set<String>])]

  public init(_ document: Document) {
    var named: [Named] = []
    var offices: [(name: String, words: [Set<String>])] = []
    for person in document.facts(Person.self) {
      let isFemale = Speakers.isFemale(person, document.text)
      named += person.mentions.enumerated().map { number, mention in
        Named(
          span: mention.span, name: person.name, isPerson: true, isFemale: isFemale,
          isFirst: number == 0)
      }
      if !person.roles.isEmpty {
        offices.append((person.name, person.roles.map { Set(Speakers.words($0)) }))
      }
    }
    for body in document.facts(Organization.self) {
      named += body.mentions.map { Named(span: $0.span, name: body.name, isPerson: false) }
    }
    self.named = named.sorted { left, right in
      left.span != right.span
        ? left.span < right.span
        : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
    self.offices = offices
  }

  /// The person, else the body, that is mentioned in a span; nil where none is, or where several
  /// people are: "Senators Roe and Doe".
  public func name(at span: Span) -> String? {
    let inside = named[index(endingAfter: span.start)...].prefix { $0.span.start < span.end }
    let overlapping = inside.filter { $0.span.overlaps(span) }
    let people = overlapping.filter(\.isPerson)
    guard let person = people.last else { return overlapping.first?.name }
    return people.allSatisfy { $0.name == person.name } ? person.name : nil
  }

  /// Whether a person is mentioned in a span.
  public func hasPeople(in span: Span) -> Bool {
    named[index(endingAfter: span.start)...].prefix { $0.span.start < span.end }
      .contains(where: \.isPerson)
  }

  /// The person whose mention starts at an offset, and where it ends.
  public func person(at start: Int) -> (name: String, end: Int)? {
    named[index(endingAfter: start)...].prefix { $0.span.start <= start }
      .first { $0.isPerson && $0.span.start == start }.map { ($0.name, $0.span.end) }
  }

  /// The person whose mention ends at an offset.
  public func person(endingAt end: Int) -> (name: String, span: Span)? {
    named[index(endingAfter: end - 1)...].prefix { $0.span.start < end }
      .first { $0.isPerson && $0.span.end == end }.map { ($0.name, $0.span) }
  }

  /// The last mention of a person between two offsets.
  public func lastPerson(from start: Int, to end: Int) -> Span? {
    named[index(endingAfter: start)...].prefix { $0.span.end <= end }.last(where: \.isPerson)?.span
  }

  /// The only person whose name ends in the last word of a source such as "Senator Reed"; nil where
  /// none or several do.
  public func bearer(of source: String) -> String? {
    guard let surname = source.split(separator: " ").last, surname.first?.isUppercase == true else {
      return nil
    }
    var bearer: String?
    for person in named where person.isPerson && person.name != bearer {
      guard person.name.hasSuffix(surname), person.name.count > surname.count,
        person.name.dropLast(surname.count).last == " "
      else { continue }
      if bearer != nil { return nil }
      bearer = person.name
    }
    return bearer
  }

  /// The only person who holds the office that words such as "the minister" name; nil where none
  /// or several do.
  public func holder(of description: String) -> String? {
    var wanted = Speakers.words(description)
    guard wanted.first == "the" else { return nil }
    wanted.removeFirst()
    guard !wanted.isEmpty else { return nil }
    let holders = offices.filter { $0.words.contains { $0.isSuperset(of: wanted) } }
    return holders.count == 1 ? holders.first?.name : nil
  }

  private static func words(_ string: String) -> [String] {
    string.lowercased().split { !$0.isLetter }.map(String.init)
  }

  private static func isFemale(_ person: Person, _ text: Text) -> Bool? {
    for mention in person.mentions {
      if precedes("Mr", mention.span.start, text) { return false }
      let titles: [StaticString] = ["Ms", "Mrs", "Miss", "Madam"]
      if titles.contains(where: { precedes($0, mention.span.start, text) }) { return true }
    }
    return PersonNameWords.isFemale(person.name) ?? GenderedNouns.shared.isFemale(person.roles)
  }

  /// Whether a word, with or without a full stop, stands before an offset.
  private static func precedes(_ title: StaticString, _ offset: Int, _ text: Text) -> Bool {
    let bytes = text.bytes
    var end = offset
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x2E { end -= 1 }
    let start = end - title.utf8CodeUnitCount
    guard start >= 0, start == 0 || bytes[start - 1] <= 0x28 else { return false }
    return title.withUTF8Buffer { $0.elementsEqual(bytes[start..<end]) }
  }

  /// The index of the first mention that ends after an offset; mentions do not overlap but for
  /// short forms inside long ones.
  func index(endingAfter offset: Int) -> Int {
    named.partitioningIndex { $0.span.end > offset }
  }
}
