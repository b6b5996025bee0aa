import PressModel
import PressText

/// The people of a transcript by the labels of its turns.
struct LabelledPeople {
  private let people: [Person]
  /// Where each is mentioned, in the order of the text.
  private let mentions: [(span: Span, person: Int)]
  /// The first of those whose name ends in a word, by the word in small letters.
  private let byLastName: [String: Int]
  /// The mentions of those who hold an office, by the office in small letters: numbers in `mentions`.
  private let byOffice: [String: [Int]]
  /// Who holds the offices that labels name: by the label, "THE PRESIDENT".
  private var holders: [String: Speaker] = [:]

  /// Who speaks, by the name and the office that the document gives.
  struct Speaker {
    var name: String
    var role: String?
  }

  /// `labels`: those of the document, in order.
  init(_ people: [Person], _ labels: [TurnLabel], _ tokens: Tokens) {
    self.people = people
    mentions = people.enumerated()
      .flatMap { number, person in person.mentions.map { ($0.span, number) } }
      .sorted { $0.span < $1.span }
    byLastName = Dictionary(
      people.enumerated().compactMap { number, person in
        person.name.lowercased().split(separator: " ").last.map { (String($0), number) }
      }, uniquingKeysWith: { first, _ in first })
    let offices = people.map { person in Set(person.roles.map(Self.office(ofRole:))) }
    var byOffice: [String: [Int]] = [:]
    for (number, mention) in mentions.enumerated() {
      for office in offices[mention.person] { byOffice[office, default: []].append(number) }
    }
    self.byOffice = byOffice
    var seen: Set<String> = []
    for (number, label) in labels.enumerated() where label.kind == .speaker {
      let words = tokens.text[label.span]
      guard seen.insert(words).inserted, words.lowercased().hasPrefix("the ") else { continue }
      let before = number > 0 ? labels[number - 1] : nil
      holders[words] =
        holder(of: words, in: Span(0, labels[0].span.start), tokens)
        ?? before.flatMap { introduced(as: words, at: label, after: $0, tokens) }
        ?? addressed(as: words, labels, tokens)
    }
  }

  /// The person that a label mentions, else the one whose last name it ends in, else the one who is
  /// known to hold the office that it names.
  func speaker(of label: Mention) -> Speaker? {
    if let mentioned = mentioned(in: label.span) {
      return Speaker(name: mentioned.name, role: mentioned.roles.first)
    }
    let words = label.text.lowercased().split(whereSeparator: { $0 == " " || $0 == "\n" })
    guard let last = words.last else { return nil }
    if let number = byLastName[String(last)] {
      return Speaker(name: people[number].name, role: people[number].roles.first)
    }
    return holders[label.text]
  }

  private func mentioned(in label: Span) -> Person? {
    let first = mentions.partitioningIndex { $0.span.start >= label.start }
    guard first < mentions.count, label.contains(mentions[first].span) else { return nil }
    return people[mentions[first].person]
  }

  /// The longest head of a transcript, in bytes, and how far before his turn somebody is introduced.
  private static let (head, introduction) = (1000, 250)

  /// The only holder of an office whom the words before the first turn name: "Remarks by President
  /// Reed". Of whom a president speaks is another president as a rule, so that nobody who is named
  /// further below counts.
  private func holder(of label: String, in span: Span, _ tokens: Tokens) -> Speaker? {
    guard span.count <= Self.head else { return nil }
    let office = Self.office(label)
    let first = mentions.partitioningIndex { $0.span.start >= span.start }
    let named = mentions[first...].prefix { $0.span.end <= span.end }
      .filter { people[$0.person].roles.contains { Self.office(ofRole: $0) == office } }
    guard let mention = named.first, named.allSatisfy({ $0.person == mention.person }) else {
      return nil
    }
    let person = people[mention.person]
    let isSame =
      tokens.text[mention.span] == person.name
      || person.mentions.contains {
        $0.text == person.name && isBehind(office, $0.span.start, tokens.text)
      }
    // A fuller name that never stands with the office may be a namesake's.
    return Speaker(
      name: isSame ? person.name : tokens.text[mention.span],
      role: person.roles.first { Self.office(ofRole: $0) == office })
  }

  /// Whom the speaker before brings on: "please welcome Vice President Reed".
  private func introduced(
    as label: String, at turn: TurnLabel, after before: TurnLabel, _ tokens: Tokens
  ) -> Speaker? {
    guard before.kind != .question else { return nil }
    let start = max(before.end, turn.span.start - Self.introduction)
    let words = tokens.index(at: start)..<tokens.index(at: turn.span.start)
    let isOpen = words.contains { index in
      Self.introductions.contains { tokens.is(index, $0) }
    }
    return isOpen ? holder(of: label, in: Span(start, turn.span.start), tokens) : nil
  }

  private static let introductions: [StaticString] = [
    "introduce", "welcome", "gentlemen", "floor", "present",
  ]

  /// The office that a role names as a label does: "the President" of a transcript is he of the United
  /// States.
  private static func office(ofRole role: String) -> String {
    let role = role.lowercased()
    return role.firstRange(of: " of the united states").map { String(role[..<$0.lowerBound]) }
      ?? role
  }

  private static func office(_ label: String) -> String {
    String(label.lowercased().dropFirst("the ".count))
  }

  /// The only one without a label of his own whom others thank or turn to by that office: "Thank you,
  /// President Reed", or "President Reed, who pays?" at the head of a turn.
  private func addressed(
    as label: String, _ labels: [TurnLabel], _ tokens: Tokens
  ) -> Speaker? {
    let office = Self.office(label)
    var found: Int?
    for mention in (byOffice[office] ?? []).map({ mentions[$0] })
    where isBehind(office, mention.span.start, tokens.text) {
      let first = tokens.index(at: mention.span.start - office.utf8.count - 1)
      let next = tokens.index(at: mention.span.end)
      let turn = labels.partitioningIndex { $0.span.start > mention.span.start } - 1
      guard turn >= 0, tokens.text[labels[turn].span] != label, tokens.is(next, [.comma, .stop])
      else { continue }
      let opens = tokens.index(at: labels[turn].end) == first && tokens.is(next, .comma)
      let isThanked =
        tokens.is(first - 1, .comma)
        && (max(0, first - 6)..<first).contains { tokens.is($0, "thank") || tokens.is($0, "Thank") }
      guard opens || isThanked else { continue }
      guard found == nil || found == mention.person else { return nil }
      found = mention.person
    }
    guard let found, !labels.contains(where: { names(people[found], $0) }) else { return nil }
    return Speaker(
      name: people[found].name,
      role: people[found].roles.first { Self.office(ofRole: $0) == office })
  }

  private func names(_ person: Person, _ label: TurnLabel) -> Bool {
    person.mentions.contains { label.span.contains($0.span) }
  }

  /// Whether an office stands right before an offset.
  private func isBehind(_ office: String, _ start: Int, _ text: Text) -> Bool {
    let length = office.utf8.count + 1
    guard start >= length else { return false }
    return text[Span(start - length, start - 1)].lowercased() == office
  }
}
