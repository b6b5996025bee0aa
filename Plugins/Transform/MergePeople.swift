import PressModel
import PressStage

/// Brings together the people of all documents, one row a person
///
/// Reads the people of every document; adds the table `people`. Two entries are one person where
/// their names are equal, letter case aside; a bare surname joins the only full name that ends in
/// it. Changes no document.
struct MergePeople: Transformer {
  static let summary = "Brings together the people of all documents, one row a person"

  @Setting("Join a bare surname to the only full name that ends in it") var surnames = true

  static let examples = [
    StageExample(
      .finds, "one person in two documents",
      .documents([
        ("a.txt", "Senator Maria Lopez spoke."), ("b.txt", "Senator Maria Lopez answered."),
      ]),
      gives: .table("people", ["Maria Lopez"])),
    StageExample(
      .leavesAlone, "a text without people", .documents([("a.txt", "It rained.")]),
      gives: .table("people", [])),
    StageExample(
      .trap, "two people of one surname",
      .documents([
        ("a.txt", "Senator Maria Lopez spoke."), ("b.txt", "Senator John Lopez answered."),
      ]),
      gives: .table("people", ["John Lopez", "Maria Lopez"])),
  ]

  /// A person as the pack knows them so far.
  private struct Entry {
    var name: String
    var roles: [String] = []
    var affiliation: String?
    var documents: [String] = []
    var mentions = 0
    var facts: [String] = []
  }

  func transform(_ pack: inout PackDraft) throws {
    var entries: [String: Entry] = [:]
    for document in pack.documents {
      for (index, person) in document.facts(Person.self).enumerated() {
        let key = person.name.lowercased()
        var entry = entries[key] ?? Entry(name: person.name)
        add(person, document.factID(Person.kind, index), document.id, to: &entry)
        entries[key] = entry
      }
    }
    if surnames { joinSurnames(&entries) }
    let rows = entries.sorted { $0.key < $1.key }.map { row($0.value) }
    pack.tables.append(
      PackTable(
        name: "people", title: "People across the documents", help: "One row a person.",
        headers: [
          PackTable.Header("name", .string, "The name, without titles."),
          PackTable.Header("roles", .strings, "Titles and offices as printed."),
          PackTable.Header("affiliation", .string, "The body the person belongs to."),
          PackTable.Header("documents", .integer, "How many documents name the person."),
          PackTable.Header("mentions", .integer, "How often in all."),
        ],
        rows: rows))
  }

  private func add(
    _ person: Person, _ fact: String, _ document: String, to entry: inout Entry
  ) {
    for role in person.roles where !entry.roles.contains(role) { entry.roles.append(role) }
    entry.affiliation = entry.affiliation ?? person.affiliation
    if !entry.documents.contains(document) { entry.documents.append(document) }
    entry.mentions += person.mentions.count
    entry.facts.append(fact)
  }

  private func joinSurnames(_ entries: inout [String: Entry]) {
    for key in entries.keys.sorted() where !key.contains(" ") {
      let full = entries.keys.filter { $0.hasSuffix(" \(key)") }
      guard full.count == 1, let name = full.first, let entry = entries.removeValue(forKey: key),
        var other = entries[name]
      else { continue }
      for role in entry.roles where !other.roles.contains(role) { other.roles.append(role) }
      other.affiliation = other.affiliation ?? entry.affiliation
      for document in entry.documents where !other.documents.contains(document) {
        other.documents.append(document)
      }
      other.mentions += entry.mentions
      other.facts += entry.facts
      entries[name] = other
    }
  }

  private func row(_ entry: Entry) -> PackTable.Row {
    PackTable.Row(
      cells: [
        .string(entry.name), .strings(entry.roles), .string(entry.affiliation),
        .integer(entry.documents.count), .integer(entry.mentions),
      ],
      derivedFrom: entry.facts)
  }
}
