import PressModel
import Testing

@testable import PressText

/// What one body is called, and where its name starts and ends.
@Suite struct BodyNamesTests {
  private func names(_ text: String) -> Names { Names(Tokens(Text(text))) }

  private func bodies(_ text: String) -> [String] {
    names(text).organizations.map { body in
      ([body.name] + body.aliases).joined(separator: " = ")
    }
  }

  private func people(_ text: String) -> [String] {
    names(text).people.map { person in
      ([person.name] + person.roles).joined(separator: ", ")
    }
  }

  @Test(
    arguments: [
      (
        "They left the House Committee on Ways and Means. The Ways and Means Committee met. "
          + "They thanked the Committee on Ways and Means.",
        [
          "House Committee on Ways and Means = Ways and Means Committee = "
            + "Committee on Ways and Means"
        ]
      ),
      (
        "They read the Justice Department’s letter. She read the Department of Justice’s letter.",
        ["Department of Justice = Justice Department"]
      ),
      (
        "They left the Senate Select Committee on Intelligence. The Intelligence Committee met.",
        ["Senate Select Committee on Intelligence = Intelligence Committee"]
      ),
      (
        "He left the Energy Committee. She left the Senate Energy and Natural Resources Committee.",
        ["Senate Energy and Natural Resources Committee = Energy Committee"]
      ),
      (
        "They left the Appropriations Subcommittee on Defense. The Subcommittee on Defense met.",
        ["Appropriations Subcommittee on Defense = Subcommittee on Defense"]
      ),
      (
        "They left the United States Congress. She wrote to Congress.",
        ["United States Congress = Congress"]
      ),
      ("CONGRESS wrote to Oslo. They left Congress in May.", ["Congress = CONGRESS"]),
      // Two chambers, and one without a chamber beside them.
      (
        "The House Budget Committee met. The Senate Budget Committee met. The Budget Committee "
          + "voted.",
        ["House Budget Committee", "Senate Budget Committee", "Budget Committee"]
      ),
      // A state's, and two committees that have a subcommittee of one name.
      (
        "The Ohio Department of Health met. They left the Health Department.",
        ["Ohio Department of Health", "Health Department"]
      ),
      (
        "They left the Commerce Subcommittee on Health and the Finance Subcommittee on Health. "
          + "She left the Subcommittee on Health.",
        [
          "Commerce Subcommittee on Health", "Finance Subcommittee on Health",
          "Subcommittee on Health",
        ]
      ),
      // "Senate Energy Committee" may be of neither's.
      (
        "They left the House Energy Committee. The Senate Committee on Energy and Water met.",
        ["House Energy Committee", "Senate Committee on Energy and Water"]
      ),
    ])
  func formsOfOneName(_ text: String, _ expected: [String]) {
    #expect(bodies(text) == expected)
  }

  @Test(
    arguments: [
      (
        "She thanked the Patent Trial and Appeal Board for it.",
        ["Patent Trial and Appeal Board"]
      ),
      (
        "They left the Commerce, Science, and Transportation Committee today.",
        ["Commerce, Science, and Transportation Committee"]
      ),
      (
        "They left the American Iron and Steel Institute today.",
        ["American Iron and Steel Institute"]
      ),
      // Two departments, what is whole elsewhere, and things that are listed.
      (
        "They left the Labor and Treasury Departments.", ["Treasury Departments"]
      ),
      (
        "She left the Weather Board. They thanked the Harbor and Weather Board.",
        ["Weather Board", "Harbor and Weather Board"]
      ),
    ])
  func namesWithAnAndOfTheirOwn(_ text: String, _ expected: [String]) {
    #expect(bodies(text) == expected)
  }

