import PressStage
import PressText

/// Finds documents in files that hold one JSON object a line.
///
/// Adds one raw item a line: a page made of the line's `html` or `text` under a head that says its
/// `title`, `date` and `author`, by its `url`. Leaves empty lines alone. A line that is no JSON or
/// holds no words fails by itself.
struct JSONLines: Source {
  static let summary = "Finds documents in files that hold one JSON object a line"

  @Setting(
    "Patterns of the files to read: * and ? within a name, ** over folders", required: true,
    example: "[Inbox/*.jsonl]")
  var paths: [String] = []

  @Setting("Key of the address") var urlKey = "url"
  @Setting("Key of the title") var titleKey = "title"
  @Setting("Key of the day of issue") var dateKey = "date"
  @Setting("Key of the author") var authorKey = "author"
  @Setting("Key of the words as HTML") var htmlKey = "html"
  @Setting("Key of the words as plain text") var textKey = "text"

  static let examples = [
    StageExample(
      .finds, "a document a line, by its address", with: ["paths": "[in/*.jsonl]"],
      .files([
        (
          "in/a.jsonl",
          #"{"url": "http://a.example/1", "title": "Quay", "html": "<p>It is open.</p>"}"# + "\n"
            + #"{"url": "http://a.example/2", "text": "It is shut."}"#
        )
      ]),
      gives: .origins(["http://a.example/1", "http://a.example/2"])),
    StageExample(
      .leavesAlone, "empty lines", with: ["paths": "[in/*.jsonl]"],
      .files([("in/a.jsonl", "\n" + #"{"text": "It is shut."}"# + "\n\n")]),
      gives: .origins(["in/a.jsonl#2"])),
    StageExample(
      .trap, "a line that is no JSON fails, and the others are read",
      with: ["paths": "[in/*.jsonl]"],
      .files([("in/a.jsonl", "{\"text\": \n" + #"{"text": "It is shut."}"#)]),
      gives: .origins(["in/a.jsonl#1", "in/a.jsonl#2"])),
  ]

  func items(_ context: SourceContext) async throws -> [RawItem] {
    var items: [RawItem] = []
    for pattern in paths {
      let files = try context.files(matching: pattern)
      for path in files {
        let lines = try context.read(path).split(
          separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 <= 0x20 }) {
          items.append(item(of: Array(line), named: "\(path)#\(index + 1)"))
        }
      }
    }
    return items
  }

  private func item(of line: [UInt8], named name: String) -> RawItem {
    func failed(_ reason: String) -> RawItem {
      RawItem(
        path: name, mediaType: "application/json", content: .failed(reason: reason, bytes: line))
    }
    let value: JSONValue
    do {
      value = try JSONValue(parsing: line)
    } catch {
      return failed("the line is \(error)")
    }
    guard value.members != nil else { return failed("the line is no JSON object") }
    let content =
      value[htmlKey]?.string.map { Array($0.utf8) }
      ?? value[textKey]?.string.map(FeedEntry.html(ofText:)) ?? []
    guard !content.allSatisfy({ $0 <= 0x20 }) else {
      return failed("the line has no words at '\(htmlKey)' or '\(textKey)'")
    }
    let entry = FeedEntry(
      title: value[titleKey]?.string, published: value[dateKey]?.string,
      author: value[authorKey]?.string, content: content)
    let url = value[urlKey]?.string.flatMap { WebAddress($0) }?.text
    return RawItem(
      path: url == nil ? name : nil, url: url, mediaType: "text/html", charset: "utf-8",
      content: .bytes(entry.page(language: nil)))
  }
}
