import PressModel

/// Sorts out the people who are named by one word alone throughout a text: never in full, never with a
/// title. Such words are often firms, products, towns or storms; without anything that speaks for a
/// person they are none.
struct LonePeople {
  private let words: NameWords

  private struct Evidence {
    var isPerson = false
    /// The kind that the word has elsewhere in the text, if another.
    var other: NameKind?
  }

  init(_ words: NameWords) {
    self.words = words
  }

  /// `names`: in the order of the text.
  func sorted(_ names: [NameSpan]) -> [NameSpan] {
    let (full, evidence) = evidence(names)
    let counties = counties()
    var sorted: [NameSpan] = []
    sorted.reserveCapacity(names.count)
    for (index, name) in names.enumerated() {
      let token = name.tokens.lowerBound
      guard isLone(name), !full[words[token].hash] else {
        sorted.append(name)
        continue
      }
      let known = evidence[words[token].hash]
      if counties.contains(token) {
        sorted.append(NameSpan(.place, name.tokens))
      } else if known.isPerson || isBesidePerson(index, names, last: sorted.last) {
        sorted.append(name)
      } else if let other = known.other {
        sorted.append(NameSpan(other, name.tokens))
      } else if isKnown(token) {
        sorted.append(name)
      }
    }
    return sorted
  }

  /// Whether a name is one of a person by one word without a title.
  private func isLone(_ name: NameSpan) -> Bool {
    name.kind == .person && name.tokens.count == 1 && name.titleStart == name.tokens.lowerBound
  }

  /// The words of people who are named in full or with a title, and what speaks for each word else.
  private func evidence(_ names: [NameSpan]) -> (full: HashTable<Bool>, words: HashTable<Evidence>)
  {
    var full = HashTable<Bool>(capacity: names.count, absent: false)
    var evidence = HashTable<Evidence>(capacity: names.count, absent: Evidence())
    for name in names {
      if name.kind == .person, !isLone(name) {
        for token in name.tokens { full.update(words[token].hash) { $0 = true } }
      } else if name.tokens.count == 1 {
        let token = name.tokens.lowerBound
        evidence.update(words[token].hash) { known in
          if name.kind == .person {
            known.isPerson = known.isPerson || isHuman(token)
          } else {
            known.other = known.other ?? name.kind
          }
        }
      }
    }
    return (full, evidence)
  }

  /// Whether a word does, or has done to it, what only people do and have: "Reed said", "said Reed",
  /// "Thanks, Reed."
  private func isHuman(_ token: Int) -> Bool {
    words.has(token + 1, .personAfter) && words.isLower(token + 1)
      || words.has(token - 1, .personAfter) && words.isLower(token - 1)
      || words.tokens[token].startsLine && words.isMark(token + 1, 0x3A)
      || words.isMark(token - 1, 0x2C) && isGreeting(token - 2)
  }

  /// The word before the comma in "Go ahead, Reed", "Thank you, Reed".
  private func isGreeting(_ index: Int) -> Bool {
    words.is(index, "ahead") || words.is(index, "you") || words.is(index, "Thanks")
      || words.is(index, "thanks") || words.is(index, "Hi") || words.is(index, "Hello")
  }

  /// Whether only a comma or "and" parts a name from another of a person: one before that was kept,
  /// or one behind that speaks for itself.
  private func isBesidePerson(_ index: Int, _ names: [NameSpan], last: NameSpan?) -> Bool {
    let tokens = names[index].tokens
    if let last, last.kind == .person, isList(last.tokens.upperBound..<tokens.lowerBound) {
      return true
    }
    guard index + 1 < names.count, names[index + 1].kind == .person else { return false }
    let next = names[index + 1]
    return isList(tokens.upperBound..<next.tokens.lowerBound)
      && (!isLone(next) || isKnown(next.tokens.lowerBound))
  }

  private func isList(_ gap: Range<Int>) -> Bool {
    !gap.isEmpty && gap.count <= 2 && gap.allSatisfy(words.joinsList)
      && !gap.contains { words.tokens[$0].startsLine }
  }

  /// A first name or surname of the tables.
  private func isKnown(_ token: Int) -> Bool { words.has(token, [.firstName, .surname]) }

  /// The words of lists that end in "counties" or follow it: "Clay, Macon and Putnam counties", "the
  /// counties of Clay, Macon, and Putnam".
  private func counties() -> Set<Int> {
    var tokens: Set<Int> = []
    for index in 0..<words.count
    where words.is(index, "counties") || words.is(index, "Counties") {
      var token = index - 1
      while token >= 0, !words.tokens[token + 1].startsLine,
        words[token].isCapitalized || words.joinsList(token)
      {
        // What stands before a word that is known was looked at.
        if words[token].isCapitalized, !tokens.insert(token).inserted { break }
        token -= 1
      }
      guard words.is(index + 1, "of") else { continue }
      token = index + 2
      while token < words.count, !words.tokens[token].startsLine,
        words[token].isCapitalized || words[token].isAbbreviationStop || words.joinsList(token)
      {
        if words[token].isCapitalized { tokens.insert(token) }
        token += 1
      }
    }
    return tokens
  }
}
