import ArgumentParser
import PressEngine
import PressModel
import PressStage

/// `presswork audit`
struct Audit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the numbers, dates, sums and names that no fact covers.",
    discussion: """
      Every reader and extractor that is compiled in is used with its defaults, then those that look \
      back at all facts. What they find is printed with its sentence. Nothing is written.

      In a pipeline the stage 'audit' does the same, and 'facts.uncovered' is a metric for checks.

      Examples:
        presswork audit release.txt
        presswork audit Inbox/*.html
      """)

  @Argument(help: "Files to read; '-' is standard input.", completion: .file())
  var files: [String]

  @Option(help: "How many files to work on at once.")
  var jobs = Machine.cores

  func run() async throws {
    let registry = Program.registry
    let audits = StageOrder.extractorsOfAllFacts(in: registry)
    let kinds = audits.flatMap { type(of: $0).kinds }
    let intake = Intake(
      readers: StageOrder.readers(of: registry),
      steps: (StageOrder.extractors(of: registry) + audits).map { Intake.Step($0) },
      choice: .best)
    let items = try files.map { file in
      let content: RawItem.Content =
        file == "-"
        ? .bytes(try Disk.readStandardInput(limit: ItemLoader.sizeLimit)) : .file(path: file)
      return ItemLoader.Named(RawItem(path: file, content: content), path: file)
    }
    var status: ExitStatus?
    try await ItemLoader(intake: intake, width: jobs).load(items) { loaded in
      switch loaded.outcome {
      case .document(let document), .filtered(let document, _):
        show(document, kinds, loaded.named.path ?? "-")
      case .quarantined(let failure), .failed(let failure):
        let isMissing = failure.stage == ItemFailure.sources
        if !isMissing || status == nil { status = isMissing ? .noInput : .badData }
        Console.note("\(loaded.named.path ?? "-"): error: \(failure)")
      }
    }
    if let status { throw status.code }
  }

  private func show(_ document: Document, _ kinds: [FactKind], _ path: String) {
    var count = 0
    for kind in kinds {
      for fact in document.facts[kind.name] {
        count += 1
        Console.output("\(path): \(kind.reading(of: fact))")
        if let sentence = fact.mentions.last, fact.mentions.count > 1 {
          Console.output("    \(sentence.text)")
        }
      }
    }
    let facts = counted(document.facts.count - count, "fact")
    Console.output("\(path): \(count) not covered, \(facts)")
  }
}
