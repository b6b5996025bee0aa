public import PressStage

/// The stages of this module, as the build registers them.
public let stages: [any Stage.Type] = [
  Amounts.self,
  Dates.self,
  Files.self,
  HTML.self,
  Markdown.self,
  Metadata.self,
  Organizations.self,
  PageText.self,
  People.self,
  Places.self,
  PlainText.self,
  Quotes.self,
  RelatedDocuments.self,
  Sentences.self,
  StandardInput.self,
  Turns.self,
]
