import PressModel
import PressText

/// How well names are found in texts that were not trained on.
public struct Measure {
  private let texts: [LabelledText]

  public init(_ texts: [LabelledText]) { self.texts = texts }

  /// Trains on three quarters of the documents and tags the rest, four times; then trains on all
  /// sets but one and tags that.
  public func run(_ line: (String) -> Void) {
    let sets = Array(Set(texts.map(\.set))).sorted()
    var rules: [String: Score] = [:]
    var folds: [String: Score] = [:]
    var others: [String: Score] = [:]
    for text in texts { rules[text.set, default: Score()].add(text, RuleNameTagger()) }
    for fold in 0..<4 {
      let known = texts.enumerated().filter { $0.offset % 4 != fold }.map(\.element)
      let tagger = TrainedNameTagger(model: RandomField(TrainingSet(known)).file())
      for (number, text) in texts.enumerated() where number % 4 == fold {
        folds[text.set, default: Score()].add(text, tagger)
      }
    }
    for set in sets {
      let known = texts.filter { $0.set != set }
      let tagger = TrainedNameTagger(model: RandomField(TrainingSet(known)).file())
      for text in texts where text.set == set { others[set, default: Score()].add(text, tagger) }
    }
    for set in sets {
      line("\(set) rules  \(rules[set, default: Score()])")
      line("\(set) folds  \(folds[set, default: Score()])")
      line("\(set) others \(others[set, default: Score()])")
    }
  }
}

/// Names that were found and that were marked, over some texts.
struct Score: CustomStringConvertible {
  private var counts = [[Int]](repeating: [0, 0, 0, 0, 0], count: 3)

  mutating func add(_ text: LabelledText, _ tagger: some NameTagger) {
    let field = NameField(Tokens(Text(text.text)))
    let gold = names(field, field.labels(of: text.names))
    let found = tagger.names(in: field.words)
    for kind in NameKind.allCases {
      let own = found.filter { $0.kind == kind }.map(\.tokens)
      let marked = gold.filter { $0.kind == kind }.map(\.tokens)
      let values = [
        own.count, marked.count, own.filter(marked.contains).count,
        own.filter { name in marked.contains { $0.overlaps(name) } }.count,
        marked.filter { name in own.contains { $0.overlaps(name) } }.count,
      ]
      for (index, value) in values.enumerated() { counts[Int(kind.rawValue)][index] += value }
    }
  }

  private func names(_ field: NameField, _ labels: [UInt8]) -> [NameSpan] {
    var names: [NameSpan] = []
    var start = 0
    for (index, label) in labels.enumerated() where label != 0 {
      if NameLabel.opens(Int(label)) { start = index }
      if NameLabel.closes(Int(label)), let kind = NameLabel.kind(Int(label)) {
        names.append(NameSpan(kind, start..<index + 1))
      }
    }
    return names
  }

  /// Overlap and exact F1 of all names, people, organizations and places.
  var description: String {
    let sum = (0..<5).map { index in counts.reduce(0) { $0 + $1[index] } }
    return zip(["all", "people", "organizations", "places"], [sum] + counts).map { name, counts in
      func share(_ part: Int, _ whole: Int) -> Double {
        counts[whole] > 0 ? Double(counts[part]) / Double(counts[whole]) : 0
      }
      func mean(_ one: Double, _ other: Double) -> Double {
        one + other > 0 ? 2 * one * other / (one + other) : 0
      }
      func text(_ value: Double) -> String {
        let digits = String(Int((value * 1000).rounded()))
        return "." + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
      }
      let overlap = text(mean(share(3, 0), share(4, 1)))
      return "\(name) \(overlap) \(text(mean(share(2, 0), share(2, 1))))"
    }.joined(separator: "  ")
  }
}
