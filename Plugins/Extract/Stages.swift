public import PressStage

/// The stages of this module, as the build registers them.
public let stages: [any Stage.Type] = [
  Amounts.self,
  Dates.self,
  Files.self,
  KeyPoints.self,
  Metadata.self,
  Organizations.self,
  PageText.self,
  People.self,
  Places.self,
  Sentences.self,
  Turns.self,
  Files.self,
  Markdown.self,
  Metadata.self,
  PageText.self,
  PlainText.self,
  Quantities.self,
  Quotes.self,
  RelatedDocuments.self,
  Sentences.self,
  StandardInput.self,
  Turns.self,
]
