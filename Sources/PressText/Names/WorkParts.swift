import PressModel

/// What only stands in the titles of works, and is no body.
extension WorkTitles {
  /// The names without bodies that are acronyms of works, and without those that the words of a law's
  /// title seem to name: "the Sensible School Supper Act".
  func namesAlone() -> [NameSpan] {
    guard !titles.isEmpty else { return names }
    var outside = HashTable<Bool>(capacity: names.count, absent: false)
    for name in names where name.kind == .organization && law(around: name.tokens) == nil {
      outside.update(words.key(name.tokens)) { $0 = true }
    }
    return names.filter { name in
      guard name.kind == .organization else { return true }
      if isAcronym(name.tokens) { return false }
      return outside[words.key(name.tokens)] || law(around: name.tokens) == nil || isKnown(name)
    }
  }

  private func isAcronym(_ name: Range<Int>) -> Bool {
    guard name.count == 1 else { return false }
    let next = acronyms.partitioningIndex { $0.token >= name.lowerBound }
    return next < acronyms.count && acronyms[next].token == name.lowerBound
  }

  /// The title of a law of which a name is a part.
  private func law(around name: Range<Int>) -> WorkTitle? {
    let span = words.span(name)
    let next = titles.partitioningIndex { $0.span.end >= span.end }
    guard next < titles.count, titles[next].span.start <= span.start,
      titles[next].span.count > span.count, let head = titles[next].tokens.last(where: isLaw)
    else { return nil }
    return head >= name.upperBound ? titles[next] : nil
  }

  private func isLaw(_ index: Int) -> Bool {
    words.is(index, "Act") || words.is(index, "Bill") || words.is(index, "Resolution")
      || words.is(index, "Law")
  }

  /// "the Department of State Authorization Act": a body of the tables starts the name.
  private func isKnown(_ name: NameSpan) -> Bool {
    words.phrase(at: name.tokens.lowerBound)?.kinds.contains(.organization) ?? false
  }
}
