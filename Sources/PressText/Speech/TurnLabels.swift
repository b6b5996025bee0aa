public import PressModel

/// The label of a speaker's turn.
public struct TurnLabel: Hashable, Sendable {
  /// The label's words without its colon or full stop.
  public var span: Span
  /// The first byte behind the label and its mark.
  public var end: Int
  public var kind: Kind

  public enum Kind: Sendable {
    /// `Q`, `QUESTION`, `REPORTER`.
    case question
    /// `A`.
    case answer
    /// `MODERATOR`, `OPERATOR`.
    case staff
    /// Somebody with a name or an office.
    case speaker
  }
}

/// Finds the labels of a transcript at the heads of its lines: `Q` without a mark, `QUESTION:`,
/// `MS. JONES:`, `THE PRESIDENT.`, `Jones:`.
public struct TurnLabels {
  private let tokens: Tokens
  private static let questions = [
    "Q", "Q.", "QUESTION", "REPORTER", "PRESS", "Question", "Reporter",
  ]
  private static let staff = ["MODERATOR", "OPERATOR", "STAFF", "AIDE", "INTERPRETER", "Moderator"]
  /// The heads of an advisory's lines, which look like labels.
  private static let fields: Set<String> = [
    "WHO", "WHAT", "WHEN", "WHERE", "WHY", "HOW", "CONTACT", "CONTACTS", "NOTE", "NOTES", "DATE",
    "TIME", "LOCATION", "RE", "FROM", "TO", "CC", "SUBJECT", "EMBARGO", "EMBARGOED", "BACKGROUND",
    "UPDATE", "RELEASE", "MEDIA", "RSVP", "PHOTO", "PHOTOS", "VIDEO", "AUDIO", "SOURCE", "TEL",
    "FAX", "EMAIL", "LINK", "WATCH", "READ", "MORE", "CORRECTION", "EDITORS", "FACT", "MYTH",
    "FOR IMMEDIATE RELEASE", "MEDIA CONTACT", "PRESS CONTACT", "END",
  ]

  public init(_ tokens: Tokens) {
    self.tokens = tokens
  }

  /// The labels, in order; none where the text is no transcript: it has no two of them, and no speech
  /// under one.
  public func labels() -> [TurnLabel] {
    var sure: [TurnLabel] = []
    var bareQuestions: [TurnLabel] = []
    var loose: [TurnLabel] = []
    for index in tokens.indices where tokens[index].startsLine && tokens[index].kind == .word {
      if let label = letterLabel(at: index) {
        if tokens.is(index, "Q") || tokens.is(index, "Q.") {
          bareQuestions.append(label)
        } else {
          loose.append(label)
        }
      } else if let label = capitalLabel(at: index) {
        sure.append(label)
      } else if let label = nameLabel(at: index) {
        loose.append(label)
      }
    }
    guard sure.count + bareQuestions.count > 1 || loose.count > 3 else {
      return bareQuestions.isEmpty ? sure.filter(opensSpeech) : []
    }
    let names = Set(sure.map { tokens.text[$0.span] })
    let isTranscript =
      !bareQuestions.isEmpty || sure.contains { $0.kind == .question || isTitled($0) }
      || names.count < sure.count && sure.contains { isNamed($0) }
    var labels = isTranscript ? sure + bareQuestions : []
    labels += repeated(loose, hasQuestions: !bareQuestions.isEmpty)
    return labels.sorted { $0.span < $1.span }
  }

  /// The least number of tokens of a speech under a single label, and the longest head before it, in
  /// bytes.
  private static let (speech, head) = (60, 1000)

