import PressModel

/// Draws a pack into files. It adds no fact and knows no kind of fact by name, so that a new kind
/// needs no new renderer.
public protocol Renderer: Stage {
  /// The same pack must give the same bytes.
  func render(_ pack: Pack, into folder: inout OutputFolder) throws
}

/// The files that renderers make, held in memory until the engine writes the whole pack at once.
public struct OutputFolder: Sendable {
  /// By path relative to the pack.
  public private(set) var files: [String: [UInt8]] = [:]

  public init() {}

  /// Adds a file. Throws `StageError` where the path leaves the pack or another renderer has
  /// written it already.
  public mutating func write(_ path: String, _ bytes: [UInt8]) throws {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !names.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
      throw StageError("the file name '\(path)' does not stay inside the pack")
    }
    guard files[path] == nil else {
      throw StageError("the file '\(path)' is written twice; give one stage another name for it")
    }
    files[path] = bytes
  }

  public mutating func write(_ path: String, _ text: String) throws {
    try write(path, Array(text.utf8))
  }
}
