import PressModel
import Testing

@testable import PressText

/// Names that could be of several people, places or things, told apart by what the text says else.
@Suite struct NameSensesTests {
  private func names(_ text: String) -> Names { Names(Tokens(Text(text))) }

  @Test(
    arguments: [
      (
        "President Hale spoke. His wife, Ann Hale, was there. President Hale left.",
        ["Hale": 2, "Ann Hale": 1]
      ),
      ("Governor Hale thanked my son Tim Hale.", ["Hale": 1, "Tim Hale": 1]),
      ("Governor Hale met Tim Hale, the Mayor's brother.", ["Hale": 1, "Tim Hale": 1]),
      ("First Lady Ann Hale and President Hale came.", ["Ann Hale": 1, "Hale": 1]),
      // Nobody's kin, kin who hold the office themselves, and no office.
      ("President Hale spoke. Ann Hale won in May.", ["Ann Hale": 2]),
      (
        "My sister, Governor Ann Hale, is here. Governor Hale will speak.",
        ["Ann Hale": 2]
      ),
      ("His wife, Ann Hale, spoke. Mrs. Hale left. Hale will be back.", ["Ann Hale": 3]),
      // What is said of another than the name.
      ("Ann Hale told her brother. Governor Hale waited.", ["Ann Hale": 2]),
    ] as [(String, [String: Int])])
  func officesOfFamilies(_ text: String, _ mentions: [String: Int]) {
    let people = names(text).people
    #expect(people.count == mentions.count)
    for person in people { #expect(person.mentions.count == mentions[person.name]) }
  }

  @Test(
    arguments: [
      ("They met Xu Fenlin in May. President Xu spoke. Xu left.", [3]),
      ("They met Choi Jun-ho in May. President Choi spoke.", [2]),
      ("They met Alexander Frist in May. Senator Alexander spoke.", [1, 1]),
      ("They met Xu Fenlin and Wei Xu in May. President Xu spoke.", [1, 2]),
    ])
  func familyNamesThatComeFirst(_ text: String, _ mentions: [Int]) {
    #expect(names(text).people.map(\.mentions.count) == mentions)
  }

  @Test(
    arguments: [
      ("The plant will open in Georgia, said Rep. Ann Hale.", "US"),
      ("They work in Georgia (Hale, R-Utah).", "US"),
      ("They won in states like Georgia, Russia said.", "US"),
      ("The governor of Georgia wrote to Poland, Norway and Kenya.", "US"),
      ("Georgia Tech opened. They left Norway for Kenya.", "US"),
      ("It lies in Burke County, Georgia.\n\nUkraine and Poland voted. Georgia did not.", "US"),
      ("They met in Tbilisi, Georgia. Senator Hale of Ohio said that Georgia would vote.", "GE"),
      ("They left Belarus, Moldova, Georgia – and Ukraine.", "GE"),
      ("Senator Hale of Ohio spoke.\n\nRussia struck Georgia in August.", "GE"),
      ("She is from the country of Georgia, said Senator Hale of Ohio.", "GE"),
      ("Troops left Batumi.\n\nGeorgia asked Senator Hale for help.", "GE"),
      ("They voted in Georgia.", "GE"),
    ])
  func aStateOrACountry(_ text: String, _ country: String) {
    let places = names(text).places.filter { $0.name == "Georgia" }
    #expect(places.map(\.country) == [country])
  }

  @Test(
    arguments: [
      // The acronym of a law, of a thing in small letters, of a programme.
      ("The Safe Harbors Act (SHA) passed. The SHA helps.", []),
      ("They track brain wave echoes (BWE). The BWE said much.", []),
      ("The Harbor Loan Program (HLP) pays. The HLP will grow.", []),
      // Bodies: by a head word, by their name, and without the words for their letters.
      ("The Harbor Loan Agency (HLA) pays. The HLA will grow.", ["Harbor Loan Agency"]),
      ("The Department of Harbors’ (DOH) plan is late. DOH said so.", ["Department of Harbors"]),
      ("They talked for hours (FEMA). FEMA said so.", ["FEMA"]),
      // Letters of one word.
      ("They treat silicosis (SC). The SC will grow.", []),
    ])
  func acronymsOfThings(_ text: String, _ bodies: [String]) {
    #expect(names(text).organizations.map(\.name) == bodies)
  }

  @Test func anAcronymInAHeadlineIsTheBodysBelow() throws {
    let text = "USDH Helps Ports\n\nThe U.S. Department of Harbors (USDH) paid. The USDH will pay."
    let body = try #require(names(text).organizations.first)
    #expect(body.name == "U.S. Department of Harbors")
    #expect(body.aliases == ["USDH"])
    #expect(body.mentions.count > 1)
  }

  @Test(
    arguments: [
      (
        "She chairs the House Committee on Education and the Workforce.",
        ["House Committee on Education and the Workforce"]
      ),
      (
        "He sits on the Subcommittee on Communications, Media, and Broadband.",
        ["Subcommittee on Communications, Media, and Broadband"]
      ),
      (
        "He left the Department of Justice and Senator Ann Hale.", ["Department of Justice"]
      ),
      (
        "The Harbor Coalition Against Theft and Fraud wrote.",
        ["Harbor Coalition Against Theft and Fraud"]
      ),
      (
        "He left the Office of Trade, Mayor Hale and Norway.", ["Office of Trade"]
      ),
      (
        "They asked the Bureau of Land Management and the Forest Service.",
        ["Bureau of Land Management", "Forest Service"]
      ),
    ])
  func namesThatGoOnBehindAnd(_ text: String, _ bodies: [String]) {
    #expect(names(text).organizations.map(\.name) == bodies)
  }

  @Test(
    arguments: [
      (
        "The Department of Justice wrote. DOJ will pay. Then the DOJ left.",
        ["Department of Justice: DOJ"]
      ),
      (
        "The U.S. Department of Veterans Affairs wrote. VA will pay.",
        ["U.S. Department of Veterans Affairs: VA"]
      ),
      (
        "The U.S. Fire Board wrote. The United States Fire Board paid.",
        ["U.S. Fire Board: United States Fire Board"]
      ),
      (
        "The U.S. Supreme Court met. They left the Supreme Court.",
        ["U.S. Supreme Court: Supreme Court"]
      ),
      // A state's department is not the country's.
      (
        "The Georgia Department of Justice wrote. DOJ will pay.",
        ["Georgia Department of Justice: ", "DOJ: "]
      ),
      (
        "The Irish Fire Board wrote. The United States Fire Board paid.",
        ["Irish Fire Board: ", "United States Fire Board: "]
      ),
    ])
  func bodiesUnderTwoNames(_ text: String, _ bodies: [String]) {
    #expect(
      names(text).organizations.map { "\($0.name): \($0.aliases.joined(separator: ", "))" }
        == bodies)
  }

  @Test(
    arguments: [
      ("They left Ohio and Maine. The State of Ohio paid.", "State of Ohio", "US"),
      ("They work in Northern Portugal and stay.", "Northern Portugal", "PT"),
      ("They left Ohio and Maine for Harlow County.", "Harlow County", "US"),
      ("They left Ohio and Maine. Harlow County’s clerk paid.", "Harlow County", "US"),
      ("They left the Ohio River today.", "Ohio River", "US"),
      ("They heard of the State of Georgia.", "State of Georgia", "US"),
      // Which Georgia, and which county, nothing tells.
      ("They work in Northern Georgia and stay.", "Northern Georgia", nil),
      ("They left Norway for Harlow County.", "Harlow County", nil),
    ])
  func placesByTheirParts(_ text: String, _ name: String, _ country: String?) throws {
    let place = try #require(names(text).places.first { $0.name == name })
    #expect(place.country == country)
  }
}
