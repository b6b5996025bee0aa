import ArgumentParser
import PressEngine
import PressModel
import PressStage

/// `presswork read`
struct Read: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what is understood of files: title, date, issuer, text and facts.",
    discussion: """
      Every reader and extractor that is compiled in is used with its defaults. No pipeline is
      needed and nothing is written.

      Examples:
        presswork read release.txt
        presswork read --json *.html > documents.jsonl
        curl -s https://example.org/release | presswork read -
      """)

  @Argument(help: "Files to read; '-' is standard input.", completion: .file())
  var files: [String]

  @Flag(help: "Print one JSON object a line, in the order of the files.")
  var json = false

  @Option(help: "How many files to work on at once.")
  var jobs = Machine.cores

  func run() async throws {
    let registry = Program.registry
    let intake = Intake(
      readers: StageOrder.readers(of: registry),
      steps: StageOrder.extractors(of: registry).map { Intake.Step($0) }, choice: .best)
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
        show(document)
      case .quarantined(let failure), .failed(let failure):
        // Bytes that are there and bad weigh more than bytes that are not there.
        let isMissing = failure.stage == ItemFailure.sources
        if !isMissing || status == nil { status = isMissing ? .noInput : .badData }
        Console.note("\(loaded.named.path ?? "-"): error: \(failure)")
      }
    }
    if let status { throw status.code }
  }

  private func show(_ document: Document) {
    if json {
      var writer = JSONWriter()
      DocumentJSON(document).write(into: &writer)
      Console.output(writer.bytes + [0x0A])
    } else {
      Console.output(DocumentView(document, isColored: Console.isColored(1)).text)
    }
  }
}
