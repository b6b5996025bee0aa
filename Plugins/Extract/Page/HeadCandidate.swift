import PressModel
import PressText

/// A value of a page's head with where it stands.
struct HeadField {
  var text: String
  var name: String
  var source: Span?
  /// The words as they stand in the source, where the text is another form of them.
  var quoted: String?
  /// How much it is to be preferred among those that say the same.
  var rank = 0
}

/// A value that may be the page's title, day of issue or author: all places of the page that say
/// it, and what speaks for and against it, one bit a feature.
struct HeadCandidate {
  /// What two forms of the same value share.
  var key: String
  var bits: UInt64 = 0
  var places: [HeadField] = []

  /// The place to quote: the first of those with the highest rank.
  var best: HeadField? {
    var best: HeadField?
    for place in places where best.map({ place.rank > $0.rank }) ?? true { best = place }
    return best
  }
}

/// The candidates of a page for one field, in the order in which they were found.
struct HeadCandidates {
  private(set) var all: [HeadCandidate] = []

  /// Returns the candidate's place; nil where there is no key, or no more candidate is taken.
  @discardableResult
  mutating func add(_ key: String, _ place: HeadField, _ bits: UInt64) -> Int? {
    guard !key.isEmpty else { return nil }
    if let index = all.firstIndex(where: { $0.key == key }) {
      all[index].bits |= bits
      all[index].places.append(place)
      return index
    }
    guard all.count < 200 else { return nil }
    all.append(HeadCandidate(key: key, bits: bits, places: [place]))
    return all.count - 1
  }

  mutating func mark(_ index: Int, _ bits: UInt64) { all[index].bits |= bits }

  mutating func replace(_ index: Int, _ bits: UInt64) { all[index].bits = bits }

  mutating func removeAll(where isNone: (HeadCandidate) -> Bool) { all.removeAll(where: isNone) }

  subscript(key: String) -> HeadCandidate? { all.first { $0.key == key } }

  /// The candidate with the highest score, if that is above the score of there being none or all of
  /// `trusted` speak for it. `none`: that score, where it is another than the weights'.
  func best(_ weights: HeadWeights, none: Double? = nil, trusted: UInt64 = .max) -> HeadCandidate? {
    let none = none ?? weights.none
    var best: (candidate: HeadCandidate, score: Double)?
    var bestTrusted: (candidate: HeadCandidate, score: Double)?
    for candidate in all {
      let score = weights.score(candidate.bits)
      if score > best?.score ?? none { best = (candidate, score) }
      guard candidate.bits & trusted == trusted else { continue }
      if score > bestTrusted?.score ?? -.infinity { bestTrusted = (candidate, score) }
    }
    return best?.candidate ?? bestTrusted?.candidate
  }
}

/// The weights of a field's features: what each adds to a candidate's score, in hundredths of a
/// logit, and the score of there being none (softmax among a page's candidates; see
/// BuildTools/PageWeights/fit_head.py).
struct HeadWeights: Sendable {
  private let weights: [Double]
  let none: Double

  init(_ field: String, _ names: [String]) {
    var byName: [String: Double] = [:]
    for row in Table("page-head-weights").rows where row.count > 2 && row[0] == field {
      byName[row[1]] = (Double(row[2]) ?? 0) / 100
    }
    weights = names.map { byName[$0] ?? 0 }
    none = byName["none"] ?? -.infinity
  }

  func score(_ bits: UInt64) -> Double {
    var sum = 0.0
    var rest = bits
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      if bit < weights.count { sum += weights[bit] }
      rest &= rest - 1
    }
    return sum
  }
}

extension RawRepresentable where RawValue == Int {
  /// The feature's bit.
  var bit: UInt64 { 1 << UInt64(rawValue & 63) }
}
