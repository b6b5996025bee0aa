import PressModel
import Testing

@testable import PressText

/// A text and the names in it that are to be found, each as its kind and words.
struct NamesCase: CustomTestStringConvertible, Sendable {
  let title: String
  let text: String
  let people: [String]
  let organizations: [String]
  let places: [String]

  init(
    _ title: String, _ text: String, people: [String] = [], organizations: [String] = [],
    places: [String] = []
  ) {
    self.title = title
    self.text = text
    self.people = people
    self.organizations = organizations
    self.places = places
  }

  var testDescription: String { title }

  static let all = [
    NamesCase(
      "titles", "He met Deputy Secretary Lindqvist, Gen. Aldo Marsh and Mrs. Okafor.",
      people: ["Lindqvist", "Aldo Marsh", "Okafor"]),
    NamesCase(
      "an office with its area before the name",
      "They heard Minister of Foreign Affairs Ilse Brandt speak.", people: ["Ilse Brandt"]),
    NamesCase(
      "a possessive is not in the name", "They welcomed Kenya’s plan and Jane Miller's letter.",
      people: ["Jane Miller"], places: ["Kenya"]),
    NamesCase(
      "of, for and a list",
      "The Bureau of Trade, Mines, and Fisheries wrote to the Institute for Peace.",
      organizations: ["Bureau of Trade, Mines, and Fisheries", "Institute for Peace"]),
    NamesCase(
      "and before a head word", "The Food and Drug Administration said no.",
      organizations: ["Food and Drug Administration"]),
    NamesCase(
      "two bodies across a dash",
      "It links the Organization of American States – African Union network.",
      organizations: ["Organization of American States", "African Union"]),
    NamesCase(
      "a possessive inside a name", "He leads the New Partnership for Africa's Development.",
      organizations: ["New Partnership for Africa's Development"]),
    NamesCase(
      "a company behind a comma", "She works at Brightwater, Inc. in Oslo.",
      organizations: ["Brightwater, Inc"], places: ["Oslo"]),
    NamesCase(
      "a first name that is a state", "Virginia Hopkins lives in Virginia.",
      people: ["Virginia Hopkins"], places: ["Virginia"]),
    NamesCase(
      "a country that is a first name", "Jordan signed. So did Chad.", places: ["Jordan", "Chad"]),
    NamesCase(
      "laws and wars are none of the three", "The Iraq War ended before the Lisbon Treaty."),
    NamesCase(
      "a town that no table has", "They came from Pinehollow, Texas.",
      places: ["Pinehollow", "Texas"]),
    NamesCase("adjectives of countries", "A Malian and two Swedish ships."),
    NamesCase("capitals that are words", "THE CEO SAID: \u{201C}NOT NOW.\u{201D}"),
    NamesCase("an acronym of a thing", "They saw a QXVB and two QXVBs. The QXVB left."),
    NamesCase(
      "a surname that is a verb", "Ann Cook came.\n\nCook said so.",
      people: ["Ann Cook", "Cook"]),
    NamesCase("a lower-case head word", "the committee of ministers met in the council chamber"),
  ]
}

@Suite struct NamesTests {
  private func words(_ kind: NameKind, _ names: Names) -> [String] {
    names.spans.filter { $0.kind == kind }
      .map { names.words.tokens.text[names.words.span($0.tokens)] }
  }

  @Test(arguments: NamesCase.all) func spans(_ example: NamesCase) {
    let names = Names(Tokens(Text(example.text)))
    #expect(words(.person, names) == example.people)
    #expect(words(.organization, names) == example.organizations)
    #expect(words(.place, names) == example.places)
  }

  @Test(arguments: [
    NamesCase("a law", "They passed the Harriet Nyberg Housing Act in May."),
    NamesCase("a long law", "They passed the Harriet Nyberg Fairness in Housing Act in May."),
    NamesCase(
      "a bridge", "They met at the Harriet Nyberg Memorial Bridge on Monday.",
      places: ["Harriet Nyberg Memorial Bridge"]),
    NamesCase(
      "a surname that a bridge may end in", "They met Senator Harriet Park on Monday.",
      people: ["Harriet Park"]),
    NamesCase(
      "somebody's own plan", "They liked Nyberg's Plan, said Harriet Nyberg.",
      people: ["Nyberg", "Harriet Nyberg"]),
  ])
  func whoseNameAThingBears(_ example: NamesCase) {
    let names = Names(Tokens(Text(example.text)))
    #expect(words(.person, names) == example.people)
    #expect(words(.place, names) == example.places)
  }

