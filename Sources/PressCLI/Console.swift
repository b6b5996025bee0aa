import Glibc

/// The standard streams of the program.
enum Console {
  /// Results.
  static func output(_ bytes: [UInt8]) {
    write(bytes, to: 1)
  }

  static func output(_ text: String) {
    output(Array((text + "\n").utf8))
  }

  /// Everything that is not a result.
  static func note(_ text: String) {
    write(Array((text + "\n").utf8), to: 2)
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
  static var width: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
    return min(Int(size.ws_col), 120)
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