  @Test(
    arguments: [
      (
        "She thanked Ways and Means Chairman Jane Orrin for it.",
        ["Jane Orrin, Ways and Means Chairman"]
      ),
      (
        "She thanked Oversight and Accountability Chairman Jane Orrin.",
        ["Jane Orrin, Oversight and Accountability Chairman"]
      ),
      ("She thanked the Governor and Senator Jane Orrin.", ["Jane Orrin, Senator"]),
      ("She thanked Harbor Service and Rivers Chair Jane Orrin.", ["Jane Orrin, Rivers Chair"]),
    ])
  func titlesWithAnAndOfTheirOwn(_ text: String, _ expected: [String]) {
    #expect(people(text) == expected)
  }

  @Test(
    arguments: [
      (
        "Orrin, Tamsin Welcome Senate Vote on Harbors and Rivers\n\nSenators Jane Orrin and Bo "
          + "Tamsin wrote to the Senate today.",
        ["Senate"], ["Jane Orrin, Senator", "Bo Tamsin, Senator"]
      ),
      (
        "Jane Orrin Introduces Bill to Protect Rivers and Harbors\n\nRep. Jane Orrin wrote a bill.",
        [], ["Jane Orrin, Rep."]
      ),
      (
        "Orrin Urges Defense Department to Open Pier for Boats\n\nRep. Jane Orrin wrote a letter.",
        ["Defense Department"], ["Jane Orrin, Rep."]
      ),
      // A noun where nobody is named before it, and words in a sentence.
      (
        "Harbor Support Agency to Open Piers for Boats in May\n\nThey wrote a letter.",
        ["Harbor Support Agency"], []
      ),
    ] as [(String, [String], [String])])
  func namesInHeadlines(_ text: String, _ bodies: [String], _ people: [String]) {
    #expect(self.bodies(text) == bodies)
    #expect(self.people(text) == people)
  }

  @Test(
    arguments: [
      ("Joining Senator Jane Orrin were others.", ["Jane Orrin, Senator"]),
      (
        "Senators Condemn President Tamsin to Open Piers for Boats\n\nThey wrote a letter.",
        ["Tamsin, President"]
      ),
      ("She thanked Housing Secretary Jane Orrin.", ["Jane Orrin, Housing Secretary"]),
      ("She thanked Acting Director Jane Orrin.", ["Jane Orrin, Acting Director"]),
    ])
  func titlesBehindVerbs(_ text: String, _ expected: [String]) {
    #expect(people(text) == expected)
  }

  @Test(
    arguments: [
      ("They met Raymond Orrin in May. Then Ray left.", ["Raymond Orrin": 2]),
      // In a letter to anybody, two whose name it shortens, and one who has it in full.
      (
        "Raymond Orrin read the letter: \"Ray, we left Oslo in May,\" it said.",
        ["Raymond Orrin": 1, "Ray": 1]
      ),
      (
        "They met Robert Orrin and Robert Tamsin in May. They say that Bob won.",
        ["Robert Orrin": 1, "Robert Tamsin": 1, "Bob": 1]
      ),
      (
        "They met Raymond Orrin and Lisa Ray in May. Then Ray left.",
        ["Raymond Orrin": 1, "Lisa Ray": 2]
      ),
    ] as [(String, [String: Int])])
  func shortFirstNames(_ text: String, _ mentions: [String: Int]) {
    let people = names(text).people
    #expect(people.count == mentions.count)
    for person in people { #expect(person.mentions.count == mentions[person.name]) }
  }

  @Test(
    arguments: [
      ("She worked for Mason Holt & Webb from May on.", ["Mason Holt & Webb"], []),
      (
        "The firm of Mason Holt & Webb sued. Mason Holt & Webb won in May.",
        ["Mason Holt & Webb"], []
      ),
      (
        "They met Mason Holt & Webb in May. Senator Lisa Webb spoke.", [],
        ["Mason Holt", "Lisa Webb, Senator"]
      ),
    ] as [(String, [String], [String])])
  func firms(_ text: String, _ bodies: [String], _ people: [String]) {
    #expect(self.bodies(text) == bodies)
    #expect(self.people(text) == people)
  }
}
