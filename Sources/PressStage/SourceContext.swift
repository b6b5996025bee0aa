/// What a source may see of the outside. The engine implements it.
public struct SourceContext: Sendable {
  /// The regular files under a pattern, sorted by path, none outside the pattern's literal folder.
  /// In a pattern `*` and `?` match within a name, `**` any folders. What matches and is left out,
  /// as a link out of that folder is, the operator is told of.
  public var files: @Sendable (_ pattern: String) throws -> [String]
  /// All bytes of standard input.
  public var standardInput: @Sendable () throws -> [UInt8]
  /// All bytes of a file that `files` has given.
  public var read: @Sendable (_ path: String) throws -> [UInt8]
  /// Undoes one member of gzip, or one stream of zlib or bare deflate, from an offset on. Throws
  /// `StageError` for what is damaged or gives more than `limit` bytes.
  public var inflate: @Sendable (_ bytes: [UInt8], _ start: Int, _ limit: Int) throws -> Inflated
  /// What a web server answers. Throws `WebFailure`.
  public var fetch: @Sendable (WebRequest) async throws -> WebAnswer
  /// Notes that a source found something and makes no item of it, for a reason in the plural:
  /// "records that the server answered with 404". The operator is told how many there were.
  public var leaveOut: @Sendable (_ reason: String) -> Void

  public init(
    files: @escaping @Sendable (String) throws -> [String],
    standardInput: @escaping @Sendable () throws -> [UInt8],
    read: @escaping @Sendable (String) throws -> [UInt8],
    inflate: @escaping @Sendable ([UInt8], Int, Int) throws -> Inflated,
    fetch: @escaping @Sendable (WebRequest) async throws -> WebAnswer,
    leaveOut: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.files = files
    self.standardInput = standardInput
    self.read = read
    self.inflate = inflate
    self.fetch = fetch
    self.leaveOut = leaveOut
  }

  /// The files under a pattern of a source's settings: none where nothing has come yet. Throws
  /// `StageError` for a path without wildcards that is not there, and what `files` throws for a
  /// folder that is not.
  public func files(matching pattern: String) throws -> [String] {
    let found = try files(pattern)
    guard !found.isEmpty || pattern.utf8.contains(where: { $0 == 0x2A || $0 == 0x3F }) else {
      throw StageError("there is no file '\(pattern)'")
    }
    return found
  }
}

/// Bytes that were compressed.
public struct Inflated: Sendable {
  public var bytes: [UInt8]
  /// Where the compressed stretch ended.
  public var end: Int

  public init(bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = end
  }
}

/// A request to a web server, and what it may cost.
public struct WebRequest: Hashable, Sendable {
  /// An address of `http` or `https`.
  public var url: String
  /// The most bytes that are taken.
  public var maxBytes: Int
  /// The most seconds that one try may take.
  public var seconds: Double
  /// The least seconds between two requests to one host.
  public var delay: Double
  /// The names of hosts that may be at private addresses.
  public var allowedHosts: [String]

  public init(
    url: String, maxBytes: Int = 16 << 20, seconds: Double = 30, delay: Double = 1,
    allowedHosts: [String] = []
  ) {
    self.url = url
    self.maxBytes = maxBytes
    self.seconds = seconds
    self.delay = delay
    self.allowedHosts = allowedHosts
  }
}

/// The body that a web server gave.
public struct WebAnswer: Hashable, Sendable {
  /// Where it was found, after redirections.
  public var url: String
  /// The type of Content-Type, without parameters and in lower case; nil where there was none.
  public var mediaType: String?
  public var charset: String?
  public var bytes: [UInt8]

  public init(url: String, mediaType: String? = nil, charset: String? = nil, bytes: [UInt8]) {
    self.url = url
    self.mediaType = mediaType
    self.charset = charset
    self.bytes = bytes
  }

  /// The media type and the charset that a Content-Type header gives.
  public static func parts(ofContentType value: String) -> (mediaType: String?, charset: String?) {
    let parts = value.split(separator: ";").map { part in
      String(part.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" })
    }
    let type = parts.first?.lowercased()
    let charset = parts.dropFirst().first { $0.lowercased().hasPrefix("charset=") }
      .map { $0.dropFirst(8).filter { $0 != "\"" && $0 != "'" } }
    return (type?.contains("/") == true ? type : nil, charset?.isEmpty == true ? nil : charset)
  }
}

/// Why something could not be had from the web.
public struct WebFailure: Error, Hashable, CustomStringConvertible {
  /// In a lower-case sentence that names no address.
  public var description: String
  /// What the server answered, where it did.
  public var status: Int?
  /// Whether another try may go better.
  public var isPassing: Bool
  /// Whether this machine or the settings must change first: a program that is missing, a host that
  /// is not allowed.
  public var isLocal: Bool

  public init(
    _ description: String, status: Int? = nil, isPassing: Bool = false, isLocal: Bool = false
  ) {
    self.description = description
    self.status = status
    self.isPassing = isPassing
    self.isLocal = isLocal
  }
}
