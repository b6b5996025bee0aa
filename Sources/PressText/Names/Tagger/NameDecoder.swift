/// Finds the labels of a stretch that score best together (Viterbi), in memory that it keeps.
struct NameDecoder {
  private let model: NameModel
  private let rows: UnsafePointer<Int8>
  private var scores: [Int32] = []
  private var origins: [UInt8] = []
  /// The labels of the stretch that was read last.
  private(set) var labels: [UInt8] = []

  /// What the label that the rules give a token gains, in hundredths of a unit of log-odds, and what
  /// a label gains that the rules are sure of.
  private static let trust: Int32 = 70
  private static let certainty: Int32 = 1 << 24

  /// Nil without a model.
  init?(_ model: NameModel) {
    guard let rows = model.rows else { return nil }
    self.model = model
    self.rows = rows
  }

  mutating func read(
    _ features: borrowing NameFeatures, _ field: borrowing NameField, _ stretch: Range<Int>
  ) {
    let count = NameLabel.count
    scores.removeAll(keepingCapacity: true)
    scores.append(contentsOf: repeatElement(0, count: stretch.count * count))
    origins.removeAll(keepingCapacity: true)
    origins.append(contentsOf: repeatElement(0, count: stretch.count * count))
    let trust = NameDecoder.trust * model.scale / 100
    for position in 0..<stretch.count {
      sum(features, position)
      let index = stretch.lowerBound + position
      scores[position * count + Int(field.labels[index])] +=
        field.isCertain(index) ? NameDecoder.certainty : trust
      step(position, isLast: position == stretch.count - 1)
    }
    trace(stretch.count)
  }

  /// The scores of a token's labels by its own features.
  private mutating func sum(_ features: borrowing NameFeatures, _ position: Int) {
    let count = NameLabel.count
    let rows = self.rows
    let first = position * NameFeatures.count
    features.list.withUnsafeBufferPointer { list in
      scores.withUnsafeMutableBufferPointer { scores in
        let sums = scores.baseAddress.unsafelyUnwrapped + position * count
        for place in first..<first + NameFeatures.count {
          let row = rows + Int(list[place]) * count
          for label in 0..<count {
            let weight = Int32(row[label])
            sums[label] &+= weight &* (weight < 0 ? 0 &- weight : weight)
          }
        }
      }
    }
  }

  /// Adds to each label's score the best way to it from the labels of the token before.
  private mutating func step(_ position: Int, isLast: Bool) {
    let count = NameLabel.count
    let none = Int32.min / 2
    let steps = NameLabel.steps
    scores.withUnsafeMutableBufferPointer { scores in
      origins.withUnsafeMutableBufferPointer { origins in
        model.pairs.withUnsafeBufferPointer { pairs in
          steps.withUnsafeBufferPointer { steps in
            let own = position * count
            for label in 0..<count {
              var best = none
              var origin = 0
              if position == 0 {
                if NameLabel.opens(label) { best = pairs[label] }
              } else {
                for place in Int(steps[label])..<Int(steps[label + 1]) {
                  let before = Int(steps[place])
                  let score = scores[own - count + before] &+ pairs[before * count + label]
                  if score > best { (best, origin) = (score, before) }
                }
              }
              if isLast, !NameLabel.closes(label) { best = none }
              scores[own + label] = max(none, scores[own + label] &+ best)
              origins[own + label] = UInt8(origin)
            }
          }
        }
      }
    }
  }

  private mutating func trace(_ length: Int) {
    let count = NameLabel.count
    labels.removeAll(keepingCapacity: true)
    labels.append(contentsOf: repeatElement(0, count: length))
    guard length > 0 else { return }
    var best = 0
    for label in 1..<count
    where scores[(length - 1) * count + label] > scores[(length - 1) * count + best] {
      best = label
    }
    for position in stride(from: length - 1, through: 0, by: -1) {
      labels[position] = UInt8(best)
      best = Int(origins[position * count + best])
    }
  }
}
