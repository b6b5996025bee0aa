import PressModel
import PressText

/// Stretches of labelled texts, each token with its features and its label.
public struct TrainingSet: Sendable {
  struct Stretch {
    /// Rows of weights, `NameFeatures.count` a token.
    var features: Range<Int>
    var labels: Range<Int>
  }

  private(set) var features: [UInt32] = []
  private(set) var labels: [UInt8] = []
  private(set) var stretches: [Stretch] = []

  /// Leaves out stretches that cut a name, and, in texts that programs labelled (`silver`), those in
  /// which the rules find a name and the labels none: there the programs did not agree.
  public init(_ texts: [LabelledText]) {
    var reader = NameFeatures()
    for text in texts {
      let field = NameField(Tokens(Text(text.text)))
      let gold = field.labels(of: text.names)
      for stretch in field.stretches where field.isWhole(gold, in: stretch) {
        if text.set.hasPrefix("silver"), field.disputes(gold, in: stretch) { continue }
        reader.read(field, stretch)
        let start = (features.count, labels.count)
        features += reader.list
        labels += gold[stretch]
        stretches.append(
          Stretch(features: start.0..<features.count, labels: start.1..<labels.count))
      }
    }
  }
}
