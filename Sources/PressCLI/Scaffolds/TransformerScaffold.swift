/// The first form of a transformer: it reads facts and adds a table.
extension StageScaffold {
  var transformer: String {
    """
    import PressModel
    import PressStage

    /// Lists the people of each document by how often it names them
    ///
    /// Reads the people; adds the table \(kind); leaves the documents as they are. One that a
    /// pack should not hold is taken out with `pack.filter(document.id, rule: "why")`.
    struct \(type): Transformer {
      static let summary = "Lists the people of each document by how often it names them"
      static let reads: [DocumentPart] = [.facts(Person.self)]

      @Setting("Fewest times that a document names a person", range: 1...1000) var min = 1

      static let examples = [
        StageExample(
          .finds, "a person who is named more often than another",
          .documents([
            ("a.txt", "Senator John Doe met Senator Jane Roe. Senator Roe spoke. Roe left.")
          ]),
          gives: .table("\(kind)", ["Jane Roe", "John Doe"])),
        StageExample(
          .leavesAlone, "a text without people", .documents([("a.txt", "It rained.")]),
          gives: .table("\(kind)", [])),
        StageExample(
          .trap, "a person who is named too seldom", with: ["min": "2"],
          .documents([("a.txt", "Senator Jane Roe spoke.")]),
          gives: .table("\(kind)", [])),
      ]

      func transform(_ pack: inout PackDraft) throws {
        var rows: [(count: Int, row: PackTable.Row)] = []
        for document in pack.documents {
          for (index, person) in document.facts(Person.self).enumerated()
          where person.mentions.count >= min {
            let row = PackTable.Row(
              cells: [.string(person.name), .integer(person.mentions.count), .string(document.id)],
              // The facts that the row rests on, so that `presswork explain` finds their words.
              derivedFrom: [document.factID(Person.kind, index)])
            rows.append((person.mentions.count, row))
          }
        }
        // Equals stay in the order of the text: the same input gives the same bytes.
        let sorted = rows.enumerated().sorted {
          ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
        }
        pack.tables.append(
          PackTable(
            name: "\(kind)", title: "\(title)", help: "The people by how often they are named.",
            headers: [
              PackTable.Header("person", .string, "The name."),
              PackTable.Header("mentions", .integer, "How often the document names the person."),
              PackTable.Header("document", .string, "Identifier of the document."),
            ],
            rows: sorted.map { $0.element.row }))
      }
    }

    """
  }
}
