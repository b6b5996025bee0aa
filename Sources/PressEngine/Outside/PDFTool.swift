import PressStage

extension ReaderContext {
  /// What readers get in this program.
  static let engine = ReaderContext(pdfLayout: PDFTool.layout)
}

/// Poppler's pdftotext, in a child process: a format that can run a program is read by a program
/// that cannot do harm.
enum PDFTool {
  private static let name = "pdftotext"

  /// The words of a PDF with their places. Throws `StageError` that says what is wrong with it.
  @Sendable static func layout(of pdf: [UInt8]) throws -> [UInt8] {
    let result: ChildProcess.Result
    do throws(ChildProcess.Failure) {
      result = try ChildProcess.run(
        name, ["-bbox-layout", "-enc", "UTF-8", "/dev/fd/0", "-"], input: pdf)
    } catch {
      switch error {
      case .missing:
        throw StageError(
          "the program '\(name)' that reads PDFs is not installed (package poppler-utils)")
      default: throw StageError("\(error)")
      }
    }
    // 1: the file could not be opened; 3: its permissions forbid; 99: any other.
    if result.errors.contains("Incorrect password") {
      throw StageError("the PDF is encrypted and opens only with a password")
    }
    if result.status == 3 { throw StageError("the PDF forbids that its text is copied") }
    if result.status < 0 {
      throw StageError("the program '\(name)' broke off on this PDF (signal \(-result.status))")
    }
    guard result.status == 0, !result.output.isEmpty else {
      let first = result.errors.split(separator: "\n").first.map { ": \($0)" } ?? ""
      throw StageError("the PDF is broken\(first)")
    }
    return result.output
  }
}
