import PressHTML
import PressModel
import PressText

/// The months that a page prints alone in a text, "November 2015", where its day of issue would
/// stand: between its title and its article, or behind a label of such a day.
///
/// Reports and journals often give no more. Where a page prints two such months neither is its own.
struct DateMonths {
  private var candidates = HeadCandidates()

  var only: HeadCandidate? { candidates.all.count == 1 ? candidates.all.first : nil }

  /// `before`: the text that stands before, if there is one.
  mutating func add(
    _ month: PartialDate, _ run: HeadRun, after before: HeadRun?, _ place: HeadPlace,
    in tree: HTMLTree
  ) {
    guard run.marks.isDisjoint(with: [.comment, .teaser, .event, .updated]) else { return }
    let features = place.features(of: run.block)
    let isNear =
      HeadPlace.isNear(features) && features.contains(.beforeProse)
      && !run.marks.contains(.furniture)
    guard isNear || before.map(Self.isLabel) ?? false else { return }
    let source = Span(tree.offsets.originalRange(of: tree.sourceRange(of: run.node)))
    candidates.add(month.edtf, HeadField(text: run.text, name: "text", source: source), 0)
  }

  /// Whether a text is no more than "Date:", "Published" or the like.
  private static func isLabel(_ run: HeadRun) -> Bool {
    let bytes = Array(run.bytes)
    guard let label = labels.prefix(of: Span(0, bytes.count), in: bytes) else { return false }
    return bytes[label.span.end...].allSatisfy { $0 == 0x3A || $0 == 0x20 }
  }

  private static let labels = PhraseTable("date-labels") { $0.count > 1 && $0[1] == "published" }
}