  @Test(arguments: [
    ("Chairman Robert C. “Bobby” Hale spoke.", ["Robert C. “Bobby” Hale"]),
    ("William (Bill) Hale spoke.", ["William (Bill) Hale"]),
    ("Dr. Martin Luther King, Jr. spoke.", ["Martin Luther King, Jr."]),
    ("They heard Mary Jane Bishop speak.", ["Mary Jane Bishop"]),
    ("Senator Ann Roe (R-Okla.) spoke.", ["Ann Roe"]),
    ("The firm of Winston & Strawn won.", []),
    ("They met the partners of Black & Weber in May.", []),
    ("Ann Roe said “No” to Bob Hale.", ["Ann Roe", "Bob Hale"]),
    ("The court in Hale v. Nyberg ruled. They left Hale alone.", []),
    ("The court in Hale v. Nyberg ruled. Ann Hale left.", ["Ann Hale"]),
    ("They sent Paul Lund as U.S. envoy.", ["Paul Lund"]),
  ])
  func namesOfSeveralParts(_ text: String, _ people: [String]) {
    #expect(words(.person, Names(Tokens(Text(text)))) == people)
  }

  @Test(arguments: [
    (
      "Senators Ann Roe (D-WI), Robert Hale, and Mary Hale wrote to Senator John Doe.",
      ["Senator", "Senator", "Senator", "Senator"]
    ),
    ("Sens. Ann Roe and Robert Hale wrote to Mary Hale.", ["Sen", "Sen", ""]),
    ("Senators Ann Roe and Robert Hale left. Mary Hale, too.", ["Senator", "Senator", ""]),
    ("Senator Ann Roe, Mayor Robert Hale and Mary Hale wrote.", ["Senator", "Mayor", ""]),
    ("Secretaries Roe and Hale met.", ["Secretaries", ""]),
    (
      "Ann Roe, thank you. Ann Roe, will host Robert Hale, former mayor of Oslo.",
      ["", "former mayor of Oslo"]
    ),
    ("Ann Roe, Mayor Robert Hale, and others came.", ["", "Mayor"]),
    ("They saw First Gentleman Robert Hale.", ["First Gentleman"]),
    ("First Lady Dr. Ann Roe and First Lady Mary Hale spoke.", ["First Lady", "First Lady"]),
    ("Rev. Dr. Robert Hale spoke.", ["Rev. Dr."]),
    ("They met Justices Ann Roe and Robert Hale.", ["Justice", "Justice"]),
    (
      "President-elect Ann Roe left. President Ann Roe will be back.",
      ["President-elect; President"]
    ),
    ("Ann Roe, brother of the mayor, and Robert Hale, a professor, left.", ["", "professor"]),
    ("See Rep. Ann Roe.", ["Rep."]),
    (
      "It rained. Following President Roe's lead, Acting Mayor Hale left.",
      ["President", "Acting Mayor"]
    ),
    (
      "Alongside Governor Ann Roe, he left. Ranking Member Hale stayed.",
      ["Governor", "Ranking Member"]
    ),
    (
      "On Monday, May 6, 2013, Congressman Al Roe released the following statement on X:",
      ["Congressman"]
    ),
    ("Sen. Ann Roe left. SENATOR ROE, they said, Senator Ann Roe.", ["Senator"]),
    ("Sen. Ann Roe, Senior Adviser to the Board, left.", ["Senior Adviser to the Board; Sen."]),
  ])
  func titlesAreShared(_ text: String, _ roles: [String]) {
    let people = Names(Tokens(Text(text))).people
    #expect(people.map { $0.roles.joined(separator: "; ") } == roles)
  }

