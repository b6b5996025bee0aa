extension NameScan {
  /// What the document says elsewhere of some words.
  private struct Evidence {
    var person: Int32 = 0
    var organization: Int32 = 0
    var place: Int32 = 0
    /// Occurrences among the unknown.
    var unknown: Int32 = 0
    /// Occurrences as a thing: "a VBIED", "two SUVs", an acronym of something that is no body.
    var thing: Int32 = 0
  }

  /// Labels the unknown names by how their words stand elsewhere, and by the words beside them.
  mutating func resolve() {
    var evidence = HashTable<Evidence>(capacity: 64, absent: Evidence())
    for name in names {
      let key = words.key(name.tokens)
      switch name.kind {
      case .person:
        evidence.update(key) { $0.person += 2 }
        // The surname, and the first name where it is one, stand for the person.
        for index in name.tokens where !words.isInitial(index) && words[index].hash != 0 {
          evidence.update(words[index].hash) { $0.person += 1 }
        }
      case .organization: evidence.update(key) { $0.organization += 2 }
      case .place: evidence.update(key) { $0.place += 2 }
      }
    }
    for unknown in unknown {
      let cue = cues(unknown.tokens)
      let isThing = isThing(unknown.tokens)
      evidence.update(unknown.key) {
        $0.unknown += 1
        if isThing { $0.thing += 1 }
        switch cue {
        case .person: $0.person += 1
        case .organization: $0.organization += 1
        case .place: $0.place += 1
        case nil: break
        }
      }
    }
    for unknown in unknown {
      if let kind = label(unknown, evidence[unknown.key], evidence) {
        rule = .evidence
        add(kind, unknown.tokens)
      }
    }
    names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Whether what stands before says that some thing is meant: "a VBIED", "(GIS)", "Roe v. Wade".
  private func isThing(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard before >= 0, !words.tokens[tokens.lowerBound].startsLine else { return false }
    if words.isMark(before, 0x28) || words.tokens[before].kind == .number { return true }
    if words.isMark(before, 0x2E), words.is(before - 1, "v") { return true }
    return words.is(before, "a") || words.is(before, "an") || words.is(before, "per")
      || words.is(before, "of") && words.is(before - 1, "number")
  }

  /// What the words beside an unknown name tell of it.
  private func cues(_ tokens: Range<Int>) -> NameKind? {
    let before = tokens.lowerBound - 1
    let after = tokens.upperBound
    // The label of a turn: "KIRBY: Well,"
    if words.isMark(after, 0x3A), words.tokens[tokens.lowerBound].startsLine,
      words[tokens.lowerBound].isAllCapitals, words.tokens[tokens.lowerBound].span.count > 3
    {
      return .person
    }
    if words.is(after, "administration") || words.is(after, "presidency"), tokens.count == 1 {
      return isAcronym(tokens) ? nil : .person
    }
    if words.has(after, .personAfter), words.isLower(after), !words.is(before, "the") {
      return tokens.count <= 3 && !isAcronym(tokens) ? .person : .organization
    }
    if words.isLower(before), words.has(before, .personBefore), !isAcronym(tokens) {
      return words.is(before, "by") && tokens.count == 1 ? nil : .person
    }
    // "John Smith, Minister of"
    if words.isMark(after, 0x2C), tokens.count >= 2, tokens.count <= 3, after + 1 < words.count,
      title(at: after + 1) != nil
    {
      return .person
    }
    if words.isLower(before), words.has(before, .placeCue), !isAcronym(tokens),
      !words.is(before, "from"), !words.is(before, "at"), !words.is(before, "to")
    {
      return .place
    }
    return isAcronym(tokens) ? .organization : nil
  }

  private func isAcronym(_ tokens: Range<Int>) -> Bool {
    tokens.count == 1 && words[tokens.lowerBound].isAllCapitals
      && words.tokens[tokens.lowerBound].span.count <= 6 && !words[tokens.lowerBound].isHeadline
  }

  private func label(
    _ unknown: Unknown, _ found: Evidence, _ evidence: HashTable<Evidence>
  ) -> NameKind? {
    let tokens = unknown.tokens
    let first = tokens.lowerBound
    let last = tokens.upperBound - 1
    if tokens.contains(where: { words.has($0, .plainAcronym) }) { return nil }
    if found.thing > 0, found.thing * 4 >= found.unknown, found.organization <= found.unknown {
      return nil
    }
    let best = max(found.person, found.organization, found.place)
    if best >= 2 || best == 1 && found.unknown == 1 {
      let isWord = tokens.count == 1 && words.isCommon(first)
      let isFree = best >= 2 && !words[first].startsSentence && !words[first].isHeadline
      if !isWord || isFree || found.person > 1 && cues(tokens) == .person {
        if found.person == best { return .person }
        return found.organization == best ? .organization : .place
      }
    }
    if tokens.contains(where: { words.isCommon($0) || words.has($0, .group) }) { return nil }
    if tokens.count == 1 { return words[first].isHeadline ? nil : labelSingle(first) }
    // The surname of somebody who is named in full elsewhere.
    if evidence[words[last].hash].person > 0 { return .person }
    if words.has(last, .surname) { return .person }
    if words[first].isHeadline { return nil }
    if words.has(first, .firstName) { return .person }
    return tokens.count <= 3 && !words.is(first - 1, "the") ? .person : nil
  }

  private func labelSingle(_ index: Int) -> NameKind? {
    if words.has(index, .firstName), !words.has(index, [.wordlike, .mostlySurname]) {
      return .person
    }
    if isAcronym(index..<index + 1) { return .organization }
    if words.has(index, .surname), !words.has(index, .wordlike), !words[index].startsSentence,
      !words.is(index - 1, "the")
    {
      return .person
    }
    return nil
  }
}
