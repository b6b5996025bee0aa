import PressModel
import PressText
import Testing

/// Where people's names start and end, which mentions are of one person, and which office comes first.
@Suite struct PersonEndsTests {
  private func people(_ text: String) -> [Person] { Names(Tokens(Text(text))).people }

  @Test(arguments: [
    // A title that is a surname.
    ("As Dr. King said, it rains.", ["King"]),
    ("They thanked Senator King’s staff.", ["King"]),
    ("They thanked Congressman Bishop.", ["Bishop"]),
    ("They asked Mr. Justice to leave.", []),
    ("They thanked Prime Minister King of Northland.", []),
    // A word that is a surname behind a title alone.
    ("They asked Mr. Steady to leave.", ["Steady"]),
    ("They asked Sen. Talent to leave.", ["Talent"]),
    ("They met Rep. August Nyberg (D-WI).", ["August Nyberg"]),
    ("Thank you, Mr. Mayor. Thank you, Mr. Vice President.", []),
    ("It stands at 801 Portola Dr. Suite 108.", []),
    ("They met in the Vice President’s Ceremonial Office.", []),
    // Ends that are no part of a name.
    ("Senators Ann Nyberg R TN and Bo Hale D WI today announced it.", ["Ann Nyberg", "Bo Hale"]),
    ("They met Congressman Ted W. Strong (D-WI).", ["Ted W. Strong"]),
    ("Ann Nyberg JR. signed.", ["Ann Nyberg JR"]),
    // Starts that are none.
    ("It rained.\n\nSaid Nyberg, \u{201C}We stay.\u{201D}", ["Nyberg"]),
    ("They met Then-Captain Ann Nyberg in May.", ["Ann Nyberg"]),
    ("They met Congressmen Nyberg and Hale.", ["Nyberg", "Hale"]),
    // A district is no acronym.
    ("They met Congressman Al Carver (CA-42) in May.", ["Al Carver"]),
  ])
  func names(_ text: String, _ names: [String]) {
    #expect(people(text).map(\.name) == names)
  }

  @Test(arguments: [
    // The words before a surname that look like another's first name.
    ("Mayor Keisha Lance Hale spoke. They thanked Mayor Lance Hale.", ["Keisha Lance Hale"]),
    ("They met Mr. Suh Hoon. Mr. Suh left.", ["Suh Hoon"]),
    // A headline's capitals are not how somebody is called.
    ("ANN NYBERG WINS\n\nAnn Nyberg won in May.", ["Ann Nyberg"]),
  ])
  func oneEntry(_ text: String, _ names: [String]) {
    #expect(people(text).map(\.name) == names)
  }

  @Test(arguments: [
    (
      "Senator Ann Nyberg, ranking member of the Senate Finance Committee, spoke.",
      ["Senator", "ranking member of the Senate Finance Committee"]
    ),
    (
      "Rep. Ann Nyberg, co-chair of the Tides Caucus, spoke.",
      ["Rep.", "co-chair of the Tides Caucus"]
    ),
    ("Rep. Ann Nyberg, the House Majority Leader, spoke.", ["House Majority Leader", "Rep."]),
    (
      "Admiral Ann Nyberg, chairman of the Tides Board, spoke.",
      ["chairman of the Tides Board", "Admiral"]
    ),
    ("Senator Reverend Ann Nyberg spoke.", ["Senator"]),
    ("Congressmen Ann Nyberg and Bo Hale spoke.", []),
    ("I, Ann Nyberg Jr., President of the Tides Board, sign.", ["President of the Tides Board"]),
    ("Ann Nyberg, vice president of marketing, spoke.", ["vice president of marketing"]),
    (
      "Ann Nyberg, director of college counseling at Hale School, spoke.",
      [
        "director of college counseling"
      ]
    ),
    ("Ann Nyberg, fellow citizens, it rains.", []),
  ])
  func roles(_ text: String, _ roles: [String]) throws {
    #expect(try #require(people(text).first).roles == roles)
  }

  @Test(arguments: [
    "They live on Hale Blvd.", "Contact Ann Hale Photography.", "They came to Hale Methodist.",
    "Orders went to Hale Technologies in May.",
  ])
  func whatEndsLikeAThingIsNobody(_ text: String) { #expect(people(text).isEmpty) }

  @Test func countiesThatAListNamesAreNobody() {
    #expect(people("It is for the counties of Hale, Nyberg, and Carver.").isEmpty)
  }
}