  @Test(arguments: [
    ("the House Energy and Commerce Committee met.", "House Energy and Commerce Committee"),
    (
      "the Senate Health, Education, Labor, and Pensions Committee met.",
      "Senate Health, Education, Labor, and Pensions Committee"
    ),
    (
      "the Global Fund to Fight AIDS, Tuberculosis, and Malaria paid.",
      "Global Fund to Fight AIDS, Tuberculosis, and Malaria"
    ),
  ])
  func namesThatHoldLists(_ text: String, _ name: String) {
    #expect(words(.organization, Names(Tokens(Text("She said that \(text)")))) == [name])
  }

  @Test(arguments: [
    ("They met in Baghdad, U.S. troops said.", "Baghdad", "IQ"),
    ("TILBURY FALLS, Ill. – She spoke in Tilbury Falls.", "TILBURY FALLS", "US"),
    ("They left Belleville. It is near Belleville, Ill., they said.", "Belleville", "US"),
    ("They met in Atlanta, Ga., and left Georgia.", "Georgia", "US"),
    ("They met in Paris, Texas, on Monday.", "Paris", "US"),
    ("They left Ohio and Maine for Hamilton.", "Hamilton", "US"),
    ("They left Ohio and Maine for Hamilton in Canada.", "Hamilton", "CA"),
    ("They left Russia and Ukraine for North Carolina and Georgia.", "Georgia", "US"),
    ("They left Ohio and Maine for Ukraine and Georgia.", "Georgia", "GE"),
  ])
  func placesLieWhereTheTextSays(_ text: String, _ name: String, _ country: String) {
    let places = Names(Tokens(Text(text))).places
    #expect(places.first { $0.name == name }?.country == country)
  }

  @Test(arguments: [
    ("WASHINGTON, D.C.", "US"), ("GENEVA", "CH"), ("Port Olsen, Norway", "NO"),
    ("Riverdale, Ga.", "US"), ("Nowhere Falls", nil), ("Atlanta, Georgia", "US"),
    ("TBILISI, Georgia", "GE"),
  ])
  func countriesOfDatelines(_ place: String, _ country: String?) {
    let bytes = Array(place.utf8)
    #expect(KnownPlace.country(of: Span(0, bytes.count), in: bytes) == country)
  }

  @Test(arguments: [
    ("President Kvist spoke. Critics of Kvist left Oslo.", ["Kvist", "Kvist"]),
    ("Senators Ann Roe and Tim Doe (both D-VA) spoke.", ["Ann Roe", "Tim Doe"]),
  ])
  func aWordNamesOnePerson(_ text: String, _ people: [String]) {
    #expect(words(.person, Names(Tokens(Text(text)))) == people)
    #expect(words(.organization, Names(Tokens(Text(text)))) == [])
  }

  @Test func aCountryStaysOneBesideASurname() {
    let names = Names(Tokens(Text("Rep. Ann Jordan spoke. She left Jordan. They met in Houston.")))
    #expect(words(.person, names) == ["Ann Jordan"])
    #expect(words(.place, names) == ["Jordan", "Houston"])
  }

  @Test func anAcronymIsNoCity() {
    let names = Names(Tokens(Text("They asked the GAO to report on Gao.")))
    #expect(words(.place, names) == ["Gao"])
    #expect(words(.organization, names) == ["GAO"])
  }

  @Test(arguments: [
    ("TYLER – She spoke.", "TYLER", ["TYLER"]),
    ("PORT OLSEN, Norway – She spoke.", "PORT OLSEN, Norway", ["PORT OLSEN", "Norway"]),
    ("KVISTGAARD N.M. – She spoke.", "KVISTGAARD N.M.", ["KVISTGAARD", "N.M."]),
    ("Harriet Nyberg Press Room\n\nShe spoke.", "Harriet Nyberg Press Room", nil),
  ])
  func aDatelinesPlaceIsAPlace(_ text: String, _ place: String, _ places: [String]?) {
    let names = Names(Tokens(Text(text)), place: Span(0, place.utf8.count))
    #expect(words(.place, names) == places ?? [place])
    #expect(words(.person, names) == [])
    #expect(words(.organization, names) == [])
  }

  @Test func onePersonIsOneEntry() throws {
    let text =
      "Mr. Hale opened. Thomas R. Hale, Secretary of Mines, spoke for an hour. \"No,\" said Hale."
    let people = Names(Tokens(Text(text))).people
    let person = try #require(people.first)
    #expect(people.count == 1)
    #expect(person.name == "Thomas R. Hale")
    #expect(person.roles == ["Secretary of Mines"])
    #expect(person.mentions.count == 3)
  }

