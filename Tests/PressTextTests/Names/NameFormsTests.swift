import PressModel
import PressText
import Testing

@Suite struct PersonNameTests {
  private func areOne(_ left: String, _ right: String) throws -> Bool {
    let (one, other) = (try #require(PersonName(left)), try #require(PersonName(right)))
    #expect(one.isCompatible(with: other) == other.isCompatible(with: one))
    return one.isCompatible(with: other)
  }

  @Test(arguments: [
    ("Maria Lopez", "María T. López"), ("M. Lopez", "Maria Lopez"), ("Bob Weber", "Robert Weber"),
    ("J. Robert Weber", "Robert Weber"), ("Anna Keller-Brandt", "Anna Keller"),
    ("Anna Keller-Brandt", "Anna Brandt"), ("JOHN O’HARA", "John O'Hara"),
    ("Paul Weber", "Paul Weber Jr."), ("J.R. Weber", "John R. Weber"),
  ])
  func oneName(_ left: String, _ right: String) throws { #expect(try areOne(left, right)) }

  @Test(arguments: [
    ("Maria Lopez", "John Lopez"), ("Paul Weber Jr.", "Paul Weber Sr."),
    ("John A. Weber", "John B. Weber"), ("J. Weber", "Maria Weber"), ("Al Green", "Tim Green"),
    ("Anna Keller-Brandt", "Eva Brandt"), ("A. Keller-Brandt", "Anna Brandt"),
  ])
  func twoNames(_ left: String, _ right: String) throws { #expect(try !areOne(left, right)) }

  @Test func whatIsNoName() {
    for words in ["", " . ", "J. R.", "'"] { #expect(PersonName(words) == nil) }
  }

  @Test func aSurnameAlone() throws {
    #expect(try #require(PersonName("Lopez")).isBare)
    #expect(try #require(PersonName("van der Berg")).isBare)
    #expect(try #require(PersonName("Anna")).isDoubtful)
    #expect(try !#require(PersonName("Al Green")).isBare)
  }

  @Test func theAddressTellsTheSex() {
    let text = Text("Then Mrs. Lopez spoke to Mr Weber.")
    #expect(PersonName.isFemale(before: Span(10, 15), in: text) == true)
    #expect(PersonName.isFemale(before: Span(28, 33), in: text) == false)
    #expect(PersonName.isFemale(before: Span(0, 4), in: text) == nil)
    #expect(PersonName.isFemale(before: Span(90, 95), in: text) == nil)
  }

  @Test func officesOfOnePerson() {
    #expect(OfficeClasses.classes(of: ["Sen."]) == OfficeClasses.classes(of: ["U.S. Senator"]))
    #expect(OfficeClasses.classes(of: ["Attorney General"]) == ["attorney"])
    #expect(OfficeClasses.classes(of: ["Chairman"]).isEmpty)
  }
}

@Suite struct OrganizationNameTests {
  private func key(_ name: String) throws -> String { try #require(OrganizationName(name)).key }

  @Test(arguments: [
    ("Ministry of Health", "Health Ministry"), ("The Orlov Line", "Orlov Line, Inc."),
    ("U.S. Department of the Interior", "United States Interior Department"),
    ("Senate Committee on Trade", "Senate Trade Committee"), ("Berg & Sons Ltd", "Berg and Sons"),
    ("U.N.", "United Nations"), ("Chamber of Trade of the United States", "U.S. Chamber of Trade"),
  ])
  func oneBody(_ left: String, _ right: String) throws { #expect(try key(left) == key(right)) }

  @Test(arguments: [
    ("University of Northland", "Northland University"),
    ("House Trade Committee", "Senate Trade Committee"), ("Bank of Oslo", "Bank of Bergen"),
  ])
  func twoBodies(_ left: String, _ right: String) throws { #expect(try key(left) != key(right)) }

  @Test func whatAnyBodyMayBeCalled() throws {
    for name in ["City Council", "the Department", "Police Department", "Agency"] {
      #expect(try #require(OrganizationName(name)).isGeneral, "\(name)")
    }
    for name in ["State Department", "Harbour Council", "World Bank"] {
      #expect(try !#require(OrganizationName(name)).isGeneral, "\(name)")
    }
    #expect(OrganizationName("...") == nil)
    #expect(OrganizationName("U.S. Ports Agency")?.initials == "uspa")
  }
}

@Suite struct DateBoundsTests {
  @Test func theOrderOfTime() throws {
    let values = [
      "198X", "1980", "20XX", "2020-24", "2021", "2021-01", "2021-01-01/2021-01-04", "2021-01-01",
      "2021-01-02", "2021-21", "2021-03", "2021-04-01/2021-04-02", "2021-04-01",
      "2021-04-01T08:00:00/2021-04-02T01:00:00", "2021-04-01T08:00:00/2021-04-01T10:00:00",
      "2021-04-01T08:00:00", "2021-04-01T12:00:00+02:00", "2021-04-01T10:30:00Z",
      "2021-04-01T06:00:00-05:00", "2021-04-01T11:30:00", "2021-04-02", "2021-12", "2022~",
    ]
    let bounds = try values.map { try #require(DateBounds(edtf: $0), "\($0)") }
    #expect(bounds == bounds.sorted())
  }

  @Test func aTimeWithoutAZoneHasTheOneThatIsGiven() throws {
    let noon = try #require(DateBounds(edtf: "2021-04-01T12:00:00", offset: -300))
    let four = try #require(DateBounds(edtf: "2021-04-01T16:00:00Z"))
    #expect(four < noon)
    #expect(
      DateBounds.offset(ofEDTF: "2021-04-01T12:00:00-05:00/2021-04-01T13:00:00-05:00") == -300)
    #expect(DateBounds.offset(ofEDTF: "2021-04-01T12:00:00") == nil)
  }

  @Test func anOpenEnd() throws {
    #expect(DateBounds(edtf: "../2021-02")?.last.iso == "2021-02-28")
    #expect(DateBounds(edtf: "2021-02/..")?.first.iso == "2021-02-01")
  }

  @Test(arguments: [
    "", "XXXX-02-03", "9XX", "..", "../..", "2021-13", "2021-02-30", "/", "2021/x/y",
  ])
  func whatHasNoYear(_ value: String) { #expect(DateBounds(edtf: value) == nil) }
}
