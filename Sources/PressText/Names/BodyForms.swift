import PressModel

/// The forms of one body's name in a document: "House Committee on Harbors and Rivers", "Harbors and
/// Rivers Committee"; "Harbor Department" beside "Department of the Harbor".
struct BodyForms {
  /// A name in its parts: whose body it is, what it is for, and its head.
  struct Form {
    /// What it is for, and the head, without small words; in this order whatever is printed.
    var area: UInt64
    /// The same of the first of several things it is for; 0 where there is but one.
    var first: UInt64 = 0
    /// The country or state and the chamber before it; 0 without them.
    var owner: UInt64 = 0
    /// The committee that a subcommittee is of; 0 where it is not said.
    var parent: UInt64 = 0
    var isCommittee = false
    /// "Committee on Trade", which is fuller than "Trade Committee".
    var isInverted = false
  }

  private let words: NameWords

  init(_ words: NameWords) { self.words = words }

  /// Pairs of bodies of which the first is the second: the forms of one area and head, unless they
  /// are of two chambers or of two committees.
  func pairs(_ names: [(body: Int, tokens: Range<Int>)]) -> [(short: Int, full: Int)] {
    var groups = HashTable<Int>(capacity: 2 * names.count, absent: -1)
    var forms: [[(body: Int, form: Form)]] = []
    for name in names {
      guard let form = form(of: name.tokens) else { continue }
      var group = groups[form.area]
      if group < 0 {
        group = forms.count
        groups.update(form.area) { $0 = group }
        forms.append([])
      }
      forms[group].append((name.body, form))
    }
    var pairs: [(short: Int, full: Int)] = []
    /// The fullest form of each body that there is.
    var whole: [(body: Int, form: Form)] = []
    for group in forms { whole += joined(group, &pairs) }
    joinFirsts(whole, groups, &pairs)
    return pairs
  }

  /// Joins what is of one area and head; the fullest form of each body.
  private func joined(
    _ group: [(body: Int, form: Form)], _ pairs: inout [(short: Int, full: Int)]
  ) -> [(body: Int, form: Form)] {
    guard group.count > 1 else { return group }
    let owner = only(group.map(\.form.owner))
    let parent = only(group.map(\.form.parent))
    var kept: [(body: Int, form: Form)] = []
    var known = HashTable<Int>(capacity: group.count, absent: -1)
    for (body, form) in group {
      // Where two chambers have such a committee, one without a chamber is neither's.
      let key = WordHash.join(owner == nil ? form.owner : 0, parent == nil ? form.parent : 0)
      let same = known[key]
      guard same >= 0 else {
        known.update(key) { $0 = kept.count }
        kept.append((body, form))
        continue
      }
      if isFuller(form, than: kept[same].form) {
        pairs.append((kept[same].body, body))
        kept[same] = (body, form)
      } else {
        pairs.append((body, kept[same].body))
      }
    }
    return kept
  }

  /// The only value but 0, or 0; nil where there are two.
  private func only(_ values: [UInt64]) -> UInt64? {
    var found: UInt64 = 0
    for value in values where value != 0 && value != found {
      guard found == 0 else { return nil }
      found = value
    }
    return found
  }

  private func isFuller(_ form: Form, than other: Form) -> Bool {
    let left = (form.owner != 0 ? 4 : 0) + (form.parent != 0 ? 2 : 0) + (form.isInverted ? 1 : 0)
    let right =
      (other.owner != 0 ? 4 : 0) + (other.parent != 0 ? 2 : 0) + (other.isInverted ? 1 : 0)
    return left > right
  }

  /// "Harbors Committee" to the only "Committee on Harbors, Canals and Rivers".
  private func joinFirsts(
    _ whole: [(body: Int, form: Form)], _ groups: HashTable<Int>,
    _ pairs: inout [(short: Int, full: Int)]
  ) {
    var byFirst = HashTable<Int>(capacity: whole.count, absent: -1)
    let several = -2
    for (index, item) in whole.enumerated() where item.form.first != 0 && item.form.isCommittee {
      byFirst.update(item.form.first) { $0 = $0 == -1 ? index : several }
    }
    var counts = HashTable<Int>(capacity: whole.count, absent: 0)
    for item in whole { counts.update(item.form.area) { $0 += 1 } }
    for item in whole where item.form.first == 0 && item.form.isCommittee {
      let full = byFirst[item.form.area]
      guard full >= 0, counts[item.form.area] == 1 else { continue }
      let other = whole[full]
      guard item.form.owner == 0 || other.form.owner == 0 || item.form.owner == other.form.owner
      else { continue }
      pairs.append((item.body, other.body))
    }
  }

  // MARK: - The parts of a name

