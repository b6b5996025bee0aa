/// A person named in a document, with every mention of them.
public struct Person: Fact {
  /// The fullest form of the name that is printed, without titles.
  public var name: String
  /// Titles and offices as printed, the fullest first.
  public var roles: [String]
  /// The body that the person is said to belong to.
  public var affiliation: String?
  public var mentions: [Mention]

  public init(name: String, roles: [String] = [], affiliation: String? = nil, mentions: [Mention]) {
    self.name = name
    self.roles = roles
    self.affiliation = affiliation
    self.mentions = mentions
  }

  public static let kind = FactKind(
    "people", of: Person.self, title: "People", help: "A person named in the document.",
    form: .mentions, answers: .who, rank: 100,
    columns: [
      FactColumn("name", .string, "The fullest form of the name, without titles.", verbatim: true) {
        .string($0.name)
      },
      FactColumn("roles", .strings, "Titles and offices as printed.", verbatim: true) {
        .strings($0.roles)
      },
      FactColumn("affiliation", .string, "The body the person belongs to.", verbatim: true) {
        .string($0.affiliation)
      },
    ],
    reading: { person in
      var parts = [person.name] + person.roles.prefix(1)
      // "chief executive of the Chamber of Commerce" names the body already.
      if let body = person.affiliation, !(person.roles.first?.hasSuffix(body) ?? false) {
        parts.append(body)
      }
      return parts.joined(separator: ", ")
    })
}
