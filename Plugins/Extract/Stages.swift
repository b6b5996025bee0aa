public import PressStage

/// The stages of this module, as the build registers them.
public let stages: [any Stage.Type] = [
  Amounts.self,
  Audit.self,
  Commitments.self,
  Contacts.self,
  Dates.self,
  Files.self,
  HTML.self,
  KeyPoints.self,
  Markdown.self,
  Metadata.self,
  Organizations.self,
  PageText.self,
  People.self,
  Places.self,
  PlainText.self,
  Quantities.self,
  Quotes.self,
  Reconcile.self,
  RelatedDocuments.self,
  Sentences.self,
  StandardInput.self,
  Turns.self,
  Works.self,
]
