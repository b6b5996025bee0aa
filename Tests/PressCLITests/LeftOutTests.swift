import Foundation
import TestSupport
import Testing

/// What sources find and make no item of is told, with a reason and a count.
@Suite struct LeftOutTests {
  private let project: TemporaryFolder

  init() throws { project = try TemporaryFolder() }

  private func pipeline(_ source: String) throws {
    try project.write(
      "Pipelines/night.yaml",
      """
      presswork: 1
      pipeline: night
      sources:
        - \(source)
      extract: [html, mail, plain-text]
      render: [json]
      embargo: {hold: false}
      """)
  }

  private func run(_ arguments: String...) throws -> Outcome {
    try TestSupport.run(
      buildFolder.appending(path: "presswork"), ["run", "night"] + arguments, in: project.url)
  }

  private func record(_ type: String, _ url: String, _ block: String) -> String {
    "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(url)\r\n"
      + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
  }

  private func answer(_ number: Int, _ status: String, _ type: String = "text/html") -> String {
    record(
      "response", "http://a.example/\(number)",
      "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\r\n<p>It is open.</p>")
  }

  @Test func recordsOfAnArchive() throws {
    try pipeline("{use: warc, with: {paths: [\"../Inbox/*.warc\"]}}")
    try project.write(
      "Inbox/a.warc",
      [
        record("warcinfo", "urn:a", "software: x"),
        record("request", "http://a.example/1", "GET /1 HTTP/1.1\r\n\r\n"), answer(1, "200 OK"),
        answer(2, "404 Not Found"), answer(3, "404 Not Found"), answer(4, "301 Moved"),
        answer(5, "200 OK", "image/png"), record("revisit", "http://a.example/6", ""),
      ].joined())
    let told = [
      "source 'warc' left out pages of type image/png: 1",
      "source 'warc' left out pages that the server answered with 301: 1",
      "source 'warc' left out pages that the server answered with 404: 2",
      "source 'warc' left out records of kind revisit: 1",
    ]
    let first = try run()
    #expect(first.status == 0)
    #expect(first.notes.split(separator: "\n").map(String.init) == told)
    // A run that finds nothing new tells it too, and a program as a list.
    let again = try run("--json")
    let object = try JSONSerialization.jsonObject(with: Data(again.output.utf8)) as? [String: Any]
    let rows = try #require(object?["leftOut"] as? [[String: Any]])
    #expect(rows.map { $0["count"] as? Int } == [1, 1, 2, 1])
    #expect(rows.allSatisfy { $0["source"] as? String == "warc" })
  }

  @Test(.timeLimit(.minutes(1)))
  func filesThatAreNone() throws {
    try pipeline("{use: files, with: {paths: [\"../Inbox/*\", \"../Inbox/*.txt\"]}}")
    for file in ["a.txt", ".hidden.txt", ".DS_Store"] {
      try project.write("Inbox/\(file)", "The quay is open again, the port said today.")
    }
    #expect(mkfifo(project.url.appending(path: "Inbox/pipe.txt").path(), 0o600) == 0)
    let told = [
      "source 'files' left out files whose name starts with a full stop: 2",
      "source 'files' left out named pipes, sockets and devices: 1",
    ]
    #expect(try run().notes.split(separator: "\n").map(String.init) == told)
    let presswork = buildFolder.appending(path: "presswork")
    #expect(try TestSupport.run(presswork, ["plan", "night"], in: project.url).status == 0)
    let read = try TestSupport.run(presswork, ["read", "Inbox/pipe.txt"], in: project.url)
    #expect(read.status == 66)
    #expect(read.notes.contains("cannot read 'Inbox/pipe.txt': it is a named pipe"))
  }

  @Test func anArchiveWithoutAPageSaysWhatItHolds() throws {
    try pipeline("{use: warc, with: {paths: [\"../Inbox/*.warc\"]}}")
    try project.write("Inbox/a.warc", answer(2, "404 Not Found"))
    let outcome = try run()
    #expect(outcome.status == 66)
    #expect(outcome.notes.contains("; left out: pages that the server answered with 404: 1\n"))
  }

  @Test func entriesBeyondTheLimitAndTwice() throws {
    try pipeline("{use: feed, with: {paths: [\"../Inbox/*.json\"], limit: 3}}")
    let entries = ["1", "1", "2", "3", "4"].map {
      "{\"url\": \"http://a.example/\($0)\", \"content_text\": \"It is open.\"}"
    }
    try project.write("Inbox/a.json", "{\"items\": [\(entries.joined(separator: ", "))]}")
    let outcome = try run()
    #expect(outcome.output.contains("2 in = 2 packed"))
    #expect(outcome.notes.contains("source 'feed' left out entries beyond the limit: 2\n"))
    #expect(outcome.notes.contains("left out entries whose address came before: 1\n"))
  }

  @Test func attachmentsThatAreNotTaken() throws {
    try pipeline("{use: mailbox, with: {paths: [\"../Inbox/*.eml\"]}}")
    try project.write(
      "Inbox/a.eml",
      """
      Subject: Quay
      Content-Type: multipart/mixed; boundary="x"

      --x

      The quay is open again.
      --x
      Content-Type: image/png
      Content-Disposition: attachment; filename="logo.png"

      x
      --x--
      """)
    let outcome = try run()
    #expect(outcome.output.contains("1 in = 1 packed"))
    #expect(outcome.notes.contains("source 'mailbox' left out attachments of type image/png: 1\n"))
  }
}
