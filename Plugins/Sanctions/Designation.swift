import PressModel

/// A person or body that a government put under sanctions, and by which order.
struct Designation: Fact {
  /// Who is designated, as printed.
  var mention: Mention
  /// The word that says so: "designated".
  var verb: Mention
  /// The order with its number: "E.O. 13224".
  var authority: Mention

  var mentions: [Mention] { [mention, verb, authority] }

  static let kind = FactKind(
    "designations", of: Designation.self, title: "Sanctions designations",
    help: "A person or body put under sanctions.", isKey: true, rank: 20,
    columns: [
      FactColumn("verb", .mention, "The word that says so.") { .mention($0.verb) },
      FactColumn("authority", .mention, "The order that it is done under.") {
        .mention($0.authority)
      },
    ],
    reading: { "\($0.mention.text) (\($0.authority.text))" })
}
