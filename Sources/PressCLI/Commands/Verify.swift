import ArgumentParser
import PressEngine

/// `presswork verify`
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check every word of a pack against its text and its raw sources.",
    discussion: """
      Every mention in pack.json must stand at its offsets in the document's text, every stretch of \
      that text must say what the bytes of the raw source say, and every file must have the checksum \
      that the pack lists. What does not hold is named, and the exit code is 1.

      Examples:
        presswork verify Reports/bamako-ministerial
        presswork verify bamako-ministerial
      """)

  @Argument(
    help: "The folder of a pack, or a pipeline for its last one.", completion: .directory)
  var pack: String

  func run() throws {
    let folder = try PackFinder().last(ofPipeline: pack) ?? pack
    let report: PackVerifier.Report
    do {
      report = try PackVerifier(folder: folder, jobs: Machine.cores).verify()
    } catch {
      Console.note("presswork: error: \(error)")
      throw ExitStatus.noInput.code
    }
    for fault in report.faults { Console.output("\(folder): \(fault)") }
    let counts =
      [
        counted(report.documents, "document"), counted(report.facts, "fact"),
        counted(report.mentions, "mention"),
      ].joined(separator: ", ")
    guard report.faults.isEmpty else {
      Console.note("\(folder): \(counted(report.faults.count, "fault")) in \(counts)")
      throw ExitStatus.findings.code
    }
    Console.output("\(folder): \(counts), all verbatim; every file as published")
    if report.extracted > 0 {
      Console.note(
        "\(folder): \(counted(report.extracted, "document")) with words taken out of a binary format: checked "
          + "against the text that was taken out, and their bytes for being the same")
    }
    if report.unproven > 0 {
      let whose = report.unproven == 1 ? "its" : "their"
      Console.note(
        "\(folder): \(counted(report.unproven, "document")) without \(whose) raw bytes: "
          + "checked against the pack's text only")
    }
  }
}
