import PressModel
import PressText
import Testing

/// Who a person is, as the words beside the name say.
@Suite struct AppositionTests {
  private struct Case: CustomStringConvertible, Sendable {
    var text: String
    var name: String
    var roles: [String]
    var affiliation: String?

    init(_ text: String, _ name: String, _ roles: [String], _ affiliation: String?) {
      self.text = text
      self.name = name
      self.roles = roles
      self.affiliation = affiliation
    }

    var description: String { text }
  }

  private static let cases = [
    // Behind a comma, whole, with the organization.
    Case(
      "Anna Keller, executive director of the Iowa Fuels Association, spoke.", "Anna Keller",
      ["executive director of the Iowa Fuels Association"], "Iowa Fuels Association"),
    Case(
      "Paul Weber, a labor economist at the University of Sapporo, said no.", "Paul Weber",
      ["labor economist"], "University of Sapporo"),
    Case(
      "Paul Weber, president and chief executive of Weber Inc., said no.", "Paul Weber",
      ["president and chief executive of Weber Inc"], "Weber Inc"),
    Case(
      "\"No,\" said Paul Weber, president, Harbor Foundation.", "Paul Weber", ["president"],
      "Harbor Foundation"),
    Case(
      "Anna Keller, Minister of Foreign Affairs and Trade, spoke.", "Anna Keller",
      ["Minister of Foreign Affairs and Trade"], nil),
    // Over brackets and degrees.
    Case(
      "Anna Keller (D-WI), Ranking Member of the Senate Finance Committee, spoke.", "Anna Keller",
      ["Ranking Member of the Senate Finance Committee"], "Senate Finance Committee"),
    Case(
      "Paul Weber, Ph.D., director of research, spoke.", "Paul Weber", ["director of research"],
      nil),
    // Before the name.
    Case(
      "The plan of NASA Administrator Anna Keller failed.", "Anna Keller", ["Administrator"],
      "NASA"),
    Case(
      "They asked FBI director Paul Weber and campaign manager Anna Keller.", "Paul Weber",
      ["director"], "FBI"),
    Case(
      "They asked FBI director Paul Weber and campaign manager Anna Keller.", "Anna Keller",
      ["campaign manager"], nil),
    // Several offices.
    Case(
      "Anna Keller, Co-Founder, Chairman, and CEO, Weber Biosciences, Inc., spoke.", "Anna Keller",
      ["Co-Founder, Chairman, and CEO"], "Weber Biosciences, Inc"),
    Case(
      "Paul Weber, Mayor, Governor Anna Keller and others came.", "Paul Weber", ["Mayor"], nil),
    Case(
      "Paul Weber, president, Harbor Foundation: We said no.", "Paul Weber", ["president"],
      "Harbor Foundation"),
    // Before the name and a comma.
    Case(
      "They heard the Secretary of Education, Paul Weber, and left.", "Paul Weber",
      ["Secretary of Education"], nil),
    Case("Thanks to our wonderful mayor, Anna Keller.", "Anna Keller", ["mayor"], nil),
    Case(
      "The party’s national political director, Anna Keller, spoke.", "Anna Keller",
      ["national political director"], nil),
    Case(
      "Head of Operations, Paul Weber, opened the day.", "Paul Weber", ["Head of Operations"], nil),
    Case(
      "They saw the President of the United States, Paul Weber.", "Paul Weber",
      ["President of the United States"], nil),
    Case("One of our first mayors, Anna Keller, spoke.", "Anna Keller", [], nil),
    Case("They saw the president himself, Paul Weber, leave.", "Paul Weber", [], nil),
    Case("When she was the mayor, Paul Weber said no.", "Paul Weber", [], nil),
    Case("They asked the mayor, Paul Weber and Anna Keller.", "Paul Weber", [], nil),
    Case("They asked the mayor, Paul Weber, and Anna Keller.", "Paul Weber", [], nil),
    Case(
      "They met the mayor and the director, Paul Weber.", "Paul Weber", ["director"], nil),
    // What a sentence says of its subject.
    Case(
      "Paul Weber is the director of the Iowa Fuels Association.", "Paul Weber",
      ["director of the Iowa Fuels Association"], "Iowa Fuels Association"),
    Case("Anna Keller is a leader with vision.", "Anna Keller", [], nil),
    Case("Anna Keller is the first senator to say so.", "Anna Keller", [], nil),
    Case("Anna Keller was the mayor.", "Anna Keller", [], nil),
    // What is no role of theirs.
    Case("Paul Weber, Mayor Anna Keller and others came.", "Paul Weber", [], nil),
    Case(
      "Paul Weber, the former mayor, and Senator Anna Keller came.", "Paul Weber",
      ["former mayor"], nil),
    Case("Thank you, Paul Weber, Mr. Vice President, for this.", "Paul Weber", [], nil),
    Case("Paul Weber, who chairs the board, and Anna Keller, will host it.", "Paul Weber", [], nil),
    Case("Paul Weber, chair for a reason, spoke.", "Paul Weber", ["chair"], nil),
    Case("Paul Weber, adviser to resign soon, spoke.", "Paul Weber", ["adviser"], nil),
  ]

  @Test(arguments: cases)
  private func isRead(_ given: Case) throws {
    let names = Names(Tokens(Text(given.text)))
    let person = try #require(names.people.first { $0.name == given.name })
    #expect(person.roles == given.roles)
    #expect(person.affiliation == given.affiliation)
  }
}
