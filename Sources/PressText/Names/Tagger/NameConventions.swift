extension NameField {
  /// The labels of all tokens by names that somebody marked, as byte ranges in the order of the text:
  /// but for what this project takes for no name, whoever marked it: titles and offices ("Defense
  /// Secretary"), laws, treaties and events ("Paris Agreement"), peoples, and acronyms of things.
  package func labels(of names: [(range: Range<Int>, kind: NameKind)]) -> [UInt8] {
    var labels = [UInt8](repeating: 0, count: count)
    for name in names {
      var start = words.tokens.index(at: name.range.lowerBound)
      var end = start
      while end < count, words.tokens[end].span.start < name.range.upperBound { end += 1 }
      let first = start
      while start < end, isTitle[start] { start += 1 }
      if start > first {
        while start < end, !words[start].isCapitalized { start += 1 }
      }
      guard start < end, !isTitle[start..<end].contains(true),
        !isThing(start..<end, name.kind)
      else { continue }
      for index in start..<end where labels[index] == 0 {
        labels[index] = UInt8(NameLabel.label(name.kind, index, in: start..<end))
      }
    }
    return labels
  }

  private func isThing(_ tokens: Range<Int>, _ kind: NameKind) -> Bool {
    let last = tokens.upperBound - 1
    guard labels[last] == 0 else { return false }
    return kind == .organization && words.has(last, .tail) && !words.has(last, .head)
      || tokens.count == 1 && (words.has(last, .plainAcronym) || isPeople(last))
  }

  /// Whether the rules find a name in a stretch where the labels have none at all.
  package func disputes(_ labels: [UInt8], in stretch: Range<Int>) -> Bool {
    names.contains { name in
      stretch.contains(name.tokens.lowerBound) && !words[name.tokens.lowerBound].isHeadline
        && !labels[name.tokens.clamped(to: stretch)].contains { $0 != 0 }
    }
  }

  /// Whether the labels of a stretch can follow each other: a name that lies partly outside cannot.
  package func isWhole(_ labels: [UInt8], in stretch: Range<Int>) -> Bool {
    let own = labels[stretch].map(Int.init)
    guard let first = own.first, let last = own.last else { return false }
    return NameLabel.opens(first) && NameLabel.closes(last)
      && zip(own, own.dropFirst()).allSatisfy { NameLabel.allows($0, $1) }
  }
}
