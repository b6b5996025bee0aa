import PressModel
import PressStage
import PressText

/// Brings together the organizations of all documents, one row a body
///
/// Reads the organizations of every document, and its places; adds the table `organizations`. Names
/// that differ in case, "the", a company's legal form, "U.S." for "United States" or "Ministry of
/// Health" for "Health Ministry" are one body, and an acronym is the body that a document defines it
/// for. Leaves apart what another document may mean otherwise: "the Department", "City Council",
/// the ministries of two countries, an acronym that two bodies have. Changes no document.
struct MergeOrganizations: Transformer {
  static let summary = "Brings together the organizations of all documents, one row a body"

  static let reads: [DocumentPart] = [.facts(Organization.self)]

  static let examples = [
    StageExample(
      .finds, "an acronym that another document defines",
      .documents([
        ("a.txt", "The National Ports Agency (NPA) opened a pier."),
        ("b.txt", "Fishermen thanked the NPA for it."),
      ]),
      gives: .table("organizations", ["National Ports Agency"])),
    StageExample(
      .finds, "a department by two forms of its name",
      .documents([
        ("a.txt", "The U.S. Department of Energy opened a plant."),
        ("b.txt", "The Energy Department closed one."),
        ("c.txt", "The United States Department of Energy will build another."),
      ]),
      gives: .table("organizations", ["U.S. Department of Energy"])),
    StageExample(
      .leavesAlone, "a text without organizations", .documents([("a.txt", "It rained.")]),
      gives: .table("organizations", [])),
    StageExample(
      .trap, "two councils that both are called so",
      .documents([
        ("a.txt", "The City Council of Port Olsen met. The City Council voted."),
        ("b.txt", "In Northtown the City Council did not vote."),
      ]),
      gives: .table("organizations", ["City Council of Port Olsen", "City Council"])),
  ]

  func transform(_ pack: inout PackDraft) throws {
    let rows = OrganizationGroups(pack.documents).groups.map { group in
      let names = group.names { name in
        OrganizationName(name).map { $0.isAcronym ? 0 : $0.key.utf8.count } ?? 0
      }
      let others = names.dropFirst() + group.labels.filter { !names.contains($0) }
      return PackTable.Row(
        cells: [
          .string(names.first ?? ""), .strings(Array(others)), .integer(group.documents.count),
          .integer(group.mentions),
        ],
        derivedFrom: group.facts)
    }
    pack.tables.append(
      PackTable(
        name: "organizations", title: "Organizations across the documents",
        help: "One row a body.",
        headers: [
          PackTable.Header("name", .string, "The fullest form of the name."),
          PackTable.Header("otherNames", .strings, "Other forms and acronyms, as printed."),
          PackTable.Header("documents", .integer, "How many documents name the body."),
          PackTable.Header("mentions", .integer, "How often in all."),
        ],
        rows: rows.inOrderOfUse()))
  }
}
