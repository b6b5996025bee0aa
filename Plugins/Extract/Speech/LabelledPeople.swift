import PressModel

/// The people of a transcript by the labels of its turns.
struct LabelledPeople {
  private let people: [Person]
  /// Where each is mentioned, in the order of the text.
  private let mentions: [(span: Span, person: Int)]

  init(_ people: [Person]) {
    self.people = people
    mentions = people.enumerated()
      .flatMap { number, person in person.mentions.map { ($0.span, number) } }
      .sorted { $0.span < $1.span }
  }

  /// The person that a label mentions, else the one whose last name it ends in, else the one whose
  /// office it names.
  func speaker(of label: Mention) -> Person? {
    if let mentioned = mentioned(in: label.span) { return mentioned }
    let words = label.text.lowercased().split(whereSeparator: { $0 == " " || $0 == "\n" })
    guard let last = words.last else { return nil }
    if let named = people.first(where: { $0.name.lowercased().split(separator: " ").last == last })
    {
      return named
    }
    let office = words.drop { $0 == "the" }.joined(separator: " ")
    // "the President" of a transcript is he of the United States.
    return people.first {
      $0.roles.contains { role in
        let role = role.lowercased()
        return role == office || role.hasPrefix(office + " of the united states")
      }
    }
  }

  private func mentioned(in label: Span) -> Person? {
    let first = mentions.partitioningIndex { $0.span.start >= label.start }
    guard first < mentions.count, label.contains(mentions[first].span) else { return nil }
    return people[mentions[first].person]
  }
}
