public import PressModel

/// A claim about numbers with what the numbers come to.
public struct CheckedClaim: Sendable {
  public var relation: Reconciliation.Relation
  /// The claimed figure with the words that make it inexact.
  public var claim: Span
  /// The figures that it is held against.
  public var numbers: [Span]
  public var claimed: DecimalNumber
  public var computed: DecimalNumber
  /// `%`, `percentage point`, ISO 4217, or empty for a count or a bare dollar.
  public var unit: String
  public var agrees: Bool
}

/// Finds sums, shares and changes that sentences and tables claim and checks them by exact
/// arithmetic against the numbers that stand beside them.
///
/// What a number leaves open is left open: half of its last digit where it has a decimal mark or the
/// claim has more digits, a tenth for "about" and "nearly", everything above for "more than".
public struct Reconciler {
  let tokens: Tokens
  let reader: FigureReader
  let words = ClaimWords.shared

  public init(_ tokens: Tokens) {
    self.tokens = tokens
    reader = FigureReader(tokens: tokens, words: .shared)
  }

  /// The claims of a sentence, in the order of the text.
  public func claims(in sentence: Span) -> [CheckedClaim] {
    let start = tokens.index(at: sentence.start)
    let range = start..<max(start, tokens.index(at: sentence.end))
    var hasTotal = false
    var hasPercent = false
    var hasChange = false
    var numbers = 0
    for index in range {
      let token = tokens[index]
      if token.kind == .number || tokens.is(index, .cardinal) { numbers += 1 }
      if tokens.is(index, .percent) { hasPercent = true }
      guard token.kind == .word, token.case == .lower || index == start else { continue }
      switch token.span.count {
      case 2: hasChange = hasChange || tokens.is(index, "of")
      case 3: hasTotal = hasTotal || tokens.is(index, "all") && tokens.is(index - 1, "in")
      case 5, 6, 7, 8, 9, 10: hasTotal = hasTotal || isTotal(index)
      default: break
      }
    }
    guard numbers > 1, hasTotal || hasPercent || hasChange,
      !range.contains(where: { words[$0, tokens].contains(.unsure) }),
      let figures = reader.figures(in: range), figures.count > 1
    else { return [] }
    var claims = changes(figures, in: range)
    let hasRate = range.contains {
      words[$0, tokens].contains(.rate) && !tokens.is($0 + 1, "cent")
    }
    if hasTotal, !hasRate { claims += sums(figures, in: range) }
    if hasPercent, !hasRate { claims += shares(figures) + parts(figures) }
    return claims.sorted { $0.claim < $1.claim }
  }

  /// "total", "totaling", "combined", "altogether".
  func isTotal(_ index: Int) -> Bool {
    tokens.is(index, "total") || tokens.is(index, "totaling") || tokens.is(index, "totalling")
      || tokens.is(index, "combined") || tokens.is(index, "altogether")
  }

  func span(_ range: ClosedRange<Int>) -> Span {
    Span(tokens[range.lowerBound].span.start, tokens[range.upperBound].span.end)
  }

  func claim(
    _ relation: Reconciliation.Relation, _ claim: Figure, _ numbers: [Figure],
    computed: DecimalNumber, agrees: Bool
  ) -> CheckedClaim {
    let unit =
      switch claim.kind {
      case .percent: "%"
      case .points: "percentage point"
      case .money(let code): code
      case .time, .count: ""
      }
    return CheckedClaim(
      relation: relation, claim: span(claim.phrase), numbers: numbers.map { span($0.tokens) },
      claimed: claim.value, computed: computed, unit: unit, agrees: agrees)
  }

  /// The tokens between two figures.
  func gap(_ first: Figure, _ second: Figure) -> Range<Int> {
    let start = first.phrase.upperBound + 1
    return start..<max(start, second.phrase.lowerBound)
  }
}
