import Foundation
import TestSupport
import Testing

/// The README's night over real feeds, pages and PDFs.
@Suite struct RealNightTests {
  private static let corpus = packageRoot.appending(path: "../shared/corpora/feeds-pdf-warc")
    .standardizedFileURL.path()

  private static func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  private static let canRun =
    isThere(corpus) && isThere("/usr/bin/curl") && isThere("/usr/bin/pdftotext")

  @Test(.enabled(if: canRun, "the documents, curl or pdftotext are not there"))
  func theReadmesOwnInstructionsLeadThroughTwoNights() throws {
    let outcome = try TestSupport.run(
      URL(filePath: "/usr/bin/env"),
      [
        "python3", packageRoot.appending(path: "Tests/RealNight/real_night.py").path(),
        Self.corpus, "--presswork", buildFolder.appending(path: "presswork").path(),
      ])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.notes)")
  }
}
