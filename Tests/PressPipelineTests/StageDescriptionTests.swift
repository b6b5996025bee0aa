import PressStage
import Testing

@testable import PressPipeline

struct StageDescriptionTests {
  private func description(_ name: String) throws -> StageDescription {
    StageDescription(try #require(try testRegistry()[name].first))
  }

  @Test func saysAllOfAStageAsText() throws {
    #expect(
      try description("quotes").text == """
        quotes
          Finds quotations and who said them.

          kind     extractor, listed under 'extract'
          module   Other
          version  3
          reads    people, metadata
          adds     quotes

        Settings
          min_words    a whole number; 1 to 100; default 4
                       Shortest quotation to report, in words
          attribution  one of near, any, none; default near
                       Where to look for the speaker
          share        a share such as 25% or 0.25; default 0.5
                       Longest | widest share of a text
          since        a date such as 2007-11-14
                       From which day on
          size         a size such as 500KB, 10MB or 2GiB; default 5MB
                       Largest text
          strict       true or false; default false
                       Whether to be strict

        In a pipeline
          extract:
            - use: quotes

        Examples
          finds: words in quotation marks
            > "We go," she said.
            gives quotes:
            - speaker: , text: We go,
          leaves alone: a title
            > The "Times" reports.
            gives no quotes

        """)
  }

  @Test func saysAllOfAStageAsMarkdown() throws {
    #expect(
      try description("feed").markdown == """
        ## `feed`

        Reads a feed.

        - kind: source, listed under 'sources'
        - module: Extract
        - version: 1

        | setting | value | what it does |
        | --- | --- | --- |
        | `url` | a text; required | Address of the feed |
        | `every` | a duration such as 90s, 15m, 2h or 1d; default 15m | Shortest time between two looks |
        | `headers` | a list, each a mapping of settings; default [] | Fields of the request |
        | `headers[].name` | a text; required | Name of the field |
        | `headers[].value` | a text; default '' | Its value |

        ```yaml
        sources:
          - use: feed
            with:
              url: https://example.org/feed.xml
        ```

        """)
  }

  @Test func barsDoNotBreakATable() throws {
    #expect(try description("quotes").markdown.contains("| Longest \\| widest share of a text |"))
  }

  @Test func everyStageReadsAsAPipelineThatIsRight() throws {
    for entry in try testRegistry().entries where entry.role == .source {
      let description = StageDescription(entry).text
      let start = try #require(description.range(of: "  sources:\n")?.lowerBound)
      let end = description.range(of: "\nExamples")?.lowerBound ?? description.endIndex
      let section = description[start..<end].split(separator: "\n").map { $0.dropFirst(2) }
      let text = pipeline([]).split(separator: "\n").filter { !$0.hasPrefix("sources") } + section
      let (pipeline, diagnostics) = try load(text.joined(separator: "\n") + "\n")
      #expect(diagnostics.map { $0.rendered() } == [])
      #expect(pipeline?.sources.map(\.name) == [entry.name])
    }
  }
}
