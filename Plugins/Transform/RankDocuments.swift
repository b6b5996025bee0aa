import PressModel
import PressStage
import PressText

/// Ranks the documents by what they hold, and shows how
///
/// Reads quotations, amounts, commitments, people, organizations, places and metadata of every
/// document; puts the documents in order and adds the table `ranking` with each one's score and the
/// parts that it is the sum of. Ties go to the newer, then by identifier. A document without a fact
/// is put in its place and has no row. Drops no document.
struct RankDocuments: Transformer {
  static let summary = "Ranks the documents by what they hold, and shows how"
  static let version = 2

  @Setting("Points of a quotation", range: 0...1000) var quotes = 1.0
  @Setting("Points of a sum of money", range: 0...1000) var amounts = 1.0
  @Setting("Points of a commitment", range: 0...1000) var commitments = 3.0
  @Setting("Most facts of one kind that count", range: 1...10_000) var most = 10
  @Setting("Names of interest: people, bodies, places", example: "[Maria Lopez, World Bank]")
  var watch: [String] = []
  @Setting("Points of each name of interest that is found", range: 0...1000) var watchWeight = 5.0
  @Setting("Kinds of document that are wanted", example: "[statement, fact-sheet]")
  var kinds: [String] = []
  @Setting("Points of a document of a wanted kind", range: 0...1000) var kindWeight = 5.0
  @Setting("Points of a document of the day; an older one has fewer", range: 0...1000)
  var recency = 0.0
  @Setting("Days after which nothing is left of them", range: 1...36_500) var days = 30
  @Setting(
    "The day that age is counted from; without it that of the newest document",
    example: "${run.date}")
  var asOf: Day? = nil
  @Setting("Points of a thousand words", range: 0...1000) var length = 0.0
  @Setting("Put the documents of the pack in this order") var sort = true

  static let examples = [
    StageExample(
      .finds, "the document that promises most comes first",
      .documents([
        ("a.txt", "It rained in Oslo."), ("b.txt", "Norway pledged 3 million euros to the port."),
      ]),
      gives: .documents(["b.txt", "a.txt"]), .table("ranking", ["1", "2"])),
    StageExample(
      .finds, "a name of interest", with: ["watch": "[Lopez]"],
      .documents([
        ("a.txt", "Norway pledged 3 million euros."), ("b.txt", "Senator Maria López spoke."),
      ]),
      gives: .documents(["b.txt", "a.txt"])),
    StageExample(
      .leavesAlone, "the order of documents where only the table is wanted",
      with: ["sort": "false"],
      .documents([
        ("a.txt", "It rained in Oslo."), ("b.txt", "Norway pledged 3 million euros to the port."),
      ]),
      gives: .documents(["a.txt", "b.txt"]), .table("ranking", ["1", "2"])),
    StageExample(
      .trap, "a name of interest inside another word", with: ["watch": "[Lop]"],
      .documents([
        ("a.txt", "Norway pledged 3 million euros."), ("b.txt", "Senator Maria Lopez spoke."),
      ]),
      gives: .documents(["a.txt", "b.txt"])),
  ]

  func transform(_ pack: inout PackDraft) throws {
    for kind in kinds where DocumentKind(rawValue: kind) == nil {
      throw StageError("'\(kind)' is no kind of document")
    }
    let wanted = watch.map { WatchedName($0) }
    let dates = pack.documents.map { $0.metadata.published.flatMap(CalendarDay.init(iso:)) }
    let today = asOf?.written.flatMap(CalendarDay.init(iso:)) ?? dates.compactMap { $0 }.max()
    var ranked = zip(pack.documents, dates).map { document, date in
      (
        document: document, date: date?.number ?? Int.min,
        score: DocumentScore(document, self, wanted, age: age(of: date, today))
      )
    }
    ranked.sort {
      if $0.score.hundredths != $1.score.hundredths {
        return $0.score.hundredths > $1.score.hundredths
      }
      return $0.date != $1.date ? $0.date > $1.date : $0.document.id < $1.document.id
    }
    let rows = ranked.enumerated().compactMap { index, entry -> PackTable.Row? in
      guard !entry.score.facts.isEmpty else { return nil }
      return PackTable.Row(
        cells: [
          .integer(index + 1), .string(entry.document.id), .number(entry.score.points),
          .strings(entry.score.parts), .string(entry.document.metadata.published),
        ],
        derivedFrom: entry.score.facts)
    }
    if sort { pack.documents = ranked.map(\.document) }
    pack.tables.append(
      PackTable(
        name: "ranking", title: "Ranking", help: "The documents, the highest score first.",
        headers: [
          PackTable.Header("rank", .integer, "From 1."),
          PackTable.Header("document", .string, "Identifier of the document."),
          PackTable.Header("score", .number, "The sum of the parts."),
          PackTable.Header(
            "parts", .strings, "What was counted, times its points where they are not 1."),
          PackTable.Header("published", .date, "The document's date of issue."),
        ],
        rows: rows))
  }

  /// Days since the document's date; nil without one, and for a date that is still to come.
  private func age(of date: CalendarDay?, _ today: CalendarDay?) -> Int? {
    guard let date, let today, today >= date else { return nil }
    return today.number - date.number
  }
}
