public import PressModel

/// The people and bodies that a document names, by where they are mentioned.
public struct Speakers: Sendable {
  private struct Named: Sendable {
    var span: Span
    var name: String
    var isPerson: Bool
  }

  /// In the order of the text.
  private let named: [Named]

  public init(_ document: Document) {
    var named: [Named] = []
    for person in document.facts(Person.self) {
      named += person.mentions.map { Named(span: $0.span, name: person.name, isPerson: true) }
    }
    for body in document.facts(Organization.self) {
      named += body.mentions.map { Named(span: $0.span, name: body.name, isPerson: false) }
    }
    self.named = named.sorted { left, right in
      left.span != right.span
        ? left.span < right.span
        : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
  }

  /// The person, else the body, that is mentioned in a span; nil where none is.
  public func name(at span: Span) -> String? {
    let inside = named[index(endingAfter: span.start)...].prefix { $0.span.start < span.end }
    let overlapping = inside.filter { $0.span.overlaps(span) }
    return (overlapping.last(where: \.isPerson) ?? overlapping.first)?.name
  }

  /// The person that "he" or "she" most likely stands for: the last one mentioned before.
  public func antecedent(before offset: Int) -> String? {
    named[..<index(endingAfter: offset)].last(where: \.isPerson)?.name
  }

  /// The index of the first mention that ends after an offset; mentions do not overlap but for
  /// short forms inside long ones.
  private func index(endingAfter offset: Int) -> Int {
    var low = 0
    var high = named.count
    while low < high {
      let middle = (low + high) / 2
      if named[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