  /// "THE PRESIDENT:" or "MS. JONES:" once, near the head, and what one person says to the end; not
  /// the name in a headline: "SEN. JONES: PORTS ARE OPEN".
  private func opensSpeech(_ label: TurnLabel) -> Bool {
    let words = words(of: label).filter { tokens[$0].kind == .word }
    guard let first = words.first, let last = words.last, label.kind == .speaker,
      label.span.start <= Self.head, (2...3).contains(words.count), isTitled(label)
    else { return false }
    if tokens.is(first, "THE"), !tokens.is(last, .speakerTitle), !tokens.is(last, "LADY") {
      return false
    }
    let next = tokens.index(at: label.end)
    guard tokens.count - next >= Self.speech else { return false }
    let capitals = (next..<next + 6).count {
      tokens[$0].case == .upper && tokens[$0].span.count > 1
    }
    return capitals < 3
  }

  private func isTitled(_ label: TurnLabel) -> Bool {
    tokens.is(tokens.index(at: label.span.start), .speakerTitle)
  }

  /// Whether a word of a label is somebody's name as far as is known, and no common word: "Jones",
  /// but not "Price".
  private func isNamed(_ label: TurnLabel) -> Bool {
    words(of: label).contains {
      tokens.is($0, [.titleAbbreviation, .speakerTitle])
        || !classes($0).isDisjoint(with: [.firstName, .surname]) && !classes($0).contains(.common)
    }
  }

  /// Whether no word of a label is one that is written in small letters as a rule.
  private func isUncommon(_ label: TurnLabel) -> Bool {
    words(of: label).allSatisfy { classes($0).isDisjoint(with: [.common, .stop, .plainAcronym]) }
  }

  private func words(of label: TurnLabel) -> Range<Int> {
    let first = tokens.index(at: label.span.start)
    return first..<max(first, tokens.index(at: label.span.end - 1) + 1)
  }

  private func classes(_ index: Int) -> NameClass {
    let span = tokens[index].span
    return NameLexicon.shared.classes(
      tokens.text.bytes.withUnsafeBufferPointer { WordHash.hash($0, span.start, span.end) })
  }

  /// Names in small letters are labels where two of them take turns.
  private func repeated(_ labels: [TurnLabel], hasQuestions: Bool) -> [TurnLabel] {
    var counts: [String: Int] = [:]
    for label in labels { counts[tokens.text[label.span], default: 0] += 1 }
    // The fields of a list, such as "Price", are no names; who is known to nobody may speak with
    // somebody who is.
    let hasNamed = labels.contains {
      $0.kind == .speaker && (counts[tokens.text[$0.span]] ?? 0) > 1 && isNamed($0)
    }
    let kept = labels.filter { label in
      switch label.kind {
      case .answer: hasQuestions
      case .speaker:
        (counts[tokens.text[label.span]] ?? 0) > 1
          && (isNamed(label) || hasNamed && isUncommon(label))
      case .question, .staff: (counts[tokens.text[label.span]] ?? 0) > 1
      }
    }
    return Set(kept.map { tokens.text[$0.span] }).count > 1 || hasQuestions ? kept : []
  }

  /// `Q` or `A` alone, with a mark or, for a question, a space behind.
  private func letterLabel(at index: Int) -> TurnLabel? {
    let isQuestion = tokens.is(index, "Q") || tokens.is(index, "Q.")
    guard isQuestion || tokens.is(index, "A") || tokens.is(index, "A.") else { return nil }
    let next = index + 1
    guard next < tokens.count else { return nil }
    let span = tokens[index].span
    let hasStop = span.count == 2
    if !hasStop, tokens.is(next, .colon), !tokens[next].spaceBefore {
      return TurnLabel(
        span: span, end: tokens[next].span.end, kind: isQuestion ? .question : .answer)
    }
    guard tokens[next].spaceBefore, hasStop || isQuestion, !tokens.is(next, byte: 0x26) else {
      return nil
    }
    // The letter of a list or an initial stands before a name: "A. Lincoln".
    if !isQuestion, tokens[next].startsLine { return nil }
    return TurnLabel(
      span: Span(span.start, hasStop ? span.end - 1 : span.end), end: span.end,
      kind: isQuestion ? .question : .answer)
  }

