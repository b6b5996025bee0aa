import Testing

@testable import Extract

/// Which of the places of a day counts.
@Suite struct DatePlacesTests {
  private typealias Feature = DateCandidates.Feature

  private func bits(_ features: [Feature], _ places: [HeadPlace.Feature] = []) -> UInt64 {
    features.reduce(DateCandidates.bits(places)) { $0 | $1.bit }
  }

  @Test func theBestPlaceKeepsWhatSpeaksThereAlone() {
    let byTitle = bits([.visible, .bare], [.title1, .beforeProse])
    var places = DatePlaces()
    places.add(0, at: 40, bits([.visible, .comment], [.titleFar, .far]))
    places.add(0, at: 3, byTitle)
    places.add(0, at: 60, bits([.visible, .teaser], [.titleFar, .far]))
    #expect(places.best(0) == byTitle)
    #expect(places.best(1) == 0)
  }

  @Test func anElementAndItsTextAreOnePlace() {
    var places = DatePlaces()
    places.add(0, at: 3, bits([.timeElement], [.title1]))
    places.add(0, at: 3, bits([.visible], [.title1]))
    #expect(places.best(0) == bits([.timeElement, .visible], [.title1]))
  }

  @Test(
    arguments: [
      ([.visible], [.title2], true), ([.visible], [.titleFar], false),
      ([.visible, .comment], [.title2], false), ([.timeElement], [.title2], false),
    ] as [([DateCandidates.Feature], [HeadPlace.Feature], Bool)])
  func aDayIsPrintedByTheTitle(
    _ features: [DateCandidates.Feature], _ around: [HeadPlace.Feature], _ expected: Bool
  ) {
    var places = DatePlaces()
    places.add(0, at: 3, bits(features, around))
    #expect(places.isNear(0) == expected)
  }
}
