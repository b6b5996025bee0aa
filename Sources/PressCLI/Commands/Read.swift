import ArgumentParser
import PressEngine
import PressModel
import PressStage

/// `presswork read`
struct Read: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what is understood of files: title, date, issuer, text and facts.",
    discussion: """
      Every reader and extractor that is compiled in is used with its defaults. No pipeline is \
      needed and nothing is written.

      Examples:
        presswork read release.txt
        presswork read --json *.html > documents.jsonl
        presswork read --without-facts --json *.html > articles.jsonl
        presswork read --explain page.html
        curl -s https://example.org/release | presswork read -
      """)

  @Argument(help: "Files to read; '-' is standard input.", completion: .file())
  var files: [String]

  @Flag(help: "Print one JSON object a line, in the order of the files.")
  var json = false

  @Flag(help: "Read text and metadata only.")
  var withoutFacts = false

  @Flag(help: "Show of each block of the source why it is in the text or not, without facts.")
  var explain = false

  @Option(help: "How many files to work on at once.")
  var jobs = Machine.cores

  func validate() throws {
    if json, explain { throw ValidationError("--json and --explain cannot go together.") }
  }

  func run() async throws {
    let registry = Program.registry
    let intake = Intake(
      readers: StageOrder.readers(of: registry),
      steps: StageOrder.extractors(of: registry)
        .filter { !(withoutFacts || explain) || type(of: $0).adds == [.metadata] }.map {
          Intake.Step($0)
        },
      choice: .best)
    let items = try files.map { file in
      let content: RawItem.Content =
        file == "-"
        ? .bytes(try Disk.readStandardInput(limit: ItemLoader.sizeLimit)) : .file(path: file)
      return ItemLoader.Named(RawItem(path: file, content: content), path: file)
    }
    var status: ExitStatus?
    try await ItemLoader(intake: intake, width: jobs, explains: explain).load(items) { loaded in
      switch loaded.outcome {
      case .document(let document), .filtered(let document, _):
        show(document, loaded.decisions)
      case .quarantined(let failure), .failed(let failure):
        // Bytes that are there and bad weigh more than bytes that are not there.
        let isMissing = failure.stage == ItemFailure.sources
        if !isMissing || status == nil { status = isMissing ? .noInput : .badData }
        Console.note("\(loaded.named.path ?? "-"): error: \(failure)")
      }
    }
    if let status { throw status.code }
  }

  private func show(_ document: Document, _ decisions: [BlockDecision]) {
    if explain {
      let isColored = Console.isColored(1)
      Console.output(DocumentView(document, isColored: isColored).explained(by: decisions))
    } else if json {
      var writer = JSONWriter()
      DocumentJSON(document).write(into: &writer)
      Console.output(writer.bytes + [0x0A])
    } else {
      Console.output(DocumentView(document, isColored: Console.isColored(1)).text)
    }
  }
}
