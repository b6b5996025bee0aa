import PressModel
import PressStage
import Testing

private enum Order: String, CaseIterable, SettingValue { case day, month }

private struct Feed: SettingGroup {
  @Setting("Address", required: true) var url = ""
  @Setting("Most items", range: 1...100) var limit = 20
}

private struct Sample: Extractor {
  static let summary = "A stage for these tests"
  static let examples: [StageExample] = []

  @Setting("Shortest quotation, in words", range: 1...100) var minWords = 4
  @Setting("Whether to look at headings") var headings = true
  @Setting("Which comes first") var order = Order.day
  @Setting("Where from", required: true) var feeds: [Feed] = []
  @Setting("How long to wait") var wait = Duration.seconds(90)
  @Setting("Largest file") var size = ByteSize(bytes: 10_000_000)
  @Setting("Share of links") var share = Percentage(0.25)
  @Setting("First day") var from: Day? = nil

  func extract(from document: Document, into findings: inout Findings) throws {}
}

@Suite struct SettingTests {
  private let start = Place(line: 1, column: 1)

  private func scalar(_ text: String, plain: Bool = true, line: Int = 1) -> SettingNode {
    SettingNode(.scalar(text, isPlain: plain), at: Place(line: line, column: 1))
  }

  private func map(_ entries: [(String, SettingNode)]) -> SettingNode {
    SettingNode(
      .map(entries.map { SettingNode.Entry(key: $0.0, keyPlace: $0.1.place, value: $0.1) }),
      at: start)
  }

  private func configure(_ entries: [(String, SettingNode)]) -> (Sample, [SettingProblem]) {
    var problems: [SettingProblem] = []
    let stage = Sample.configured(with: map(entries), at: start, problems: &problems)
    return (stage, problems)
  }

  private var feed: (String, SettingNode) {
    ("feeds", SettingNode(.list([map([("url", scalar("a"))])]), at: start))
  }

  @Test func everyTypeIsRead() {
    let (stage, problems) = configure([
      feed, ("min_words", scalar("0x10")), ("headings", scalar("false")),
      ("order", scalar("month")), ("wait", scalar("2h")), ("size", scalar("2MiB")),
      ("share", scalar("40%")), ("from", scalar("2007-11-14")),
    ])
    #expect(problems.isEmpty)
    #expect(stage.minWords == 16)
    #expect(stage.headings == false)
    #expect(stage.order == .month)
    #expect(stage.feeds.map(\.url) == ["a"])
    #expect(stage.feeds.map(\.limit) == [20])
    #expect(stage.wait == .seconds(7200))
    #expect(stage.size.bytes == 2 << 20)
    #expect(stage.share.fraction == 0.4)
    #expect(stage.from?.written == "2007-11-14")
  }

  @Test func allProblemsComeAtOnce() {
    let (stage, problems) = configure([
      ("min_word", scalar("5", line: 2)), ("headings", scalar("yes", line: 3)),
      ("order", scalar("mont", line: 4)), ("min_words", scalar("0", line: 5)),
      ("from", scalar("2007-02-30", line: 6)),
    ])
    #expect(stage.minWords == 4)
    #expect(
      problems.map { "\($0.place.line) \($0.message); \($0.hint ?? "-")" } == [
        "2 unknown setting 'min_word'; did you mean 'min_words'?",
        "3 expected true or false, not 'yes'; write true",
        "4 expected one of day, month, not 'mont'; did you mean 'month'?",
        "5 '0' is not between 1 and 100; -",
        "6 expected a date such as 2007-11-14, not '2007-02-30'; -",
        "1 setting 'feeds' is missing; Where from",
      ])
  }

  @Test func problemsOfAGroupAreItsOwn() {
    let group = map([("limit", scalar("many"))])
    let (_, problems) = configure([("feeds", SettingNode(.list([group]), at: start))])
    #expect(
      problems.map(\.message) == [
        "expected a whole number, not 'many'", "setting 'url' is missing",
      ])
  }

  @Test func theDeclarationsSayAll() {
    let settings = Sample.settings
    #expect(
      settings.map(\.name) == [
        "min_words", "headings", "order", "feeds", "wait", "size", "share", "from",
      ])
    #expect(settings[0].defaultText == "4")
    #expect(settings[0].range?.high == "100")
    #expect(settings[2].type == .choice(["day", "month"]))
    #expect(settings[3].isRequired)
    #expect(settings[4].defaultText == "90s")
  }

  @Test func aCopyKeepsItsOwnValue() {
    let (stage, _) = configure([feed])
    var copy = stage
    copy.minWords = 9
    #expect(stage.minWords == 4)
    #expect(copy.minWords == 9)
  }
}

@Suite struct NameTests {
  @Test(arguments: [
    ("NearDuplicates", "near-duplicates"), ("HTML", "html"), ("JSONLines", "json-lines"),
    ("PageText", "page-text"), ("CSV", "csv"),
  ])
  func typesNameStages(type: String, name: String) {
    #expect(kebabCase(type) == name)
  }

  @Test func nearWordsAreSuggested() {
    let words = ["min_words", "attribution", "paths"]
    #expect(nearest(to: "min_word", among: words) == "min_words")
    #expect(nearest(to: "pahts", among: words) == "paths")
    #expect(nearest(to: "colour", among: words) == nil)
  }
}

@Suite struct RegistryTests {
  @Test func oneNameInTwoModulesNamesBoth() {
    let error = #expect(throws: StageRegistry.Conflict.self) {
      try StageRegistry([StageModule("Alpha", [Sample.self]), StageModule("Beta", [Sample.self])])
    }
    #expect(
      error?.description == "two stages are named 'sample': one in module Alpha, one in module "
        + "Beta; rename one of the types")
  }
}
