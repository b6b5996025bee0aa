import PressModel
import PressText

/// Which question each turn of a transcript answers, from turn to turn.
///
/// The words that only keep a conversation going ask and answer nothing: thanks and greetings, the
/// "Sure." into a question that goes on, the "Go ahead." that calls on the next. What goes on after
/// such a word of the questioner's answers the question before it.
struct TurnTies {
  /// The last question; nil where none is open.
  private(set) var question: Mention?
  /// The last words of the question.
  private var asked: Span?
  private var hasMark = false
  private var isAnswered = false
  /// Whether the last turn called on somebody or thanked.
  private var isHandedOn = false
  /// What the questioner's last turn did where it asked nothing.
  private var acknowledged: SpeechActs = []
  /// The question of an answer that was cut off by a dash.
  private var cutOff: Mention?

  private let tokens: Tokens
  private let reader: SpeechActReader

  init(_ tokens: Tokens) {
    self.tokens = tokens
    reader = SpeechActReader(tokens)
  }

  /// Whether a questioner's turn asks anything; what it asks is then the open question.
  mutating func asks(_ turn: Mention, _ words: [Span]) -> Bool {
    defer { isHandedOn = false }
    let acts = reader.acts(in: words).all
    if !acts.isEmpty, acts != .names, acts.isSubset(of: [.smallTalk, .replies, .denies]) {
      if isHandedOn { question = nil }
      acknowledged = acts
      return false
    }
    acknowledged = []
    question = turn
    asked = words.last
    hasMark = words.contains { tokens.text.bytes[$0.start..<$0.end].contains(0x3F) }
    isAnswered = false
    return true
  }

  /// The question that another speaker's turn answers; nil for none.
  mutating func answered(by words: [Span]) -> Mention? {
    defer { acknowledged = [] }
    guard let question else { return nil }
    // "We were- -", "Right.", "- - about to open it.": one answer.
    let goesOn = words.first.map { tokens.is(tokens.index(at: $0.start), .dash) } ?? false
    let tied = goesOn ? cutOff ?? question : question
    if !goesOn || cutOff == nil, keepsGoing(words) {
      cutOff = nil
      return nil
    }
    isAnswered = true
    isHandedOn = false
    cutOff = words.last.flatMap { endsInDash($0) ? tied : nil }
    return tied
  }

  /// Whether a turn answers nothing, as it only keeps the conversation going.
  private mutating func keepsGoing(_ words: [Span]) -> Bool {
    let (acts, last) = reader.acts(in: words)
    guard !acts.isEmpty else { return false }
    let repliesNothing = isAnswered || acts.isDisjoint(with: [.replies, .denies])
    if acts.contains(.handsOn),
      acts.isSubset(of: [.smallTalk, .replies, .denies, .points, .handsOn]) && repliesNothing
        || (isAnswered || !acknowledged.isEmpty) && last == .handsOn && length(words) <= 16
    {
      isHandedOn = true
      return true
    }
    if acts.contains(.thanks), acts.isSubset(of: [.smallTalk, .replies, .denies]), repliesNothing {
      // Who thanks behind an answer sends off the one who gave it.
      if isAnswered { question = nil }
      isHandedOn = true
      return true
    }
    // "Thank you." - "Have a good weekend."
    if !acknowledged.isDisjoint(with: [.thanks, .greets]), length(words) <= 8 { return true }
    if !acknowledged.isEmpty, acts.isSubset(of: [.smallTalk, .replies, .denies]) { return true }
    if isAnswered, acts.isSubset(of: [.names, .points, .acknowledges]) {
      isHandedOn = true
      return true
    }
    if acts.isSubset(of: [.greets, .names]), acts.contains(.greets) { return true }
    if acts == .acknowledges { return !hasMark || asked.map(reader.asksLeave) ?? false }
    if acts == .replies { return !hasMark && asked.map(endsInDash) ?? false }
    return acts == .asks && !isAnswered && reader.asksBack(words)
  }

  private func endsInDash(_ stretch: Span) -> Bool {
    tokens.is(tokens.index(at: stretch.end - 1), .dash)
  }

  private func length(_ words: [Span]) -> Int {
    words.reduce(0) { $0 + tokens.index(at: $1.end - 1) - tokens.index(at: $1.start) + 1 }
  }
}

extension SpeechActs {
  /// What asks and answers nothing.
  fileprivate static let smallTalk: SpeechActs = [.greets, .thanks, .acknowledges, .names]
}
