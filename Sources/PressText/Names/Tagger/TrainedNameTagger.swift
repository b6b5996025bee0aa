/// Finds names by rules and by weights that were trained on labelled texts: what titles, tables and
/// acronyms tell is evidence, and the weights decide between it and what stands around.
///
/// The rules read the text first (`RuleNameTagger`); stretches of words that may be names are labelled
/// anew by a linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001) whose
/// features hold what the rules said (stacking, after Wolpert, 1992). Names that the rules are sure
/// of stand as they are.
public struct TrainedNameTagger: NameTagger {
  private let model: NameModel

  public init() { model = NameModel.shared }

  /// Tags by another model than the program's, of which it keeps the bytes for good.
  package init(model bytes: [UInt8]) {
    let kept = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = kept.initialize(from: bytes)
    model = NameModel(UnsafeBufferPointer(kept))
  }

  public func names(in words: NameWords) -> [NameSpan] {
    let field = NameField(words)
    guard var decoder = NameDecoder(model) else { return field.names }
    var features = NameFeatures()
    var names: [NameSpan] = []
    names.reserveCapacity(field.names.count)
    var ruled = 0
    for stretch in field.stretches {
      features.read(field, stretch)
      decoder.read(features, field, stretch)
      var position = 0
      while position < stretch.count {
        guard let kind = NameLabel.kind(Int(decoder.labels[position])) else {
          position += 1
          continue
        }
        let start = position
        while !NameLabel.closes(Int(decoder.labels[position])) { position += 1 }
        position += 1
        var tokens = stretch.lowerBound + start..<stretch.lowerBound + position
        // The full stop of "Inc." is not in the name, as the rules have it.
        if kind == .organization, tokens.count > 1,
          words[tokens.upperBound - 1].isAbbreviationStop
        {
          tokens = tokens.lowerBound..<tokens.upperBound - 1
        }
        if field.isPlainPhrase(tokens) { continue }
        // "Jr." alone is nobody.
        if kind == .person, tokens.allSatisfy({ words.isGeneration($0) || words.isMark($0, 0x2E) })
        {
          continue
        }
        while ruled < field.names.count, field.names[ruled].tokens.lowerBound < tokens.lowerBound {
          ruled += 1
        }
        var name = NameSpan(kind, tokens)
        // The title that the rules read before it.
        if ruled < field.names.count, field.names[ruled].tokens.lowerBound == tokens.lowerBound,
          kind == .person
        {
          name.titleStart = field.names[ruled].titleStart
        }
        names.append(name)
      }
    }
    return names
  }
}