  @Test func twoPeopleOfOneSurnameStayTwo() {
    let text = "Mr. John Hale met Mrs. Mary Hale. Mrs. Hale left first."
    let people = Names(Tokens(Text(text))).people
    #expect(people.map(\.name) == ["John Hale", "Mary Hale"])
    #expect(people.map(\.mentions.count) == [1, 2])
  }

  @Test func acronymAndShortForm() throws {
    let text =
      "The Northern Council for Tides (NCT) met. The NCT voted. We thank the Council."
    let bodies = Names(Tokens(Text(text))).organizations
    let body = try #require(bodies.first)
    #expect(bodies.count == 1)
    #expect(body.name == "Northern Council for Tides")
    #expect(body.aliases == ["NCT", "the Council"])
    #expect(body.mentions.count == 4)
  }

  @Test func acronymByInitials() {
    let text = "The Alliance of Harbours opened. The AH will meet in May."
    let bodies = Names(Tokens(Text(text))).organizations
    #expect(bodies.map(\.name) == ["Alliance of Harbours"])
    #expect(bodies.map(\.aliases) == [["AH"]])
  }

  @Test(
    arguments: [
      ("Robert Hale spoke. Bob Hale left.", ["Robert Hale"]),
      ("Kristen Hale spoke. Kristin Hale left.", ["Kristen Hale"]),
      ("Joseph Hale spoke. John Hale left.", ["Joseph Hale", "John Hale"]),
      ("Mary Hale spoke. Mark Hale left.", ["Mary Hale", "Mark Hale"]),
    ])
  func firstNamesOfOnePerson(_ text: String, _ people: [String]) {
    #expect(Names(Tokens(Text(text))).people.map(\.name) == people)
  }

  @Test func aSurnameIsWhoseTheTextCallsSo() {
    let text =
      "Ann Hale came. Hale sang. Hale danced. Her father Edmund Hale watched. Hale bowed, said "
      + "a guest, and Hale left."
    let people = Names(Tokens(Text(text))).people
    #expect(people.map(\.name) == ["Ann Hale", "Edmund Hale"])
    #expect(people.map(\.mentions.count) == [5, 1])
  }

  @Test(arguments: [
    "www.kvistgaard.example", "press@kvistgaard.example", "https://a.example/kvistgaard",
  ])
  func anAddressDoesNotMakeANameCommon(_ address: String) {
    let text = "Senator Tommy Kvistgaard spoke on Monday. To learn more, go to \(address)."
    #expect(words(.person, Names(Tokens(Text(text)))) == ["Tommy Kvistgaard"])
  }

  @Test func aPossessiveAcronymIsTheSame() {
    let text =
      "The Northern Council for Tides (NCT) met. NCT's chair spoke. They thanked NCT\u{2019}s staff."
    let bodies = Names(Tokens(Text(text))).organizations
    #expect(bodies.map(\.name) == ["Northern Council for Tides"])
    #expect(bodies.map(\.mentions.count) == [4])
  }

  @Test(
    arguments: [
      ("The Harbour Art Foundation for the Young opened. The Harbour Art Foundation paid.", 1),
      ("The Canadian Justice Department wrote. The Justice Department waited.", 1),
      (
        "The Canadian Harbour Board of Trade wrote. The Harbour Board of Trade paid. The Harbour "
          + "Board left.", 1
      ),
      (
        "The Canadian Justice Department wrote to the Irish Justice Department. The Justice "
          + "Department waited.", 3
      ),
    ])
  func shorterNamesOfABody(_ text: String, _ count: Int) {
    #expect(Names(Tokens(Text(text))).organizations.count == count)
  }

  @Test func oneCountryUnderTwoNames() {
    let text = "The United States and Burma talked. The U.S. left Myanmar."
    let places = Names(Tokens(Text(text))).places
    #expect(places.map(\.country) == ["US", "MM"])
    #expect(places.map(\.mentions.count) == [2, 2])
  }

  @Test func aCountryNamedInABodyAlone() {
    let places = Names(Tokens(Text("The Government of Poland agreed."))).places
    #expect(places.map(\.country) == ["PL"])
  }
}
