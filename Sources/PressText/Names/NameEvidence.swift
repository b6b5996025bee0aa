extension NameScan {
  /// What the document says elsewhere of some words.
  private struct Evidence {
    var person: Int32 = 0
    var organization: Int32 = 0
    var place: Int32 = 0
    /// Occurrences among the unknown.
    var unknown: Int32 = 0
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
      evidence.update(unknown.key) {
        $0.unknown += 1
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
        names.append(NameSpan(kind, unknown.tokens))
      }
    }
    names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// What the words beside an unknown name tell of it.
  private func cues(_ tokens: Range<Int>) -> NameKind? {
    let before = tokens.lowerBound - 1
    let after = tokens.upperBound
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
    let best = max(found.person, found.organization, found.place)
    if best >= 2 || best == 1 && found.unknown == 1 {
      let isWord = tokens.count == 1 && words.isCommon(first)
      if !isWord || best >= 2 && !words[first].startsSentence && !words[first].isHeadline {
        if found.person == best { return .person }
        return found.organization == best ? .organization : .place
      }
    }
    if words[first].isHeadline || tokens.contains(where: { words.isCommon($0) }) { return nil }
    if tokens.count == 1 { return labelSingle(first) }
    // The surname of somebody who is named in full elsewhere.
    if evidence[words[last].hash].person > 0 { return .person }
    if words.has(last, .surname) || words.has(first, .firstName) { return .person }
    return tokens.count <= 3 ? .person : nil
  }

  private func labelSingle(_ index: Int) -> NameKind? {
    if words.has(index, .firstName), !words.has(index, [.wordlike, .mostlySurname]) {
      return .person
    }
    if isAcronym(index..<index + 1) { return .organization }
    return nil
  }
}
