import PressModel
import PressStage
import PressText

/// Brings together the people of all documents, one row a person
///
/// Reads the people of every document; adds the table `people`. Names that differ in case, marks on
/// letters, initials, middle names, short forms of first names or a second surname are one person
/// where no other person of the pack can be meant, and a surname alone where one person is left who
/// bears it and the office, the company or many documents speak for it. Leaves apart what several people may be called, and "Jr." from "Sr.". Changes no
/// document.
struct MergePeople: Transformer {
  static let summary = "Brings together the people of all documents, one row a person"
  static let version = 2

  static let reads: [DocumentPart] = [.facts(Person.self)]

  @Setting("Join a surname alone to the only person of the pack who bears it") var surnames = true

  static let examples = [
    StageExample(
      .finds, "one person in four spellings",
      .documents([
        ("a.txt", "Senator María T. Lopez spoke."), ("b.txt", "Senator Maria Lopez answered."),
        ("c.txt", "Senator Lopez left."), ("d.txt", "Senator M. Lopez came back."),
      ]),
      gives: .table("people", ["María T. Lopez"])),
    StageExample(
      .leavesAlone, "a text without people", .documents([("a.txt", "It rained.")]),
      gives: .table("people", [])),
    StageExample(
      .trap, "two people of one surname, and the surname alone",
      .documents([
        ("a.txt", "Senator Maria Lopez spoke."), ("b.txt", "Senator John Lopez answered."),
        ("c.txt", "Senator Lopez left."),
      ]),
      gives: .table("people", ["John Lopez", "Lopez", "Maria Lopez"])),
    StageExample(
      .trap, "father and son",
      .documents([
        ("a.txt", "Senator Paul Weber Jr. spoke."), ("b.txt", "Senator Paul Weber Sr. answered."),
      ]),
      gives: .table("people", ["Paul Weber Jr", "Paul Weber Sr"])),
  ]

  func transform(_ pack: inout PackDraft) throws {
    let groups = PersonGroups(pack.documents, surnames: surnames).groups
    let rows = groups.map { group in
      let names = group.names { PersonName($0)?.weight ?? 0 }
      return PackTable.Row(
        cells: [
          .string(names.first ?? ""), .strings(Array(names.dropFirst())), .strings(group.labels),
          .strings(group.labels.compactMap(group.dated)), .string(group.affiliation),
          .integer(group.documents.count), .integer(group.mentions),
        ],
        derivedFrom: group.facts)
    }
    pack.tables.append(
      PackTable(
        name: "people", title: "People across the documents", help: "One row a person.",
        headers: [
          PackTable.Header("name", .string, "The fullest form of the name, without titles."),
          PackTable.Header("otherNames", .strings, "Other forms of the name, as printed."),
          PackTable.Header("roles", .strings, "Titles and offices as printed."),
          PackTable.Header(
            "rolesDated", .strings, "Each behind the days of issue of the documents that print it.",
            isShown: false),
          PackTable.Header("affiliation", .string, "The body the person belongs to."),
          PackTable.Header("documents", .integer, "How many documents name the person."),
          PackTable.Header("mentions", .integer, "How often in all."),
        ],
        rows: rows.inOrderOfUse()))
  }
}

extension [PackTable.Row] {
  /// Those that most documents name first, then those named most often, as the last two cells
  /// count; then by the first cell, without regard to case, and by the first fact.
  func inOrderOfUse() -> [PackTable.Row] {
    func count(_ cell: FieldValue?) -> Int {
      if case .integer(let count) = cell { count } else { 0 }
    }
    return map { row in
      let name = row.cells.first?.cell ?? ""
      return (
        counts: row.cells.suffix(2).map { -count($0) },
        names: [name.lowercased(), name, row.derivedFrom.first ?? ""], row: row
      )
    }
    .sorted {
      $0.counts != $1.counts
        ? $0.counts.lexicographicallyPrecedes($1.counts)
        : $0.names.lexicographicallyPrecedes($1.names)
    }.map(\.row)
  }
}
