/// A country, region, city or other place named in a document.
public struct Place: Fact {
  /// The name as printed at its first mention.
  public var name: String
  /// ISO 3166-1 alpha-2 of the country that it is or lies in; nil where that is not known.
  public var country: String?
  public var mentions: [Mention]

  public init(name: String, country: String? = nil, mentions: [Mention]) {
    self.name = name
    self.country = country
    self.mentions = mentions
  }

  public static let kind = FactKind(
    "places", of: Place.self, title: "Places", help: "A place named in the document.",
    form: .mentions, answers: .where, rank: 120,
    columns: [
      FactColumn("name", .string, "The name as printed.", verbatim: true) { .string($0.name) },
      FactColumn("country", .string, "ISO 3166-1 alpha-2 of its country.") { .string($0.country) },
    ],
    reading: { place in
      // "U.S." says "US".
      let letters = place.name.filter { $0 != "." }
      return place.country.flatMap { $0 == letters ? nil : "\(place.name) (\($0))" } ?? place.name
    })
}
