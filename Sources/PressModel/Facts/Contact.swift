/// Whom to ask about a document.
public struct Contact: Fact {
  public var mention: Mention
  public var name: String?
  public var phone: String?
  public var email: String?

  public init(mention: Mention, name: String? = nil, phone: String? = nil, email: String? = nil) {
    self.mention = mention
    self.name = name
    self.phone = phone
    self.email = email
  }

  public var mentions: [Mention] { [mention] }

  public static let kind = FactKind(
    "contacts", of: Contact.self, title: "Contacts", help: "Whom to ask about the document.",
    rank: 210,
    columns: [
      FactColumn("name", .string, "Whom to ask for.", verbatim: true) { .string($0.name) },
      FactColumn("phone", .string, "The telephone number.", verbatim: true) { .string($0.phone) },
      FactColumn("email", .string, "The address.", verbatim: true) { .string($0.email) },
    ],
    reading: { contact in
      [contact.name, contact.phone, contact.email].compactMap { $0 }.joined(separator: ", ")
    })
}
