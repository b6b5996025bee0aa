/// A text made of a part many times over, which test reports name by the part and not by the whole.
public struct Repeated: CustomStringConvertible, Sendable {
  public let before: String
  public let part: String
  public let count: Int
  public let after: String

  public init(_ part: String, _ count: Int, before: String = "", after: String = "") {
    self.before = before
    self.part = part
    self.count = count
    self.after = after
  }

  public var text: String { before + String(repeating: part, count: count) + after }

  public var description: String { "\(count) times '\(part)'" }
}
