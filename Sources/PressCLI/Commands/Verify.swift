import ArgumentParser
import PressEngine

/// `presswork verify`
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check every word of a pack against its text and its raw sources.",
    discussion: """
      Every mention in pack.json must stand at its offsets in the document's text, every stretch of
      that text must say what the bytes of the raw source say, and every file must have the checksum
      that the pack lists. What does not hold is named, and the exit code is 1.

      Example:
        presswork verify Reports/bamako-ministerial
      """)

  @Argument(help: "The folder of a pack.", completion: .directory)
  var folder: String

  func run() throws {
    let report: PackVerifier.Report
    do {
      report = try PackVerifier(folder: folder, jobs: Machine.cores).verify()
    } catch {
      Console.note("presswork: error: \(error)")
      throw ExitStatus.noInput.code
    }
    for fault in report.faults { Console.output("\(folder): \(fault)") }
    let counts =
      "\(report.documents) documents, \(report.facts) facts, \(report.mentions) mentions"
    guard report.faults.isEmpty else {
      Console.note("\(folder): \(report.faults.count) faults in \(counts)")
      throw ExitStatus.findings.code
    }
    Console.output("\(folder): \(counts), all verbatim; every file as published")
    if report.extracted > 0 {
      Console.note(
        "\(folder): \(report.extracted) documents with words taken out of a binary format: checked "
          + "against the text that was taken out, and their bytes for being the same")
    }
    if report.unproven > 0 {
      Console.note(
        "\(folder): \(report.unproven) documents without their raw bytes: checked against the "
          + "pack's text only")
    }
  }
}
