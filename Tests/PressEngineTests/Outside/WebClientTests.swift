import PressStage
import TestSupport
import Testing

@testable import PressEngine

/// Against a real server that misbehaves.
@Suite(.enabled(if: WebServer.isThere, "python3 is not there to serve"))
struct WebClientTests {
  private let server: WebServer
  private let client = WebClient(store: nil)

  init() throws {
    server = try WebServer()
  }

  private func request(_ path: String, maxBytes: Int = 1 << 20) -> WebRequest {
    WebRequest(
      url: server.url(path), maxBytes: maxBytes, seconds: 2, delay: 0,
      allowedHosts: ["127.0.0.1"])
  }

  private func failure(_ path: String, maxBytes: Int = 1 << 20) async -> String? {
    do {
      let answer = try await client.fetch(request(path, maxBytes: maxBytes))
      return "answered \(answer.bytes.count) bytes"
    } catch {
      return "\(error)"
    }
  }

  @Test func itTakesThePageWithItsTypeAndCharset() async throws {
    let answer = try await client.fetch(request("/page"))
    #expect(answer.bytes == Array("<p>Open.</p>".utf8))
    #expect(answer.mediaType == "text/html" && answer.charset == "ISO-8859-1")
  }

  @Test(arguments: [
    ("/loop", "it redirects more than 5 times"),
    ("/away", "the host 'localhost' is at a private address; allow_hosts may name it"),
    ("/file", "it redirects to nowhere"), ("/gone", "the server answered 404"),
    ("/busy", "the server answered 503"), ("/weeks", "the server answered 503"),
    ("/cut", "the answer was cut off"), ("/closed/page", "robots.txt forbids it"),
  ])
  func itSaysWhatIsWrong(path: String, expected: String) async {
    #expect(await failure(path) == expected)
  }

  @Test func itWaitsNoLongerThanItMay() async {
    #expect(await failure("/slow") == "it took longer than 2 seconds")
  }

  @Test func anEndlessAnswerIsStopped() async {
    let expected = "the answer has more than the 100000 bytes allowed"
    #expect(await failure("/endless", maxBytes: 100_000) == expected)
  }

  @Test func whatIsNoHTTPIsRefused() async {
    #expect(await failure("/garbage")?.hasPrefix("answered") == false)
  }

  @Test func itFollowsARedirection() async throws {
    let answer = try await client.fetch(request("/once"))
    #expect(answer.url == server.url("/page"))
  }

  @Test func itTriesAgainWhenAskedTo() async throws {
    #expect(try await client.fetch(request("/later")).bytes == Array("now".utf8))
    #expect(try await client.fetch(request("/count")).bytes == Array("2".utf8))
  }

  @Test func theLongestRuleOfRobotsWins() async throws {
    #expect(try await client.fetch(request("/closed/open")).bytes == Array("inside".utf8))
  }

  @Test func aPrivateAddressIsRefusedUnlessItIsAllowed() async throws {
    for host in ["127.0.0.1", "localhost", "[::1]", "0x7f.1", "[::ffff:127.0.0.1]", "0.0.0.0"] {
      let url = "http://\(host):\(server.port)/page"
      let error = await #expect(throws: WebFailure.self) {
        try await client.fetch(WebRequest(url: url, delay: 0))
      }
      #expect(error?.description.contains("private address") == true, "\(host)")
    }
  }

  @Test func whatHasNotChangedIsKept() async throws {
    let folder = try TemporaryFolder()
    for _ in 0..<2 {
      let client = WebClient(store: folder.url.path())
      let answer = try await client.fetch(request("/condition"))
      #expect(answer.bytes == Array("seven 1".utf8))
    }
  }

  @Test func requestsToOneHostAreApart() async throws {
    var request = request("/page")
    request.delay = 0.4
    let start = ContinuousClock.now
    _ = try await client.fetch(request)
    _ = try await client.fetch(request)
    // One of them is for robots.txt.
    #expect(ContinuousClock.now - start >= .seconds(0.8))
  }
}

@Suite struct RobotsTests {
  @Test(arguments: [
    ("/", true), ("/a", false), ("/a/b.html", true), ("/a/b.html?x", false), ("/q/zip", false),
    ("/other", true),
  ])
  func theLongestRuleWins(target: String, isAllowed: Bool) {
    let file = """
      User-agent: other
      Disallow: /other
      User-agent: one
      User-agent: PressWork
      Disallow: /a   # all of it
      Allow: /a/*.html$
      Disallow: /*zip
      Crawl-delay: 2
      """
    let robots = Robots(Array(file.utf8))
    #expect(robots.allows(target) == isAllowed)
    #expect(robots.delay == 2)
  }

  @Test func anEmptyFileForbidsNothing() {
    #expect(Robots([]).allows("/a"))
    #expect(!Robots.nothing.allows("/a"))
  }
}

@Suite struct HostCheckTests {
  @Test(
    arguments: [
      ([8, 8, 8, 8], true), ([10, 0, 0, 1], false), ([172, 31, 0, 1], false),
      ([172, 32, 0, 1], true), ([192, 168, 1, 1], false), ([169, 254, 169, 254], false),
      ([224, 0, 0, 1], false), ([100, 64, 0, 1], false), ([0, 0, 0, 0], false),
      ([0x26, 0x06] + [UInt8](repeating: 1, count: 14), true),
      ([UInt8](repeating: 0, count: 15) + [1], false),
      ([UInt8](repeating: 0, count: 10) + [255, 255, 8, 8, 8, 8], false),
      ([0xFE, 0x80] + [UInt8](repeating: 0, count: 14), false),
      ([0xFD] + [UInt8](repeating: 0, count: 15), false),
      ([0x20, 0x02, 127, 0, 0, 1] + [UInt8](repeating: 0, count: 10), false),
    ] as [([UInt8], Bool)])
  func onlyPublicAddressesAre(bytes: [UInt8], isPublic: Bool) {
    #expect(HostCheck.isPublic(bytes) == isPublic)
  }
}
