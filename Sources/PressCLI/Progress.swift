import PressEngine
import Synchronization

/// Shows how far a run has come: one line that is drawn again on a terminal, a line an event
/// elsewhere.
final class Progress: RunObserver {
  private let pipeline: String
  private let place: String
  private let log: RunLog
  private let started = Clock.monotonic()
  /// When the next count of items may be shown, in milliseconds of the monotonic clock.
  private let next: Atomic<Int>

  /// - Parameter place: which of several pipelines this is: `2/5`; empty for one alone.
  init(_ pipeline: String, _ log: RunLog, place: String = "") {
    self.pipeline = pipeline
    self.place = place.isEmpty ? "" : " [\(place)]"
    self.log = log
    next = Atomic(Int(Clock.monotonic() * 1000) + Self.pause(log.style))
  }

  /// Milliseconds between two counts: a person sees ten a second; a log wants a sign of life.
  private static func pause(_ style: RunLog.Style) -> Int { style == .terminal ? 100 : 30_000 }

  func observe(_ event: RunEvent) {
    guard !log.isQuiet, log.style != .silent else { return }
    switch event {
    case .found(let items): show("found", "\(items) items found", [.number("items", items)])
    case .loaded(let count, let items): loaded(count, items)
    case .transforming: show("transforming", "transforming")
    case .rendering: show("rendering", "rendering")
    case .publishing: show("publishing", "publishing")
    case .published: Console.progress(nil)
    }
  }

  private func loaded(_ count: Int, _ items: Int) {
    let now = Int(Clock.monotonic() * 1000)
    let isLast = count == items && log.style != .terminal
    guard isLast || now >= next.load(ordering: .relaxed) else { return }
    next.store(now + Self.pause(log.style), ordering: .relaxed)
    show(
      "loaded", "\(count) of \(items) items read",
      [.number("done", count), .number("items", items)])
  }

  private func show(_ event: String, _ message: String, _ fields: [RunLog.Field] = []) {
    if log.style == .terminal {
      Console.progress("\(pipeline)\(place): \(message)")
    } else {
      log.event(event, pipeline, message, fields)
    }
  }

  /// Since the run began.
  var seconds: Double { Clock.monotonic() - started }

  /// The last event of a run that did not fail.
  func ended(_ result: RunResult) {
    Console.progress(nil)
    let outcome = result.isNew ? "published" : "unchanged"
    let time = seconds
    log.event(
      outcome, pipeline, "\(outcome) in \(Self.shown(time)) s: \(result.folder)",
      [
        .text("folder", result.folder), .number("documents", result.documents),
        .number("facts", result.facts), .number("quarantined", result.count("quarantined")),
        .seconds(time),
      ])
  }

  /// Seconds to the hundredth.
  static func shown(_ seconds: Double) -> String {
    let hundredths = Int((max(0, min(seconds, 1e9)) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
