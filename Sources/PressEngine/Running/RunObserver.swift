/// What happens in a run, in the order in which it happens.
public enum RunEvent: Hashable, Sendable {
  /// The sources gave so many items that the run is about.
  case found(items: Int)
  /// So many of the items have been read; sent after each of them.
  case loaded(Int, of: Int)
  case transforming
  case rendering
  /// Everything is written aside and is being checked and put in its place.
  case publishing
  case published
}

/// Watches a run. It is called from the run itself, one event after the other, so what it does
/// takes the run's time; it can change nothing.
public protocol RunObserver: Sendable {
  func observe(_ event: RunEvent)
}
