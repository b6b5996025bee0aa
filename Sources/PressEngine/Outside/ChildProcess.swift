internal import CPlatform
internal import Glibc

/// Another program, run for its output: without a shell, in a clean environment, with limits of
/// time, memory and output, and with nothing left of it afterwards.
struct ChildProcess {
  /// What a run may cost.
  struct Limits {
    /// Of the clock; the processor gets as many.
    var seconds = 60.0
    /// Of standard output.
    var outputBytes = 64 << 20
    /// Of address space.
    var memoryBytes = 1 << 30
  }

  /// How a run ended that was not cut short.
  struct Result {
    /// The exit code; the negated number of the signal that ended the program.
    var status: Int32
    var output: [UInt8]
    /// What it said on standard error, at most 16 KB of it.
    var errors: String
  }

  enum Failure: Error, Hashable, CustomStringConvertible {
    case missing(String)
    case timeOut(String, seconds: Double)
    case tooMuchOutput(String, bytes: Int)
    case system(String, reason: String)

    var description: String {
      switch self {
      case .missing(let tool): "the program '\(tool)' is not installed"
      case .timeOut(let tool, let seconds):
        "the program '\(tool)' was stopped: it took longer than "
          + (seconds == 1 ? "1 second" : "\(Int(seconds.rounded(.up))) seconds")
      case .tooMuchOutput(let tool, let bytes):
        "the program '\(tool)' was stopped: it wrote more than \(bytes) bytes"
      case .system(let tool, let reason): "the program '\(tool)' cannot be run: \(reason)"
      }
    }
  }

  /// The variables that a child sees beside `PATH`: nothing depends on the operator's locale.
  private static let environment = ["LC_ALL=C.UTF-8", "TZ=UTC"]

  /// - Parameters:
  ///   - tool: a program's name, looked for where `PATH` says, or its path.
  ///   - input: its standard input, a file in memory.
  ///   - variables: more of its environment, as `NAME=VALUE`.
  static func run(
    _ tool: String, _ arguments: [String], input: [UInt8] = [], limits: Limits = Limits(),
    variables: [String] = []
  ) throws(Failure) -> Result {
    guard let path = Self.path(of: tool) else { throw .missing(tool) }
    let source = input.withUnsafeBytes { press_memory_file($0.baseAddress, $0.count) }
    guard source >= 0 else { throw .system(tool, reason: words(of: errno)) }
    defer { close(source) }
    var (out, err) = ([Int32](repeating: -1, count: 2), [Int32](repeating: -1, count: 2))
    guard press_pipe(&out) == 0 else { throw .system(tool, reason: words(of: errno)) }
    defer { close(out[0]) }
    guard press_pipe(&err) == 0 else {
      close(out[1])
      throw .system(tool, reason: words(of: errno))
    }
    defer { close(err[0]) }
    let paths = "PATH=\(searchPath)"
    let child = withStrings([tool] + arguments) { argv in
      withStrings(environment + [paths] + variables) { envp in
        press_spawn(
          path, argv, envp, [source, out[1], err[1]], UInt(limits.memoryBytes),
          UInt(limits.seconds.rounded(.up)) + 1)
      }
    }
    let error = errno
    close(out[1])
    close(err[1])
    guard child > 0 else {
      throw error == ENOENT ? .missing(tool) : .system(tool, reason: words(of: error))
    }
    var listening = Listening(output: out[0], errors: err[0])
    let start = Clock.monotonic()
    var fault = listening.listen(tool, limits)
    // Both its streams are at their end a moment before the program is.
    if fault == nil, press_ended(child, limits.seconds - (Clock.monotonic() - start)) == 0 {
      fault = .timeOut(tool, seconds: limits.seconds)
    }
    // The group has its leader's number, and no one else gets it before the leader is waited for.
    kill(-child, SIGKILL)
    var status: Int32 = 0
    guard press_wait(child, &status) == 0 else { throw .system(tool, reason: words(of: errno)) }
    if let fault { throw fault }
    return Result(
      status: status, output: listening.output,
      errors: String(decoding: listening.errors, as: UTF8.self))
  }

  /// Where a program is; nil where it is not.
  static func path(of tool: String) -> String? {
    if tool.contains("/") { return access(tool, X_OK) == 0 ? tool : nil }
    for folder in searchPath.split(separator: ":") where folder.hasPrefix("/") {
      let path = "\(folder)/\(tool)"
      if access(path, X_OK) == 0, !Disk.isFolder(path) { return path }
    }
    return nil
  }

  /// The value of a variable of this program's own environment.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private static var searchPath: String { variable("PATH") ?? "/usr/local/bin:/usr/bin:/bin" }

  private static func words(of error: Int32) -> String { String(cString: strerror(error)) }

  private static func withStrings<Value>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Value
  ) -> Value {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeBufferPointer { buffer in
      // There is at least the end, so the buffer has an address.
      withUnsafePointer(to: UnsafeMutablePointer<CChar>?.none) { body(buffer.baseAddress ?? $0) }
    }
  }

  /// Reads what a child says until it ends both streams, or a limit is reached.
  private struct Listening {
    var output: [UInt8] = []
    var errors: [UInt8] = []
    private let files: [Int32]
    private var isOpen = [true, true]

    init(output: Int32, errors: Int32) {
      files = [output, errors]
    }

    /// Nil where the child ended in good time.
    mutating func listen(_ tool: String, _ limits: Limits) -> Failure? {
      let start = Clock.monotonic()
      while isOpen[0] || isOpen[1] {
        let left = limits.seconds - (Clock.monotonic() - start)
        guard left > 0 else { return .timeOut(tool, seconds: limits.seconds) }
        var waiting = files.indices.map {
          pollfd(fd: isOpen[$0] ? files[$0] : -1, events: Int16(POLLIN), revents: 0)
        }
        let ready = poll(&waiting, nfds_t(waiting.count), Int32(min(left * 1000 + 1, 60_000)))
        if ready < 0, errno != EINTR { return .system(tool, reason: words(of: errno)) }
        guard ready > 0 else { continue }
        for index in waiting.indices where waiting[index].revents != 0 { receive(index) }
        if output.count > limits.outputBytes {
          return .tooMuchOutput(tool, bytes: limits.outputBytes)
        }
      }
      return nil
    }

    private mutating func receive(_ index: Int) {
      var count = 0
      let part = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
        count = read(files[index], buffer.baseAddress, buffer.count)
        filled = max(0, count)
      }
      if count < 0, errno == EINTR { return }
      if count <= 0 {
        isOpen[index] = false
      } else if index == 0 {
        output += part
      } else if errors.count < 1 << 14 {
        errors += part
      }
    }
  }
}

/// The programs that this one runs for some of its stages.
public enum OutsideProgram: String, CaseIterable, Sendable {
  case curl, pdftotext

  /// Where it is on this machine; nil where it is not.
  public var path: String? { ChildProcess.path(of: rawValue) }

  /// What needs it.
  public var purpose: String {
    switch self {
    case .curl: "the source 'feed' fetches with it (package curl)"
    case .pdftotext: "the reader 'pdf' reads with it (package poppler-utils)"
    }
  }
}
