/// What a token is in a name (BILOU): nothing, or the only, first, inner or last token of a name of a
/// kind. A label is a number, so that the tagger's tables are flat: 0 is outside, then four a kind.
package enum NameLabel {
  package static let outside = 0
  package static let count = 1 + 4 * NameKind.allCases.count

  package enum Part: Int { case only, first, inner, last }

  @inline(__always)
  package static func label(_ kind: NameKind, _ part: Part) -> Int {
    1 + 4 * Int(kind.rawValue) + part.rawValue
  }

  /// The labels of the tokens of one name.
  package static func label(_ kind: NameKind, _ index: Int, in range: Range<Int>) -> Int {
    let isFirst = index == range.lowerBound
    let isLast = index == range.upperBound - 1
    return label(kind, isFirst ? (isLast ? .only : .first) : (isLast ? .last : .inner))
  }

  package static func kind(_ label: Int) -> NameKind? {
    label == outside ? nil : NameKind(rawValue: UInt8((label - 1) / 4))
  }

  package static func part(_ label: Int) -> Part? {
    label == outside ? nil : Part(rawValue: (label - 1) % 4)
  }

  /// Whether a name may start, or nothing go on, at a label.
  package static func opens(_ label: Int) -> Bool {
    label == outside || (label - 1) % 4 < 2
  }

  /// Whether no name is left open behind a label.
  package static func closes(_ label: Int) -> Bool {
    label == outside || (label - 1) % 4 == 0 || (label - 1) % 4 == 3
  }

  package static func allows(_ first: Int, _ second: Int) -> Bool {
    if closes(first) { return opens(second) }
    return !opens(second) && kind(first) == kind(second)
  }

  /// The labels that may stand before each label: `count` + 1 places in this list, then the labels
  /// from one place to the next.
  static let steps: [UInt8] = {
    let before = (0..<count).map { label in (0..<count).filter { allows($0, label) } }
    var places = [count + 1]
    for labels in before { places.append(places[places.count - 1] + labels.count) }
    return places.map { UInt8($0) } + before.joined().map { UInt8($0) }
  }()
}
