import PressModel
import PressText
import Testing

/// Offices as agencies and companies print them, and the districts of courts.
@Suite struct OfficesOfAgenciesTests {
  @Test(arguments: [
    ("Special Agent in Charge Paul Weber of the FBI said so.", "Special Agent in Charge"),
    ("Acting Special Agent in Charge Paul Weber said so.", "Acting Special Agent in Charge"),
    ("They thanked Postal Inspector in Charge Paul Weber.", "Postal Inspector in Charge"),
    ("It was heard by District Judge Paul Weber on Monday.", "District Judge"),
  ])
  func anOfficeInChargeIsWhole(_ text: String, _ role: String) throws {
    let names = Names(Tokens(Text(text)))
    let person = try #require(names.people.first)
    #expect(person.name == "Paul Weber")
    #expect(person.roles == [role])
    #expect(names.places.isEmpty)
  }

  @Test(arguments: [
    (
      "Anna Keller, vice president of sports marketing for Weber Inc., spoke.",
      "vice president of sports marketing for Weber Inc"
    ),
    (
      "Anna Keller, executive vice president and chief merchandising officer, spoke.",
      "executive vice president and chief merchandising officer"
    ),
    ("Anna Keller, senior director of engineering, spoke.", "senior director of engineering"),
    ("Anna Keller, director of research running for mayor, spoke.", "director of research"),
  ])
  func aTradeEndsInItsOwnWord(_ text: String, _ role: String) throws {
    let person = try #require(Names(Tokens(Text(text))).people.first)
    #expect(person.roles == [role])
  }

  @Test func aCourtSitsInADistrict() {
    let text = "The case was heard in the Northern District of Ohio and in Texas."
    let places = Names(Tokens(Text(text))).places
    #expect(places.map(\.name) == ["Northern District of Ohio", "Texas"])
    #expect(places.map(\.country) == ["US", "US"])
  }

  @Test func anAmpersandCutsNoAgency() {
    let text = "The Centers for Medicare & Medicaid Services paid for it."
    let names = Names(Tokens(Text(text))).organizations.map(\.name)
    #expect(names == ["Centers for Medicare & Medicaid Services"])
  }
}
