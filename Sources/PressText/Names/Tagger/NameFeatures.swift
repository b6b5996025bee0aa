/// The features of the tokens of a stretch, each as a row of the model's weights: the very code by
/// which the model is trained and by which it tags.
package struct NameFeatures {
  /// Rises whenever a feature changes what it says: a model is of one version only.
  package static let version = 1
  /// Features a token.
  package static let count = 82
  /// Rows are numbered by so many bits.
  package static let bits = 17
  package static let rows = 1 << bits

  /// `count` rows for each token of the stretch that was read last.
  package private(set) var list: [UInt32] = []
  private var atoms: [NameAtoms] = []
  private var number: UInt64 = 0
  /// Where the features of the token that is read start.
  private var start = 0

  package init() {}

  /// Reads a stretch: `list` holds its features then.
  package mutating func read(_ field: borrowing NameField, _ stretch: Range<Int>) {
    list.removeAll(keepingCapacity: true)
    list.append(contentsOf: repeatElement(0, count: stretch.count * NameFeatures.count))
    atoms.removeAll(keepingCapacity: true)
    // Two tokens before and behind it, as far as they stand on its line.
    for offset in stride(from: 2, through: 1, by: -1) {
      atoms.append(before(field, stretch.lowerBound, offset))
    }
    for index in stretch { atoms.append(NameAtoms(field, index)) }
    for offset in 0..<2 { atoms.append(behind(field, stretch.upperBound, offset)) }
    for index in 0..<stretch.count {
      number = 0
      start = index * NameFeatures.count - 1
      readToken(index + 2)
      readRun(index + 2)
    }
  }

  private func before(_ field: borrowing NameField, _ start: Int, _ offset: Int) -> NameAtoms {
    guard start >= offset else { return NameAtoms() }
    for index in start - offset + 1...start where field.startsLine(index) { return NameAtoms() }
    return NameAtoms(field, start - offset)
  }

  private func behind(_ field: borrowing NameField, _ end: Int, _ offset: Int) -> NameAtoms {
    guard end + offset < field.count else { return NameAtoms() }
    for index in end...end + offset where field.startsLine(index) { return NameAtoms() }
    return NameAtoms(field, end + offset)
  }

  @inline(__always)
  private mutating func add(_ value: UInt64) {
    number += 1
    var hash = (value ^ number &* 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 32
    hash = hash &* 0xC4CE_B9FE_1A85_EC53
    list[start + Int(number)] = UInt32(
      truncatingIfNeeded: hash >> UInt64(64 - NameFeatures.bits))
  }

  @inline(__always)
  private mutating func add(_ first: UInt64, _ second: UInt64) {
    var hash = (first &+ 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
    add(hash &+ second &* 0xA076_1D64_78BD_642F)
  }

  private mutating func readToken(_ index: Int) {
    let (before, last) = (atoms[index - 2], atoms[index - 1])
    let own = atoms[index]
    let (next, behind) = (atoms[index + 1], atoms[index + 2])
    add(0)
    readWords(before, last, own, next, behind)
    readClasses(before, last, own, next, behind)
    readRules(last, own, next, behind)
    add(own.evidence)
    add(last.evidence)
    add(next.evidence)
    add(own.evidence, own.shape)
    add(own.evidence, own.label)
    add(before.cluster)
    add(last.cluster)
    add(own.cluster)
    add(next.cluster)
    add(behind.cluster)
    add(last.cluster, own.cluster)
    add(own.cluster, next.cluster)
    add(last.cluster, next.cluster)
    add(own.cluster, own.label)
  }

  private mutating func readWords(
    _ before: NameAtoms, _ last: NameAtoms, _ own: NameAtoms, _ next: NameAtoms, _ behind: NameAtoms
  ) {
    add(own.word)
    add(own.word, own.shape & 0x7F)
    add(last.word)
    add(next.word)
    add(before.word)
    add(behind.word)
    add(last.word, own.word)
    add(own.word, next.word)
    add(own.shape)
    add(last.shape, own.shape)
    add(own.shape, next.shape)
    add(last.shape ^ own.shape << 16, next.shape)
    add(own.endings.two)
    add(own.endings.three)
    add(own.endings.four)
    add(own.beginning)
  }

  private mutating func readClasses(
    _ before: NameAtoms, _ last: NameAtoms, _ own: NameAtoms, _ next: NameAtoms, _ behind: NameAtoms
  ) {
    add(last.person)
    add(own.person)
    add(next.person)
    add(last.organization)
    add(own.organization)
    add(next.organization)
    add(behind.organization)
    add(before.cue)
    add(last.cue)
    add(own.cue)
    add(next.cue)
    add(behind.cue)
    add(own.person, next.person)
    add(last.person, own.person)
    add(own.person, next.cue)
    add(own.organization, next.organization)
    add(own.person, own.organization ^ own.cue &* 3)
    add(last.cue, own.person)
    add(last.phrase)
    add(own.phrase)
    add(next.phrase)
    add(own.phrase, own.shape)
    add(own.phrase, next.word)
    add(own.phrase, last.cue)
    add(own.phrase, next.phrase)
    add(own.phrase, next.organization)
  }

  private mutating func readRules(
    _ last: NameAtoms, _ own: NameAtoms, _ next: NameAtoms, _ behind: NameAtoms
  ) {
    add(last.label)
    add(own.label)
    add(next.label)
    add(own.label, next.label)
    add(last.label, own.label)
    add(last.label * 64 + own.label, next.label)
    add(own.label, own.word)
    add(own.label, own.person ^ own.organization)
    add(own.label, own.shape)
    add(own.label, last.word)
    add(own.label, next.word)
    add(behind.label, next.label)
    add(own.label, own.phrase)
    add(own.rule)
    add(own.rule, own.word)
    add(last.rule, own.rule)
    add(own.rule, next.rule)
    add(own.rule, own.shape)
    add(own.rule, own.person ^ own.organization)
  }

  /// What the stretch around a token tells: the next head word, the words between commas that it
  /// begins and ends with, and the words beside the stretch.
  private mutating func readRun(_ index: Int) {
    let end = atoms.count - 2
    let heads = UInt64(NameClass([.head, .weakHead, .suffix, .event, .work, .placeHead]).rawValue)
    let possessive: UInt64 = 4
    let comma: UInt64 = 0x2C + 16
    var head: Int?
    var cursor = index
    while cursor < end {
      let atom = atoms[cursor]
      if atom.organization & heads != 0, atom.isCapitalized != 0 { head = cursor }
      if atom.word == comma || atom.standing & possessive != 0 { break }
      cursor += 1
    }
    let distance = head.map { UInt64(min($0 - index, 3)) } ?? 3
    add(head.map { atoms[$0].organization } ?? 0, distance)
    add(atoms[index].organization ^ atoms[index - 1].word, head.map { atoms[$0].word } ?? 0)
    var first = index
    while first > 2, atoms[first - 1].word != comma, atoms[first - 1].standing & possessive == 0 {
      first -= 1
    }
    add(UInt64(min(index - first, 3)), atoms[first].word)
    var last = index
    while last + 1 < end, atoms[last + 1].word != comma, atoms[last].standing & possessive == 0 {
      last += 1
    }
    add(UInt64(min(last - index, 3)), atoms[last].word)
    add(atoms[1].word, UInt64(min(index - 2, 3)))
    add(atoms[end].word, UInt64(min(end - index, 3)))
  }
}
