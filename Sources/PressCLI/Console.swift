import Glibc
import Synchronization

/// "1 document", "2 documents".
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// The standard streams of the program.
enum Console {
  /// Results.
  static func output(_ bytes: [UInt8]) {
    progress(nil)
    write(bytes, to: 1)
  }

  static func output(_ text: String) {
    output(Array((text + "\n").utf8))
  }

  /// Everything that is not a result.
  static func note(_ text: String) {
    progress(nil)
    write(Array((text + "\n").utf8), to: 2)
  }

  private static let showsProgress = Atomic(false)

  /// Whether a line can be drawn again on standard error.
  static var isRedrawable: Bool { isatty(2) == 1 && environment("TERM") ?? "dumb" != "dumb" }

  /// Draws the last line of the terminal anew; nil takes it away, and so does whatever is printed
  /// next.
  static func progress(_ line: String?) {
    guard let line else {
      if showsProgress.exchange(false, ordering: .relaxed) {
        write(Array("\r\u{1B}[K".utf8), to: 2)
      }
      return
    }
    showsProgress.store(true, ordering: .relaxed)
    // A line that wraps could not be drawn again.
    write(Array("\r\(line.prefix(columns(of: 2) - 1))\u{1B}[K".utf8), to: 2)
  }

  /// Whether a person reads the stream and has not asked for plain text (no-color.org).
  static func isColored(_ stream: Int32) -> Bool {
    guard isatty(stream) == 1 else { return false }
    return environment("NO_COLOR")?.isEmpty ?? true && environment("TERM") != "dumb"
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The terminal's width in columns; 100 where there is none.
  static var width: Int { min(columns(of: 1), 120) }

  private static func columns(of stream: Int32) -> Int {
    var size = winsize()
    guard ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
    return Int(size.ws_col)
  }

  /// A reader that went away (`| head`) ends the program quietly, as it does other filters.
  private static func write(_ bytes: [UInt8], to stream: Int32) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(stream, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        exit(errno == EPIPE ? 0 : ExitStatus.inputOutput.rawValue)
      }
      written += count
    }
  }
}
