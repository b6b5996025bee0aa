import PressText

/// Fits the weights of a linear-chain conditional random field by stochastic gradient descent with a
/// rate that falls as it should for a loss with a quadratic penalty (Bottou, 2010).
public struct RandomField {
  static let rounds = 12
  static let penalty = 3.0
  static let rate = 0.1
  private static let count = NameLabel.count
  /// Labels a row, up to what the machine adds at once.
  private static let width = 16

  /// Weights over `factor`: shrinking all of them is one multiplication.
  private var weights = [Float](repeating: 0, count: NameFeatures.rows * width)
  private var pairs = [Float](repeating: 0, count: count * count)
  private var factor = 1.0
  private var chain = Chain()

  /// The state of one stretch: memory that is used again.
  private struct Chain {
    var emission: [Float] = []
    var forward: [Float] = []
    var backward: [Float] = []
    var norms: [Float] = []
    var transition = [Float](repeating: 0, count: count * count)
  }

  public init(_ set: TrainingSet, seed: UInt64 = 42) {
    var numbers = SeededNumbers(state: seed)
    let decay = RandomField.penalty / Double(max(1, set.stretches.count))
    var time = 0.0
    for _ in 0..<RandomField.rounds {
      for index in numbers.order(set.stretches.count) {
        let rate = RandomField.rate / (1 + decay * RandomField.rate * time)
        time += 1
        factor *= 1 - rate * decay
        if factor < 1e-6 { unfold() }
        learn(set, set.stretches[index], Float(rate / factor))
      }
    }
    unfold()
  }

  private mutating func unfold() {
    for index in weights.indices { weights[index] *= Float(factor) }
    for index in pairs.indices { pairs[index] *= Float(factor) }
    factor = 1
  }

  private mutating func learn(_ set: TrainingSet, _ stretch: TrainingSet.Stretch, _ step: Float) {
    let count = RandomField.count
    let length = stretch.labels.count
    score(set, stretch)
    for index in pairs.indices {
      chain.transition[index] = exponential(pairs[index] * Float(factor))
    }
    runForward(length)
    runBackward(length)
    for position in 0..<length {
      let gold = Int(set.labels[stretch.labels.lowerBound + position])
      var gradient = [Float](repeating: 0, count: RandomField.width)
      var sum: Float = 0
      for label in 0..<count {
        gradient[label] =
          chain.forward[position * count + label] * chain.backward[position * count + label]
        sum += gradient[label]
      }
      for label in 0..<count { gradient[label] *= -step / sum }
      gradient[gold] += step
      let rows = stretch.features.lowerBound + position * NameFeatures.count
      weights.withUnsafeMutableBufferPointer { weights in
        gradient.withUnsafeBufferPointer { gradient in
          for feature in set.features[rows..<rows + NameFeatures.count] {
            let start = Int(feature) * RandomField.width
            for label in 0..<RandomField.width { weights[start + label] += gradient[label] }
          }
        }
      }
      if position == 0 {
        for label in 0..<count { pairs[label] += gradient[label] }
      } else {
        learnPairs(position, gold, Int(set.labels[stretch.labels.lowerBound + position - 1]), step)
      }
    }
  }

  private mutating func learnPairs(_ position: Int, _ gold: Int, _ before: Int, _ step: Float) {
    let count = RandomField.count
    var shares = [Float](repeating: 0, count: count * count)
    var sum: Float = 0
    for first in 0..<count {
      for second in 0..<count where NameLabel.allows(first, second) {
        let share =
          chain.forward[(position - 1) * count + first] * chain.transition[first * count + second]
          * chain.emission[position * count + second] * chain.backward[position * count + second]
        shares[first * count + second] = share
        sum += share
      }
    }
    for index in shares.indices { pairs[index] -= step * shares[index] / sum }
    pairs[before * count + gold] += step
  }

  /// The exponentials of the sums of each token's weights, over the largest.
  private mutating func score(_ set: TrainingSet, _ stretch: TrainingSet.Stretch) {
    let count = RandomField.count
    chain.emission.removeAll(keepingCapacity: true)
    var sums = [Float](repeating: 0, count: RandomField.width)
    for position in 0..<stretch.labels.count {
      for label in 0..<RandomField.width { sums[label] = 0 }
      let rows = stretch.features.lowerBound + position * NameFeatures.count
      weights.withUnsafeBufferPointer { weights in
        sums.withUnsafeMutableBufferPointer { sums in
          for feature in set.features[rows..<rows + NameFeatures.count] {
            let start = Int(feature) * RandomField.width
            for label in 0..<RandomField.width { sums[label] += weights[start + label] }
          }
        }
      }
      let most = sums[..<count].max() ?? 0
      for label in 0..<count {
        chain.emission.append(exponential((sums[label] - most) * Float(factor)))
      }
    }
  }

  private mutating func runForward(_ length: Int) {
    let count = RandomField.count
    chain.forward.removeAll(keepingCapacity: true)
    chain.norms.removeAll(keepingCapacity: true)
    for position in 0..<length {
      var sum: Float = 0
      for label in 0..<count {
        var value: Float = 0
        if position == 0 {
          value = NameLabel.opens(label) ? chain.transition[label] : 0
        } else {
          for before in 0..<count where NameLabel.allows(before, label) {
            value +=
              chain.forward[(position - 1) * count + before]
              * chain.transition[before * count + label]
          }
        }
        if position == length - 1, !NameLabel.closes(label) { value = 0 }
        value *= chain.emission[position * count + label]
        chain.forward.append(value)
        sum += value
      }
      chain.norms.append(sum)
      for label in 0..<count { chain.forward[position * count + label] /= sum }
    }
  }

  private mutating func runBackward(_ length: Int) {
    let count = RandomField.count
    chain.backward.removeAll(keepingCapacity: true)
    chain.backward.append(contentsOf: repeatElement(0, count: length * count))
    for label in 0..<count where NameLabel.closes(label) {
      chain.backward[(length - 1) * count + label] = 1
    }
    for position in stride(from: length - 2, through: 0, by: -1) {
      for label in 0..<count {
        var value: Float = 0
        for next in 0..<count where NameLabel.allows(label, next) {
          value +=
            chain.transition[label * count + next]
            * chain.emission[(position + 1) * count + next]
            * chain.backward[(position + 1) * count + next]
        }
        chain.backward[position * count + label] = value / chain.norms[position + 1]
      }
    }
  }

  /// The bytes of the model's file.
  public func file() -> [UInt8] {
    let count = RandomField.count
    var most: Float = 1e-6
    for weight in weights { most = max(most, weight.magnitude) }
    for weight in pairs { most = max(most, weight.magnitude) }
    let scale = Int(127 * 127 / most)
    func byte(_ weight: Float) -> UInt8 {
      let root = (weight.magnitude * Float(scale)).squareRoot().rounded()
      return UInt8(bitPattern: Int8(weight < 0 ? -root : root))
    }
    var bytes = ModelHead.bytes(
      "presswork name-weights version=\(NameModel.version) features=\(NameFeatures.version) "
        + "rows=\(NameFeatures.rows) labels=\(count) scale=\(scale)")
    bytes += pairs.map(byte)
    for row in 0..<NameFeatures.rows {
      for label in 0..<count { bytes.append(byte(weights[row * RandomField.width + label])) }
    }
    return bytes
  }
}
