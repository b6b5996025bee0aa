/// Tells a watcher on the network, such as a dead man's switch, that all went well: one HTTP GET, by
/// curl, within a time limit.
public struct Ping: Sendable {
  /// Why nobody was told.
  public struct Failure: Error, Hashable, CustomStringConvertible {
    public var description: String
  }

  private let url: String
  private let seconds: Int
  /// The address without its path, which may be a secret.
  public let host: String

  /// Nil for what is no plain `http` or `https` address.
  public init?(_ url: String, seconds: Int = 10) {
    let lower = url.lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }) else {
      return nil
    }
    let rest = url.utf8.dropFirst(scheme.utf8.count)
    let isPlain = rest.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x5C && $0 != 0x22 }
    let host = rest.prefix { !"/?#".utf8.contains($0) }
    // A name and a password belong in no command line.
    guard isPlain, !host.isEmpty, !host.contains(UInt8(ascii: "@")), url.utf8.count <= 2000 else {
      return nil
    }
    self.url = url
    self.seconds = max(1, seconds)
    self.host = scheme + String(decoding: Array(host), as: UTF8.self)
  }

  public func send() throws(Failure) {
    // -q: nobody's .curlrc; no other protocol, not by a redirect either.
    let arguments = [
      "curl", "-q", "--silent", "--fail", "--globoff", "--location", "--max-redirs", "3",
      "--proto", "=http,https", "--max-time", "\(seconds)", "--max-filesize", "1000000",
      "--output", "/dev/null", "--url", url,
    ]
    let status: Int32
    do {
      let limits = ChildProcess.Limits(seconds: Double(seconds + 2), outputBytes: 1 << 16)
      status = try ChildProcess.run("curl", Array(arguments.dropFirst()), limits: limits).status
    } catch {
      throw Failure(description: "cannot reach \(host): \(error)")
    }
    guard status != 0 else { return }
    throw Failure(description: "cannot reach \(host): \(reason(status))")
  }

  /// curl(1), "EXIT CODES".
  private func reason(_ status: Int32) -> String {
    switch status {
    case 5, 6: "its name is not known"
    case 7: "it takes no connection"
    case 22: "it answers with an error"
    case 28: "no answer within \(seconds) seconds"
    case 35, 51, 58, 60, 77: "its certificate is not accepted"
    case 47: "it redirects without end"
    default: "curl ended with \(status)"
    }
  }
}
