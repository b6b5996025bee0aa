import PressStage

/// A YAML file as nodes.
struct ComposedFile {
  /// Nil for a file that holds nothing.
  var root: SettingNode?
  /// Whether the whole file was read; else the root holds the entries before the mistake.
  var isComplete = true
  /// Where each `$` of a scalar stands, by the scalar's place; of scalars with a `$` only.
  var dollars: [Place: [Place]] = [:]
  /// The places of values that cannot be known because what stands there was refused. A problem
  /// at such a place only follows from the one that was told.
  private(set) var unknown: Set<Place> = []

  mutating func markUnknown(_ place: Place) {
    unknown.insert(place.point)
  }
}

extension Place {
  /// The place without its length.
  var point: Place { Place(line: line, column: column) }
}
