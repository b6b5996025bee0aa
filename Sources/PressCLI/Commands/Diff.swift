import ArgumentParser
import PressEngine
import PressPipeline

/// `presswork diff`
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what differs between two packs, and why.",
    discussion: """
      Facts are new, gone, changed (the same words, other values) or re-worded (other words), each \
      with one cause: a new or edited document, a stage's version or settings, or the program's \
      version. A release that came back with other bytes is shown with its corrections: {+added+} \
      and [-removed-].

      With one pack it is compared with the one before it in its folder, by name; with a pipeline's \
      name, its last two packs are. The exit code is 0 where nothing differs, 1 where something \
      does, 66 where there is no pack.

      Examples:
        presswork diff Reports/nightly/2026-03-01 Reports/nightly/2026-03-02
        presswork diff nightly
        presswork diff --format markdown nightly > changes.md
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, markdown, json }

  @Argument(help: "A pack's folder, or a pipeline's name.", completion: .directory)
  var packs: [String] = []

  @Option(help: "text, markdown or json.")
  var format = Format.text

  @Flag(help: "Print the result as one JSON object; the same as --format json.")
  var json = false

  @Flag(help: "List the facts of new and gone documents, too.")
  var all = false

  @Flag(help: "Only the counts and what differs between the runs.")
  var summary = false

  func validate() throws {
    guard packs.count <= 2 else { throw ValidationError("compare two packs at most") }
    if json, format == .markdown {
      throw ValidationError("--json and --format markdown cannot go together.")
    }
  }

  func run() throws {
    let finder = PackFinder()
    let (from, to) = try finder.two(packs)
    let old: PublishedPack
    let difference: PackDifference
    do {
      old = try PublishedPack(folder: from)
      difference = try PackComparison(old, try PublishedPack(folder: to)).compare()
    } catch {
      Console.note("presswork: error: \(error)")
      throw ExitStatus.noInput.code
    }
    let names = (finder.shown(from), finder.shown(to))
    switch json ? .json : format {
    case .text:
      let isColored = Console.isColored(1)
      let view = DifferenceView(difference, isColored: isColored, all: all, isSummary: summary)
      Console.output(view.text(names.0, names.1))
    case .markdown:
      let page = DifferencePage(difference, all: all, isSummary: summary)
      Console.output(Array(page.text(names.0, names.1).utf8))
    case .json: Console.output(DifferenceObject.bytes(difference, names.0, names.1) + [0x0A])
    }
    if !difference.isEmpty { throw ExitStatus.findings.code }
  }
}
