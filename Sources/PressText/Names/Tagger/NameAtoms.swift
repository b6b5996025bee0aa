internal import PressModel

/// What the tagger knows of one token: numbers from which its features are made.
struct NameAtoms {
  /// The word without regard to case, a mark, or that it is a number.
  var word: UInt64 = 7
  /// How it is written: kind, case, length, and what its place makes of it.
  var shape: UInt64 = 0
  var isCapitalized: UInt64 = 0
  var standing: UInt64 = 0
  var person: UInt64 = 0
  var organization: UInt64 = 0
  var cue: UInt64 = 0
  var phrase: UInt64 = 0
  /// The rules' label, and with the rule that gave it.
  var label: UInt64 = 0
  var rule: UInt64 = 0
  var evidence: UInt64 = 0
  var cluster: UInt64 = 1999
  var endings: (two: UInt64, three: UInt64, four: UInt64) = (0, 0, 0)
  var beginning: UInt64 = 0

  private static let personClasses: NameClass = [.firstName, .surname, .wordlike, .mostlySurname]
  private static let organizationClasses: NameClass = [
    .head, .weakHead, .suffix, .event, .work, .placeHead, .placeBefore, .group, .prefix,
    .plainAcronym,
  ]
  private static let cueClasses: NameClass = [
    .personAfter, .personBefore, .placeCue, .titleWord, .modifier, .stop, .particle,
  ]
  private static let capital: UInt64 = 1 << 30
  private static let common: UInt64 = 1 << 31

  /// What stands beyond the line.
  init() {}

  init(_ field: borrowing NameField, _ index: Int) {
    let token = field.words.tokens[index]
    let own = field.words[index]
    word =
      own.hash != 0 ? own.hash : token.kind == .number ? 3 : UInt64(own.byte) + 16
    isCapitalized = own.isCapitalized ? NameAtoms.capital : 0
    standing =
      (own.isHeadline ? 1 : 0) + (own.startsSentence ? 2 : 0) + (own.isPossessive ? 4 : 0)
      + (own.isAbbreviationStop ? 8 : 0)
    let classes = own.classes
    person =
      UInt64(classes.intersection(NameAtoms.personClasses).rawValue) | isCapitalized
      | (own.hash != 0 && field.words.isCommon(index) ? NameAtoms.common : 0)
    organization =
      UInt64(classes.intersection(NameAtoms.organizationClasses).rawValue) | isCapitalized
    cue = UInt64(classes.intersection(NameAtoms.cueClasses).rawValue) | isCapitalized
    label = UInt64(field.isTitle[index] ? 13 : field.labels[index])
    phrase = UInt64(field.phrases[index])
    rule = label * 32 + UInt64(field.rules[index])
    if own.hash != 0 {
      evidence = field.evidence(own.hash)
      cluster = WordClusters.shared.cluster(own.hash, isCapitalized: own.isCapitalized)
    } else {
      cluster = token.kind == .number ? 1000 : 1001 + UInt64(own.byte)
    }
    spell(field.words, index, token)
  }

  /// Reads length, marks inside, beginning and endings from the bytes of the word.
  private mutating func spell(_ words: borrowing NameWords, _ index: Int, _ token: Token) {
    let span = words.span(index..<index + 1)
    var hasStop = false
    var hasHyphen = false
    words.tokens.text.bytes.withUnsafeBufferPointer { bytes in
      for offset in span.start..<span.end {
        if bytes[offset] == 0x2E { hasStop = true }
        if bytes[offset] == 0x2D { hasHyphen = true }
      }
      endings.two = NameAtoms.hash(bytes, span.end - 2, span)
      endings.three = NameAtoms.hash(bytes, span.end - 3, span)
      endings.four = NameAtoms.hash(bytes, span.end - 4, span)
      if span.count >= 3 {
        beginning = NameAtoms.hash(bytes, span.start, Span(span.start, span.start + 3))
      }
    }
    shape =
      UInt64(token.kind.rawValue) | UInt64(token.case.rawValue) << 2 | standing << 5
      | UInt64(min(span.count, 6)) << 9 | (hasStop && span.count > 1 ? 1 << 12 : 0)
      | (hasHyphen ? 1 << 13 : 0)
  }

  /// A hash of the bytes from an offset to the end of a span, small letters for capitals; 0 where the
  /// span has not as many.
  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ span: Span)
    -> UInt64
  {
    guard start >= span.start else { return 0 }
    var hash: UInt64 = 1_469_598_103_934_665_603
    for offset in start..<span.end {
      var byte = bytes[offset]
      if byte >= 0x41 && byte <= 0x5A { byte |= 0x20 }
      hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
    }
    return hash
  }
}
