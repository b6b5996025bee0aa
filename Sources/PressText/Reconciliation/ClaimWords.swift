/// What a word does beside numbers; the table claim-words gives a word its classes.
struct ClaimWord: OptionSet {
  let rawValue: UInt16

  static let about = ClaimWord(rawValue: 1)
  static let above = ClaimWord(rawValue: 1 << 1)
  static let below = ClaimWord(rawValue: 1 << 2)
  static let filler = ClaimWord(rawValue: 1 << 3)
  /// "increase", "up".
  static let up = ClaimWord(rawValue: 1 << 4)
  static let down = ClaimWord(rawValue: 1 << 5)
  /// "rose"
  static let rose = ClaimWord(rawValue: 1 << 6)
  static let fell = ClaimWord(rawValue: 1 << 7)
  /// "each", "average": the numbers need not be what they seem.
  static let unsure = ClaimWord(rawValue: 1 << 8)
  /// "per", "rate": such numbers change, but are no items of a sum and no parts of a whole.
  static let rate = ClaimWord(rawValue: 1 << 13)
  /// "including", "from": what stands behind is no further item of a list.
  static let breaks = ClaimWord(rawValue: 1 << 9)
  /// "another", "bringing": the total may hold more than the sentence names.
  static let grows = ClaimWord(rawValue: 1 << 10)
  static let joins = ClaimWord(rawValue: 1 << 11)
  static let totals = ClaimWord(rawValue: 1 << 12)

  fileprivate static let named: [String: ClaimWord] = [
    "about": .about, "above": .above, "below": .below, "filler": .filler, "up": .up, "down": .down,
    "rose": .rose, "fell": .fell, "unsure": .unsure, "rate": .rate, "breaks": .breaks,
    "grows": .grows,
    "joins": .joins, "totals": .totals,
  ]
}

/// The table of the words around numbers.
struct ClaimWords: Sendable {
  static let shared = ClaimWords()

  private let classes: [String: ClaimWord]

  private init() {
    classes = Table("claim-words").rows.reduce(into: [:]) { classes, row in
      guard row.count > 1, let added = ClaimWord.named[row[1]] else { return }
      classes[row[0], default: []].formUnion(added)
    }
  }

  /// The classes of a token, whatever its case; none for an index outside.
  subscript(index: Int, tokens: Tokens) -> ClaimWord {
    guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return [] }
    return classes[tokens.string(index).lowercased()] ?? []
  }
}
