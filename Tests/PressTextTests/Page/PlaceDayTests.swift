import PressModel
import Testing

@testable import PressText

/// Lines of a place and a day.
@Suite struct PlaceDayTests {
  private func found(_ line: String) -> String? {
    let bytes = Array(line.utf8)
    return PlaceDay(Span(0, bytes.count), in: bytes).map { found in
      let place = found.place.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
      return "\(place ?? "-") \(found.date.iso)"
    }
  }

  @Test(arguments: [
    ("Parlamento Nacional, D\u{ED}li, 28 de setembro de 2021", "D\u{ED}li 2021-09-28"),
    ("Berlin, 3. Oktober 2023", "Berlin 2023-10-03"),
    ("Berlin, den 3. Oktober 2023", "Berlin 2023-10-03"),
    ("Fait \u{E0} Paris, le 4 mars 2024", "Paris 2024-03-04"),
    ("Palais du Port, Lyon, le lundi 4 mars 2024", "Lyon 2024-03-04"),
    ("Hecho en Madrid, el 3 de mayo de 2020", "Madrid 2020-05-03"),
    ("Gdynia, dnia 3 maja 2020 r.", "Gdynia 2020-05-03"),
    ("Stockholm den 3 maj 2020", "Stockholm 2020-05-03"),
    ("Москва, 3 мая 2020 года", "Москва 2020-05-03"),
    ("Brussels, 3 May 2020", "Brussels 2020-05-03"),
    ("Portland, Maine, May 3, 2020", "Portland, Maine 2020-05-03"),
  ])
  func placesAndDays(_ line: String, _ expected: String) {
    #expect(found(line) == expected)
  }

  @Test func aPersonIsNoPlace() {
    #expect(found("Maria Silva, 3 de maio de 2020") == "- 2020-05-03")
  }

  @Test(arguments: [
    "Jane Roe, May 3, 2020", "Harbour Fair, 3 May 2020", "Le port ouvre le 4 mars 2024",
    "Paris, le 4 mars 2024, le port ouvre", "Berlin 3. Oktober 2023", "4 mars 2024",
    "Nous avons vu le port, le 4 mars 2024",
  ])
  func linesOfOtherKinds(_ line: String) {
    #expect(found(line) == nil)
  }
}
