extension Names {
  /// Whether a capitalised word says what somebody or something is and names neither by itself: an
  /// adjective of a country, a title, an office, a party's members.
  public func isGeneral(_ index: Int) -> Bool {
    if let phrase = words.phrase(at: index), phrase.end == index + 1,
      phrase.kinds.isSubset(of: PhraseKind.title.union([.demonym, .male, .female]))
    {
      return true
    }
    let roles = RoleWords.shared
    return roles.isHead(index, words) || roles.isModifier(index, words)
      || WordList.general.holds(index, words.tokens)
  }
}
