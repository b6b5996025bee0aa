public import PressStage

/// The stages of this module, as the build registers them.
public let stages: [any Stage.Type] = [
  Amounts.self,
  Dates.self,
  Quotes.self,
  Organizations.self,
  People.self,
  Places.self,
  Sentences.self,
  Turns.self,
  Files.self,
  Markdown.self,
  Metadata.self,
  PageText.self,
  PlainText.self,
  RelatedDocuments.self,
  StandardInput.self,
]
