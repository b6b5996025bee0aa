public import PressStage

/// The stages of this module, as the build registers them.
public let stages: [any Stage.Type] = [
  Amounts.self,
  Dates.self,
  Quotes.self,
  Sentences.self,
  Turns.self,
  Files.self,
  Metadata.self,
  PageText.self,
  PlainText.self,
  StandardInput.self,
]
