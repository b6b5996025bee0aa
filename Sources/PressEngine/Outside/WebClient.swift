import PressStage
import PressText

/// Asks web servers, politely and within bounds: no private addresses that were not allowed, no more
/// redirections, bytes and time than a request allows, nothing that robots.txt forbids.
///
/// The protocol is `curl`'s, run as a child process. Redirections are followed here, so that every
/// address is checked, and the addresses that were checked are the ones that curl is bound to.
actor WebClient {
  private static let redirectLimit = 5
  private static let tries = 3
  /// The longest that a server may make the program wait, in seconds.
  private static let patience = 30.0

  private let store: WebStore?
  private var robots: [String: Robots] = [:]
  private var lastRequest: [String: Double] = [:]

  /// `store`: the folder of what was fetched before; nil for none.
  init(store: String?) {
    self.store = store.map { WebStore(folder: $0) }
  }

  /// Throws `WebFailure`.
  func fetch(_ request: WebRequest) async throws -> WebAnswer {
    guard let address = WebAddress(request.url) else {
      throw WebFailure("it is no address of the web")
    }
    return try await follow(address, request, asksRobots: true)
  }

  private func follow(
    _ start: WebAddress, _ request: WebRequest, asksRobots: Bool
  ) async throws -> WebAnswer {
    var address = start
    for _ in 0...Self.redirectLimit {
      var delay = request.delay
      if asksRobots {
        let rules = try await robots(of: address, request)
        guard rules.allows(address.target) else { throw WebFailure("robots.txt forbids it") }
        delay = max(delay, min(rules.delay ?? 0, Self.patience))
      }
      let known = store?.entry(of: address.text)
      let reply = try await answer(of: address, request, known, delay)
      switch reply.status {
      case 200...299:
        let entry = WebStore.Entry(
          etag: reply["etag"], modified: reply["last-modified"],
          contentType: reply["content-type"], body: reply.body)
        if entry.etag != nil || entry.modified != nil { store?.keep(entry, of: address.text) }
        return Self.answer(address, entry)
      case 304:
        guard let known else { throw WebFailure("it answered 304 unasked", status: 304) }
        return Self.answer(address, known)
      case 301, 302, 303, 307, 308:
        guard let next = reply["location"].flatMap({ address.resolve($0) }) else {
          throw WebFailure("it redirects to nowhere", status: reply.status)
        }
        address = next
      default:
        throw WebFailure("the server answered \(reply.status)", status: reply.status)
      }
    }
    throw WebFailure("it redirects more than \(Self.redirectLimit) times")
  }

  private static func answer(_ address: WebAddress, _ entry: WebStore.Entry) -> WebAnswer {
    let (mediaType, charset) = WebAnswer.parts(ofContentType: entry.contentType ?? "")
    return WebAnswer(
      url: address.text, mediaType: mediaType, charset: charset, bytes: entry.body)
  }

  /// The rules of a site, asked for once: none where there is no file, and nothing is allowed where
  /// the server fails (RFC 9309, 2.3.1).
  private func robots(of address: WebAddress, _ request: WebRequest) async throws -> Robots {
    let site = "\(address.scheme)://\(address.authority)"
    if let known = robots[site] { return known }
    guard let file = WebAddress("\(site)/robots.txt") else { return .nothing }
    // What is wrong with the host is no fault of its robots.txt.
    _ = try addresses(of: address, request)
    var ask = request
    ask.maxBytes = 1 << 20
    do {
      robots[site] = Robots(try await follow(file, ask, asksRobots: false).bytes)
    } catch let failure as WebFailure {
      guard !failure.isLocal else { throw failure }
      guard let status = failure.status else {
        throw WebFailure("robots.txt of its site cannot be read: \(failure)")
      }
      robots[site] = (400...499).contains(status) && status != 429 ? .all : .nothing
    }
    return robots[site] ?? .nothing
  }

  // MARK: - One address

  /// Tries again after what may pass.
  private func answer(
    of address: WebAddress, _ request: WebRequest, _ known: WebStore.Entry?, _ delay: Double
  ) async throws -> WebReply {
    var pause = 1.0
    for left in (0..<Self.tries).reversed() {
      try await wait(for: address.host, delay)
      do {
        let reply = try ask(address, request, known)
        let mayPass = reply.status == 429 || reply.status >= 500
        guard mayPass, left > 0 else { return reply }
        pause = reply.retryAfter ?? pause
        guard pause <= Self.patience else { return reply }
      } catch {
        guard error.isPassing, left > 0 else { throw error }
      }
      try await Task.sleep(for: .seconds(pause))
      pause *= 2
    }
    throw WebFailure("it did not answer")
  }

  private func wait(for host: String, _ delay: Double) async throws {
    if let last = lastRequest[host] {
      let left = delay - (Clock.monotonic() - last)
      if left > 0 { try await Task.sleep(for: .seconds(left)) }
    }
    lastRequest[host] = Clock.monotonic()
  }

  private func ask(
    _ address: WebAddress, _ request: WebRequest, _ known: WebStore.Entry?
  ) throws(WebFailure) -> WebReply {
    let pinned = try addresses(of: address, request)
      .map { $0.contains(":") ? "[\($0)]" : $0 }.joined(separator: ",")
    var arguments = [
      "-q", "--silent", "--show-error", "--include", "--suppress-connect-headers", "--globoff",
      "--proto", "=http,https", "--compressed", "--max-filesize", "\(request.maxBytes)",
      "--max-time", "\(request.seconds)", "--connect-timeout", "\(min(10, request.seconds))",
      "--user-agent", "\(Robots.agent)/1 (press releases, once a run)", "--resolve",
      "\(address.host.contains(":") ? "[\(address.host)]" : address.host):\(address.port):\(pinned)",
    ]
    // What is allowed by name lies on this side of any proxy.
    if isAllowed(address, request) { arguments += ["--noproxy", address.host] }
    if let etag = known?.etag { arguments += ["--header", "If-None-Match: \(etag)"] }
    if let modified = known?.modified {
      arguments += ["--header", "If-Modified-Since: \(modified)"]
    }
    arguments += ["--url", address.text]
    let limits = ChildProcess.Limits(
      seconds: request.seconds + 5, outputBytes: request.maxBytes + 1 << 18)
    let result: ChildProcess.Result
    do throws(ChildProcess.Failure) {
      result = try ChildProcess.run("curl", arguments, limits: limits, variables: Self.variables)
    } catch {
      switch error {
      case .missing:
        throw WebFailure(
          "the program 'curl' that fetches is not installed (package curl)", isLocal: true)
      case .tooMuchOutput: throw Self.tooLarge(request)
      case .timeOut: throw Self.tooSlow(request)
      default: throw WebFailure("\(error)")
      }
    }
    guard result.status == 0 else { throw Self.failure(result, request) }
    guard let reply = WebReply(result.output) else {
      throw WebFailure("the server's answer is not HTTP", isPassing: true)
    }
    guard reply.body.count <= request.maxBytes else { throw Self.tooLarge(request) }
    return reply
  }

  private func addresses(
    of address: WebAddress, _ request: WebRequest
  ) throws(WebFailure) -> [String] {
    try HostCheck.addresses(of: address.host, isAllowed: isAllowed(address, request))
  }

  private func isAllowed(_ address: WebAddress, _ request: WebRequest) -> Bool {
    request.allowedHosts.contains { $0.lowercased() == address.host }
  }

  /// An operator's proxies and certificates, where the environment names them.
  private static var variables: [String] {
    [
      "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
      "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE",
    ].compactMap { name in ChildProcess.variable(name).map { "\(name)=\($0)" } }
  }

  /// By curl's exit codes (curl(1), EXIT CODES).
  private static func failure(
    _ result: ChildProcess.Result, _ request: WebRequest
  ) -> WebFailure {
    switch result.status {
    case 7: WebFailure("the server cannot be reached", isPassing: true)
    case 18: WebFailure("the answer was cut off", isPassing: true)
    case 28: tooSlow(request)
    case 52, 56: WebFailure("the server broke off", isPassing: true)
    case 63: tooLarge(request)
    case 60: WebFailure("the server's certificate is not trusted")
    default:
      WebFailure(
        result.errors.split(separator: "\n").first.map(String.init)
          ?? "curl ended with code \(result.status)")
    }
  }

  private static func tooLarge(_ request: WebRequest) -> WebFailure {
    WebFailure("the answer has more than the \(request.maxBytes) bytes allowed")
  }

  private static func tooSlow(_ request: WebRequest) -> WebFailure {
    WebFailure("it took longer than \(Int(request.seconds.rounded(.up))) seconds", isPassing: true)
  }
}
