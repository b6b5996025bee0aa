extension WordClusters {
  /// The keys by which a text's words are counted, 0 at the ends of lines. Capitalized words count
  /// apart; one that opens a sentence may be either and counts as rare, which is 1.
  package static func keys(of tokens: Tokens) -> [UInt64] {
    let words = NameWords(tokens)
    var keys: [UInt64] = []
    for index in tokens.indices {
      let word = words[index]
      if tokens[index].startsLine, index > 0 { keys.append(0) }
      if word.hash == 0 {
        keys.append(tokens[index].kind == .number ? 3 : 16 + UInt64(word.byte))
      } else if !word.isCapitalized {
        keys.append(word.hash)
      } else {
        keys.append(
          word.startsSentence || word.isHeadline ? 1 : WordHash.capitals(word.hash))
      }
    }
    return keys + [0]
  }
}
