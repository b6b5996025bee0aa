public import PressModel

/// A line that announces that a document may not be published yet: "Strictly under embargo until
/// 00:01 on Friday 4 December", "PRESS RELEASE - EMBARGOED", "NOT FOR BROADCAST BEFORE 9 A.M.",
/// "Hold for release until Monday", "This paper is embargoed until its delivery".
///
/// A sentence about an embargo on trade or arms announces none: it names something else before the
/// word or behind it.
public struct EmbargoLine: Hashable, Sendable {
  /// The words that announce, up to the end of their line or sentence.
  public let span: Span
  /// ISO 8601; nil where the words name no moment that is understood.
  public let moment: EmbargoTime?

  /// What a line is known to be, which says how far it is to be believed.
  public enum Form: Sendable {
    case line
    /// A document's name may be about an embargo.
    case title
    /// Only how it opens may announce something.
    case prose
  }

  /// nil for a line that announces no embargo.
  public init?(_ line: Span, as form: Form, in bytes: [UInt8]) {
    guard Self.mayAnnounce(line, in: bytes) else { return nil }
    let grammar = Grammar(line, form, bytes)
    guard let found = grammar.announcement() else { return nil }
    span = TextLine.trimmed(Span(found.start, grammar.end(of: found.word)), in: bytes)
    moment = EmbargoTime(span, in: bytes)
    switch found.needs {
    case .nothing: break
    case .moment: if moment == nil { return nil }
    case .clock: if moment?.hasClock != true { return nil }
    }
  }

  /// Of two, the one that names a moment, and the later.
  public func joined(with other: EmbargoLine) -> EmbargoLine {
    guard let moment else { return other.moment == nil ? self : other }
    return other.moment?.isLater(than: moment) ?? false ? other : self
  }

  /// Whether the line stops where its time should follow: "EMBARGOED UNTIL:".
  private func isOpen(in bytes: [UInt8]) -> Bool {
    guard moment == nil, let last = EmbargoWords(span, in: bytes).words.last else { return false }
    return last.role == .until || last.role == .at || bytes[span.end - 1] == 0x3A
  }

  /// Whether a line gives the time of the one above: "4 December 2026, 9 a.m." below one that is
  /// open, "until 00:01 on Friday" below any.
  public func goesOn(_ line: Span, in bytes: [UInt8]) -> Bool {
    guard moment == nil, line.count < 120, line.start - span.end < 8 else { return false }
    let words = EmbargoWords(line, in: bytes)
    return words.isTime(at: 0) && (isOpen(in: bytes) || words.words.first?.role == .until)
  }

  /// A quick look for "embarg", "hold", "not", "no", "release", "until": most lines have none of
  /// these, and need no more than this.
  private static func mayAnnounce(_ line: Span, in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for offset in line.start..<min(line.end, line.start + 400) {
        switch bytes[offset] | 0x20 {
        case 0x65 where holds("embarg", bytes, offset, line.end): return true
        case 0x68 where holds("hold", bytes, offset, line.end): return true
        case 0x6E where holds("no", bytes, offset, line.end): return true
        case 0x64 where holds("don", bytes, offset, line.end): return true
        case 0x72 where holds("release", bytes, offset, line.end): return true
        case 0x75 where holds("until", bytes, offset, line.end): return true
        case 0x62 where holds("before", bytes, offset, line.end): return true
        default: break
        }
      }
      return false
    }
  }

  private static func holds(
    _ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int
  ) -> Bool {
    guard offset + word.utf8CodeUnitCount <= end else { return false }
    return word.withUTF8Buffer { word in
      word.indices.allSatisfy { bytes[offset + $0] | 0x20 == word[$0] }
    }
  }
}

/// What words in what order announce an embargo.
private struct Grammar {
  private let line: Span
  private let form: EmbargoLine.Form
  private let bytes: [UInt8]
  private let words: EmbargoWords
  private var all: [EmbargoWords.Word] { words.words }

  init(_ line: Span, _ form: EmbargoLine.Form, _ bytes: [UInt8]) {
    (self.line, self.form, self.bytes) = (line, form, bytes)
    words = EmbargoWords(line, in: bytes)
  }

  /// What must be known of its moment for a line to be an announcement.
  enum Need { case nothing, moment, clock }

  typealias Found = (start: Int, word: Int, needs: Need)

  /// The first part of the line that announces an embargo.
  func announcement() -> Found? {
    for first in all.indices where all[first].opens {
      if form == .prose, first > 0 { return nil }
      if let needs = release(first) { return (all[first].span.start, first, needs) }
      if let word = core(from: first) {
        return (all[first].span.start, word, isVague(word) ? .moment : .nothing)
      }
    }
    return nil
  }

  /// Where the words that a word belongs to end: with their sentence, in prose.
  func end(of word: Int) -> Int {
    guard form == .prose else { return line.end }
    guard let next = all.indices.dropFirst(word + 1).first(where: { all[$0].startsSentence }) else {
      return line.end
    }
    return all[next - 1].span.end
  }

  /// "Embargo lifted on Friday", "Not before 2027": about anything unless a moment is named.
  private func isVague(_ index: Int) -> Bool {
    let next = role(index + 1)
    return all[index].role == .embargo
      ? next == EmbargoWords.Role.none : all[index].role == .not && next == .until
  }

