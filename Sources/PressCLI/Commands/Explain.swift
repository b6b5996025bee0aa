import ArgumentParser
import PressEngine
import PressModel
import PressStage

/// `presswork explain`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lead a line of a pack back to the words of its source.",
    discussion: """
      Prints the facts that stand on a line of a briefing or in a row, their values, the stages that \
      made them, and the words in the raw source, marked, with bytes, line and column. Whether every \
      word stands where the pack says is checked; the exit code is 1 where one does not.

      A place is a line as an editor counts it (briefing.md:12, quotes.csv:17), a row of a table \
      (tables/people:4) or a fact (DOCUMENT#quotes-3).

      Examples:
        presswork explain Reports/bamako-ministerial briefing.md:21
        presswork explain Reports/bamako-ministerial/csv/amounts.csv:2
        presswork explain Reports/bamako-ministerial:tables/timeline:5
      """)

  @Argument(help: "A pack's folder or a pipeline's name; or both in one, as PACK:PLACE.")
  var pack: String

  @Argument(help: "The place in the pack.")
  var place: String?

  @Flag(help: "Print the result as one JSON object.")
  var json = false

  func run() throws {
    let finder = PackFinder()
    guard let (folder, place) = try split(finder) else {
      Console.note("presswork: error: say which place of '\(pack)', such as briefing.md:12")
      throw ExitStatus.usage.code
    }
    let explanation: Explanation
    do {
      let published = try PublishedPack(folder: folder)
      explanation = try Explainer(published, titles: Self.titles).explain(place)
    } catch {
      Console.note("presswork: error: \(error)")
      throw ExitStatus.noInput.code
    }
    if json {
      Console.output(ExplanationView.object(explanation) + [0x0A])
    } else {
      Console.output(ExplanationView(explanation, isColored: Console.isColored(1)).text)
    }
    if explanation.facts.contains(where: { !$0.faults.isEmpty }) { throw ExitStatus.findings.code }
  }

  /// The pack's folder and the place in it: of two arguments, or of one that is parted by a colon
  /// or goes on as a path.
  private func split(_ finder: PackFinder) throws -> (String, String)? {
    if let place { return (try finder.one(pack), place) }
    for index in pack.indices where pack[index] == ":" || pack[index] == "/" {
      let folder = Path.join(Disk.workingFolder, String(pack[..<index]))
      if Disk.exists(Path.join(folder, "pack.json")) {
        return (folder, String(pack[pack.index(after: index)...]))
      }
    }
    guard let colon = pack.firstIndex(of: ":") else { return nil }
    return (try finder.one(String(pack[..<colon])), String(pack[pack.index(after: colon)...]))
  }

  /// The kinds of fact by the headings of their lists.
  private static var titles: [String: String] {
    let kinds = Program.registry.entries(.extractor).flatMap { entry in
      (entry.type as? any Extractor.Type)?.kinds ?? []
    }
    return Dictionary(kinds.map { ($0.title, $0.name) }, uniquingKeysWith: { first, _ in first })
  }
}