  /// Nil for a name that has no such parts.
  func form(of tokens: Range<Int>) -> Form? {
    guard tokens.count > 1 else { return nil }
    var start = tokens.lowerBound
    if words.isWord(start, "the") { start += 1 }
    let (opening, owner, isState) = owner(start..<tokens.upperBound)
    guard let head = head(in: opening..<tokens.upperBound) else { return nil }
    let isCommittee = isStem(head, "committee")
    let isLesser = isStem(head, "subcommittee")
    // "the Justice Department" is no state's.
    guard isCommittee || isLesser || !isState else { return nil }
    var before = opening..<head
    // "Select Committee", "Permanent Select Committee"
    while isCommittee, let last = before.last, isKind(last) { before = before.dropLast() }
    let behind = head + 1..<tokens.upperBound
    var form = Form(area: 0, owner: owner, isCommittee: isCommittee)
    let area: Range<Int>
    if behind.isEmpty {
      area = before
    } else {
      guard
        words.isWord(behind.lowerBound, "on") || words.isWord(behind.lowerBound, "of")
          || words.isWord(behind.lowerBound, "for")
      else { return nil }
      area = behind.dropFirst()
      form.isInverted = true
      // "Harbors Subcommittee on Canals"; another word before the head tells of another body.
      if !before.isEmpty {
        guard isLesser else { return nil }
        form.parent = key(before)
      }
    }
    let subject = key(area)
    guard subject != 0 else { return nil }
    let name = words[head].hash
    form.area = WordHash.join(subject, name)
    if let end = area.first(where: { isJoint($0) }), end > area.lowerBound {
      form.first = WordHash.join(key(area.lowerBound..<end), name)
    }
    return form
  }

  /// The head that such a name has: the last before "on", "of" or "for", else the last word.
  private func head(in tokens: Range<Int>) -> Int? {
    guard let last = tokens.last else { return nil }
    if isHead(last) { return last }
    return tokens.last { index in
      isHead(index)
        && (words.isWord(index + 1, "on") || words.isWord(index + 1, "of")
          || words.isWord(index + 1, "for"))
    }
  }

  private func isHead(_ index: Int) -> Bool {
    isStem(index, "committee") || isStem(index, "subcommittee") || isStem(index, "department")
      || isStem(index, "ministry")
  }

  /// Whether a token is a word but for its case and a possessive's ending. `word`: in lower case.
  private func isStem(_ index: Int, _ word: StaticString) -> Bool {
    let span = words.span(index..<index + 1)
    guard span.count == word.utf8CodeUnitCount else { return false }
    let bytes = words.tokens.text.bytes
    return word.withUTF8Buffer { letters in
      letters.indices.allSatisfy { bytes[span.start + $0] | 0x20 == letters[$0] }
    }
  }

  private func isKind(_ index: Int) -> Bool {
    words.isWord(index, "select") || words.isWord(index, "special")
      || words.isWord(index, "permanent") || words.isWord(index, "standing")
  }

  private func isJoint(_ index: Int) -> Bool {
    words.isMark(index, 0x2C) || words.isMark(index, 0x26) || words.isWord(index, "and")
  }

  /// Where a name goes on behind the country or state and the chamber that it starts with, their key,
  /// and whether it is a state. A country counts only where no chamber is named: "U.S. Senate" is "Senate".
  private func owner(_ tokens: Range<Int>) -> (end: Int, key: UInt64, isState: Bool) {
    var start = tokens.lowerBound
    var key: UInt64 = 0
    if let country = words.country(openingOf: tokens) {
      start = country.end
      key = WordHash.mix(UInt64(country.code) << 8 | 0xB1)
    } else if let end = words.people(openingOf: tokens), end < tokens.upperBound {
      key = words.key(start..<end)
      start = end
    }
    let isState = key != 0 && words.country(openingOf: tokens) == nil
    guard start < tokens.upperBound else { return (tokens.lowerBound, 0, false) }
    let isChamber =
      words.isWord(start, "house") || words.isWord(start, "senate") || words.isWord(start, "joint")
    guard isChamber else { return (start, key, isState) }
    let chamber = words[start].hash
    return (start + 1, isState ? WordHash.join(key, chamber) : chamber, isState)
  }

  /// The key of words without the small ones among them; 0 without others.
  private func key(_ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    for index in range where words[index].hash != 0 && !isSmall(index) {
      key = key == 0 ? words[index].hash : WordHash.join(key, words[index].hash)
    }
    return key
  }

  private func isSmall(_ index: Int) -> Bool {
    words.isWord(index, "and") || words.isWord(index, "the") || words.isWord(index, "of")
      || words.isWord(index, "on") || words.isWord(index, "committee")
  }
}