  private func role(_ index: Int) -> EmbargoWords.Role? {
    index < all.count ? all[index].role : nil
  }

  /// "FOR PUBLICATION NOT BEFORE NOON", "for broadcast after"; and "For release at 10 a.m. on March
  /// 3", which without an hour is the day of issue. nil for none of these.
  private func release(_ first: Int) -> Need? {
    guard all[first].role == .for, role(first + 1) == .use else { return nil }
    var next = first + 2
    while let role = role(next), role == .use || role == .small, next < first + 6 { next += 1 }
    switch role(next) {
    case .after: return words.isTime(at: next) ? .nothing : nil
    case .not, .no, .until: return words.isTime(at: next + 1) ? .nothing : nil
    case .none?, nil: return nil
    default: return words.isTime(at: next) ? .clock : nil
    }
  }

  /// The word that says it, behind words that only lead to it: "This press release is strictly
  /// EMBARGOED"; nil where another word comes first.
  private func core(from first: Int) -> Int? {
    var leads = Set<EmbargoWords.Role>()
    for index in all.indices.dropFirst(first).prefix(16) {
      if index > first, all[index].opens { return nil }
      switch all[index].role {
      case .embargo, .embargoed: return isEmbargo(index, leads) ? index : nil
      case .not, .no, .do: return isRefusal(index, leads) ? index : nil
      case .hold: return isHold(index) ? index : nil
      case .secret where role(index + 1) == .until: return words.isTime(at: index + 2) ? index : nil
      case .document, .use, .determiner, .being, .small, .at, .for, .under, .time, .secret, .may:
        leads.insert(all[index].role)
      default: return nil
      }
    }
    return nil
  }

  private func isEmbargo(_ index: Int, _ leads: Set<EmbargoWords.Role>) -> Bool {
    let next = index + 1
    let isUnder = leads.contains(.under)
    let isSaid = leads.contains(.being)
    let isState = all[index].role == .embargoed || isUnder
    // "The embargo has cost ...", "The embargoed oil"; "The embargo time is"
    if leads.contains(.determiner), !isUnder, !isSaid { return role(next) == .time }
    guard next < all.count else { return true }
    if leads.contains(.document), isSaid { return true }
    if words.isTime(at: next) { return true }
    if all[next].opens {
      if isNone(next) { return false }
      // "Embargo: How the Boycott Began"
      guard form == .title, !isState, !isUpper(index) else { return true }
      return words.holdsTime(from: next)
    }
    switch all[next].role {
    case .until, .time: return true
    case .ends, .none: return words.holdsTime(from: next)
    case .not, .no, .do: return isRefusal(next, leads)
    case .for where role(next + 1) == .use: return true
    case .document, .use, .secret: return isState || form != .title
    default: return isUpper(index) && !isUpper(in: line)
    }
  }

  /// "Embargo: none", "Embargo: for immediate release"
  private func isNone(_ index: Int) -> Bool {
    if all[index].role == .for { return role(index + 1) == EmbargoWords.Role.none }
    if all[index].role == .no || all[index].role == .not { return index + 1 == all.count }
    return all[index].role == EmbargoWords.Role.none && !words.holdsTime(from: index)
  }

  /// "Not for publication, broadcast or use on social media before", "Do not publish until", "not to
  /// be released before", "not before 9 a.m."; "NOT FOR RELEASE" and no more.
  private func isRefusal(_ index: Int, _ leads: Set<EmbargoWords.Role>) -> Bool {
    var uses = 0
    var others = 0
    for next in all.indices.dropFirst(index + 1).prefix(20) {
      if all[next].startsSentence { break }
      switch all[next].role {
      case .use: uses += 1
      case .until:
        guard uses > 0 || next == index + 1 else { return false }
        let isSure = all[index].role != .no && form == .line && others == 0 && uses > 0
        return isSure || words.isTime(at: next + 1)
      case .small, .at, .for, .being, .determiner, .not, .document, .time: break
      default:
        guard uses > 0 else { return false }
        others += 1
      }
    }
    return form == .line && all[index].role == .not && role(index + 1) == .for && uses > 0
      && others == 0 && all.count - index <= 8 && leads.isSubset(of: [.document, .small])
      && all.last?.role == .use
  }

  /// "Hold for release", "HOLD UNTIL 9 A.M.", "Hold for Monday, March 3"
  private func isHold(_ index: Int) -> Bool {
    var next = index + 1
    if role(next) == .for, role(next + 1) == .use { return true }
    while role(next) == .use || role(next) == .document { next += 1 }
    switch role(next) {
    case .until: return words.isTime(at: next + 1) || role(next + 1) == .use
    case .for:
      let behind = all[min(next + 1, all.count)..<min(next + 4, all.count)]
      return behind.contains { $0.role == .month || $0.role == .weekday }
    default: return false
    }
  }

  /// Whether all letters of a word are capitals.
  private func isUpper(_ index: Int) -> Bool { isUpper(in: all[index].span) }

  private func isUpper(in span: Span) -> Bool {
    !bytes[span.start..<span.end].contains { $0 >= 0x61 && $0 <= 0x7A }
  }
}