  /// `MS. JONES:`, `SENIOR ADMINISTRATION OFFICIAL:`, `SENATOR SMITH (D-NY):`, `THE PRESIDENT.`
  private func capitalLabel(at index: Int) -> TurnLabel? {
    guard tokens[index].case == .upper || isInitial(index) else { return nil }
    var next = index
    var last = index
    var words = 0
    while next < tokens.count, next - index < 12 {
      let token = tokens[next]
      if next > index, token.startsLine { return nil }
      if token.kind == .word {
        guard isUpper(next) else { return nil }
        words += 1
        last = next
      } else if tokens.is(next, .colon) {
        return words > 0 && words <= 7 ? label(index, last, mark: next) : nil
      } else if tokens.is(next, .openBracket) {
        guard let colon = colonBehindBracket(next) else { return nil }
        return words > 0 ? label(index, last, mark: colon) : nil
      } else if tokens.is(next, byte: 0x2E) {
        if !tokens.is(next - 1, [.titleAbbreviation, .abbreviation]) {
          guard words > 1, tokens.is(index, .speakerTitle), !isField(index, last),
            next + 1 < tokens.count, !tokens[next + 1].startsLine,
            tokens[next + 1].case != .upper
          else { return nil }
          return label(index, last, mark: next)
        }
      } else if !tokens.is(next, .dash), !tokens.is(next, byte: 0x26), !tokens.is(next, .comma),
        token.kind != .number
      {
        return nil
      }
      next += 1
    }
    return nil
  }

  private func isInitial(_ index: Int) -> Bool {
    tokens[index].span.count == 2 && tokens[index].case == .capitalized
  }

  /// Capitals throughout but for the small letters of "McCARTHY" and "O'BRIEN".
  private func isUpper(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.case == .upper || isInitial(index) { return true }
    if token.span.count == 1, token.case == .capitalized { return true }
    guard token.case == .capitalized || token.case == .mixed, token.span.count > 4 else {
      return false
    }
    let bytes = tokens.text.bytes[token.span.start..<token.span.end]
    let small = bytes.count { $0 >= 0x61 && $0 <= 0x7A }
    return small <= 2 && bytes.suffix(3).allSatisfy { $0 < 0x61 || $0 > 0x7A }
  }

  private func colonBehindBracket(_ index: Int) -> Int? {
    var next = index + 1
    while next < tokens.count, next - index < 10, !tokens[next].startsLine {
      if tokens.is(next, .closeBracket) { return tokens.is(next + 1, .colon) ? next + 1 : nil }
      next += 1
    }
    return nil
  }

  private func isField(_ first: Int, _ last: Int) -> Bool {
    let words = tokens.text[Span(tokens[first].span.start, tokens[last].span.end)]
    return TurnLabels.fields.contains(words)
  }

  private func label(_ first: Int, _ last: Int, mark: Int) -> TurnLabel? {
    guard !isField(first, last), !isField(first, first) || tokens.is(first, .speakerTitle) else {
      return nil
    }
    let span = Span(tokens[first].span.start, tokens[last].span.end)
    let word = tokens.string(first)
    let kind: TurnLabel.Kind =
      TurnLabels.questions.contains(word)
      ? .question : TurnLabels.staff.contains(word) ? .staff : .speaker
    return TurnLabel(span: span, end: tokens[mark].span.end, kind: kind)
  }

  /// `Jones:`, `Ann Jones:`, `Mr. Jones:` at the head of a line.
  private func nameLabel(at index: Int) -> TurnLabel? {
    var next = index
    var last = index
    while next < tokens.count, next - index < 6 {
      let token = tokens[next]
      if next > index, token.startsLine { return nil }
      if token.kind == .word, token.isCapitalized {
        last = next
      } else if tokens.is(next, .colon), next > index {
        guard next + 1 < tokens.count, !tokens[next + 1].startsLine else { return nil }
        return label(index, last, mark: next)
      } else if !tokens.is(next, byte: 0x2E) || !tokens.is(next - 1, .titleAbbreviation) {
        return nil
      }
      next += 1
    }
    return nil
  }
}
