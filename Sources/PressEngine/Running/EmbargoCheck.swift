import PressModel
import PressPipeline

/// Decides whether a document may be packed yet.
struct EmbargoCheck {
  private let rule: EmbargoRule
  /// The moment that the run stands for, in seconds since 1970.
  private let now: Int

  /// - Parameter asOf: ISO 8601, a day or a time.
  init(_ rule: EmbargoRule, asOf: String) {
    self.rule = rule
    now = Instant.seconds(asOf, offset: 0) ?? .min
  }

  /// The stage of documents whose embargo has a time that is not understood.
  static let stage = "embargo"

  /// Where a document that must not be packed goes; nil for one that may.
  ///
  /// A time without a zone counts from when it has come everywhere, and one that cannot be
  /// understood never comes: a day late is an annoyance, an hour early is a broken promise.
  func fate(of metadata: Metadata) -> Fate? {
    guard rule.holds else { return nil }
    guard let embargo = metadata.embargo else {
      guard let line = metadata.evidence["embargo"] else { return nil }
      return .quarantined(
        stage: Self.stage, reason: "the time of the embargo is not understood: '\(line.text)'")
    }
    guard let release = Instant.seconds(embargo, offset: rule.defaultOffset) else {
      return .quarantined(
        stage: Self.stage, reason: "the time of the embargo is not understood: '\(embargo)'")
    }
    return release > now ? .held(until: embargo) : nil
  }

  /// Whether an item that was held until a moment may be packed now.
  func isDue(_ until: String) -> Bool {
    (Instant.seconds(until, offset: rule.defaultOffset) ?? .max) <= now
  }
}
