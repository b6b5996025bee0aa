/// An organization named in a document: a body, agency, company, party, court or group.
public struct Organization: Fact {
  /// The fullest form of the name that is printed.
  public var name: String
  /// Acronyms and short forms used for it in the document.
  public var aliases: [String]
  public var mentions: [Mention]

  public init(name: String, aliases: [String] = [], mentions: [Mention]) {
    self.name = name
    self.aliases = aliases
    self.mentions = mentions
  }

  public static let kind = FactKind(
    "organizations", of: Organization.self, title: "Organizations",
    help: "An organization named in the document.", form: .mentions, rank: 110,
    columns: [
      FactColumn("name", .string, "The fullest form of the name.", verbatim: true) {
        .string($0.name)
      },
      FactColumn("aliases", .strings, "Acronyms and short forms.", verbatim: true) {
        .strings($0.aliases)
      },
    ],
    reading: { organization in
      let aliases = organization.aliases.joined(separator: ", ")
      return aliases.isEmpty ? organization.name : "\(organization.name) (\(aliases))"
    })
}
