import PressModel
import Testing

@testable import PressText

@Suite struct NameTablesTests {
  @Test func thereAre249Countries() {
    let rows = Table("countries").rows
    #expect(Set(rows.map { $0[0] }).count == 249)
    #expect(rows.allSatisfy { $0.count == 5 && $0[0].utf8.count == 2 && !$0[1].isEmpty })
  }

  /// Every printed form of a country leads to its code.
  @Test func everyNameOfACountryIsFound() {
    for row in Table("countries").rows {
      for name in [row[1]] + row[2].split(separator: ";").map(String.init) {
        let phrase = NameWords(Tokens(Text("They left \(name) today"))).phrase(at: 2)
        #expect(phrase?.kinds.contains(.country) == true, "\(name)")
        #expect(NameLexicon.string(phrase?.country ?? 0) == row[0], "\(name)")
      }
    }
  }

  @Test func citiesHaveCountriesThatExist() {
    let codes = Set(Table("countries").rows.map { $0[0] })
    for table in ["cities", "regions"] {
      for row in Table(table).rows where row.count < 2 || !codes.contains(row[1]) {
        // Seas lie in no country; Kosovo has a code of the users' range (ISO 3166-1, 8.1.3).
        #expect(row.count > 1 && ["", "XK"].contains(row[1]), "\(row)")
      }
    }
  }

  @Test func classesAreKnown() {
    for row in Table("name-words").rows {
      for name in row[1].split(separator: ";") {
        #expect(name == "phrase-head" || NameClass.named[String(name)] != nil, "\(row)")
      }
    }
  }
}
