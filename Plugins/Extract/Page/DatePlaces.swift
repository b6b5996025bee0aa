/// The places of a page that print its days or give them in an element's attribute, one a day and
/// block, each with what speaks for and against the day there.
///
/// Of the places of a day only the best one counts: a list of related stories says nothing against
/// the line below the title that gives the same day.
struct DatePlaces {
  private struct Place {
    let day: Int
    let block: Int?
    var bits: UInt64
  }

  private var places: [Place] = []

  /// `day`: its place among the candidates. `block`: nil for an element that holds no block's text.
  mutating func add(_ day: Int, at block: Int?, _ bits: UInt64) {
    if let block,
      let index = places.lastIndex(where: { $0.day == day && $0.block == block })
    {
      places[index].bits |= bits
    } else {
      places.append(Place(day: day, block: block, bits: bits))
    }
  }

  /// What speaks for and against a day in the place that most speaks for it, the first of equals.
  func best(_ day: Int) -> UInt64 {
    var best: (bits: UInt64, points: Int)?
    for place in places where place.day == day {
      let points = Self.points(place.bits)
      if best.map({ points > $0.points }) ?? true { best = (place.bits, points) }
    }
    return best?.bits ?? 0
  }

  /// Whether a day is printed by the title.
  func isNear(_ day: Int) -> Bool {
    places.contains { place in
      place.day == day && place.bits & DateCandidates.Feature.visible.bit != 0
        && place.bits & Self.near != 0 && place.bits & Self.elsewhere == 0
    }
  }

  private typealias Feature = DateCandidates.Feature
  private static let near = bits(
    [], [.title0, .title1, .title2, .title3, .title4, .above1, .above2])
  private static let elsewhere = bits([.comment, .event, .prose], [])

  private static func bits(_ features: [Feature], _ places: [HeadPlace.Feature]) -> UInt64 {
    features.reduce(0) { $0 | $1.bit } | DateCandidates.bits(places)
  }

  private static let points: [Int] = {
    var points = [Int](repeating: 0, count: 64)
    let byFeature: [(Int, [Feature], [HeadPlace.Feature])] = [
      (6, [], [.title1]), (5, [], [.title2]), (4, [], [.above1]),
      (3, [], [.title3, .beforeProse]),
      (2, [.labelPublished, .firstBelowTitle, .firstVisible], []),
      (1, [.bare], [.above2, .afterEnd]), (-1, [.labelUpdated], []),
      (-2, [.teaser, .furniture, .prose, .many], [.inArticle, .far]),
      (-3, [.event, .labelEvent], [.titleFar, .aboveFar]), (-4, [.comment], []),
    ]
    for (value, features, places) in byFeature {
      let all = bits(features, places)
      for bit in 0..<64 where all & (1 << UInt64(bit)) != 0 { points[bit] = value }
    }
    return points
  }()

  private static func points(_ bits: UInt64) -> Int {
    var sum = 0
    var rest = bits
    while rest != 0 {
      sum += points[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return sum
  }
}
