import PressModel
import PressStage
import PressText

/// Finds whom to ask about a document: name, telephone number and address.
///
/// Reads the text's blocks and people. Adds a contact for every name that stands with a number or
/// an address, for each name that shares one, and for those that stand alone in a block that says
/// "contact" or the like. Leaves numbers in other prose alone, and those of facsimile machines.
struct Contacts: Extractor {
  static let summary = "Finds whom to ask about a document: name, telephone number and address"

  static let version = 3
  static let reads: [DocumentPart] = [.metadata, .facts(Person.self)]
  static let kinds = [Contact.kind]

  static let examples = [
    StageExample(
      .finds, "a name with number and address",
      .text("Media contact: Jane Doe, 202-555-0143, jane.doe@example.org"),
      gives: .facts(
        "contacts",
        [["name": "Jane Doe", "phone": "202-555-0143", "email": "jane.doe@example.org"]])),
    StageExample(
      .finds, "two names that share a number",
      .text("Contact: Jane Doe and John Smith, 202-555-0143; fax: 202-555-0199"),
      gives: .facts(
        "contacts",
        [
          ["name": "Jane Doe", "phone": "202-555-0143"],
          ["name": "John Smith", "phone": "202-555-0143"],
        ])),
    StageExample(
      .leavesAlone, "numbers in prose",
      .text("The ship 555-0143 sailed from 2003-2007 and carried 202 555 1234 crates."),
      gives: .facts("contacts", [])),
    StageExample(
      .trap, "whose staff it is, and whose page",
      .text(
        "Contact: Jane Doe (Rep. Berg) 202-555-0143\n\n"
          + "Visit Eva Lie's page or call 202-555-0199."),
      gives: .facts(
        "contacts",
        [["name": "Jane Doe", "phone": "202-555-0143"], ["phone": "202-555-0199"]])),
    StageExample(
      .trap, "two people in one block",
      .text("Contact:\nJane Doe (202) 555-0143\nJohn Smith (202) 555-0199"),
      gives: .facts(
        "contacts",
        [
          ["name": "Jane Doe", "phone": "(202) 555-0143"],
          ["name": "John Smith", "phone": "(202) 555-0199"],
        ])),
  ]

  func extract(from document: Document, into findings: inout Findings) {
    let details = ContactDetails(document.text)
    let tokens = findings.shared(Tokens.self) { Tokens(document.text) }
    let words = findings.shared(Names.self) { Names(tokens, of: document) }.words
    let names = ContactNames(words)
    let people = document.facts(Person.self).flatMap(\.mentions).sorted()
    var previousHasCue = false
    for block in document.blocks {
      let found = details.details(in: block.span).filter { !names.isFax($0.span) }
      let hasCue = hasCue(block.span, tokens)
      defer { previousHasCue = hasCue && block.span.count < 80 }
      guard !found.isEmpty else { continue }
      let isAddressed = found.contains { $0.kind == .email }
      guard hasCue || previousHasCue || isAddressed && block.span.count < 200 else { continue }
      for contact in contacts(found, people, names, in: block.span) {
        findings.add(contact)
      }
    }
  }

  private static let cues = ShortWord.set(of: Table("contact-cues").rows.compactMap(\.first))

  /// Whether a block says that somebody may be asked.
  private func hasCue(_ block: Span, _ tokens: Tokens) -> Bool {
    var index = tokens.index(at: block.start)
    while index < tokens.count, tokens[index].span.start < block.end {
      let token = tokens[index]
      if token.kind == .word,
        let word = ShortWord(tokens.text.bytes[token.span.start..<token.span.end]),
        Self.cues.contains(word)
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// A number or an address belongs to the name before it, and starts a contact of its own where
  /// that has one already.
  private func contacts(
    _ details: [ContactDetails.Detail], _ people: [Mention], _ names: ContactNames, in block: Span
  ) -> [Contact] {
    let text = names.text
    var contacts: [Contact] = []
    var sharing: [[Mention]] = []
    var lastEnd = block.start
    let first = people.firstIndex(startingAt: block.start)
    for detail in details {
      let before = people[first..<max(first, people.firstIndex(startingAt: detail.span.start))]
      let name = names.name(of: detail.span, among: before)
      let words = text[detail.span]
      let last = contacts.last
      let isSame = last.map { last in
        (name == nil || last.mention.span.contains(name?.span ?? last.mention.span))
          && (detail.kind == .email ? last.email == nil : last.phone == nil)
      }
      if isSame != true {
        let start = name.map(\.span.start) ?? detail.span.start
        let isTaken = last.map { $0.mention.span.end > start } ?? false
        contacts.append(
          Contact(
            mention: text.mention(Span(isTaken ? detail.span.start : start, detail.span.end)),
            name: isTaken ? nil : name?.text))
        sharing.append(isTaken ? [] : names.joined(to: name, among: before, after: lastEnd))
      }
      lastEnd = detail.span.end
      guard var contact = contacts.popLast() else { continue }
      contact.mention = text.mention(Span(contact.mention.span.start, detail.span.end))
      switch detail.kind {
      case .email: contact.email = words
      case .phone: contact.phone = words
      }
      contacts.append(contact)
    }
    return zip(contacts, sharing).flatMap { contact, others in
      others.map { other in
        var shared = contact
        shared.name = other.text
        shared.mention = text.mention(Span(other.span.start, contact.mention.span.end))
        return shared
      } + [contact]
    }
  }
}

extension [Mention] {
  /// The index of the first that starts at a byte offset or after it, of mentions in order.
  fileprivate func firstIndex(startingAt offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
