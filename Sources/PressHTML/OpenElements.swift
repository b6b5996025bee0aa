/// An element on the stack of open elements.
struct OpenElement {
  var node: Int32
  var name: UInt32
  var lanes: Lanes
  var role: ElementRole
  /// Where the element of the same name and kind below it stands, or -1.
  var sameBelow: Int32
  /// For each lane, the topmost position at or below this one that holds such an element, or -1.
  var nearest: SIMD8<Int32>
}

/// What the dispatcher must know of an element (section 13.2.6).
struct ElementRole: OptionSet {
  let rawValue: UInt8
  /// Of the SVG or MathML namespace.
  static var foreign: ElementRole { ElementRole(rawValue: 1) }
  static var mathML: ElementRole { ElementRole(rawValue: 2) }
  static var mathTextPoint: ElementRole { ElementRole(rawValue: 4) }
  static var htmlPoint: ElementRole { ElementRole(rawValue: 8) }
  static var annotation: ElementRole { ElementRole(rawValue: 16) }
  /// Text does not belong directly within: `table`, `tbody`, `tfoot`, `thead`, `tr`.
  static var tableContext: ElementRole { ElementRole(rawValue: 32) }
  static var formatting: ElementRole { ElementRole(rawValue: 64) }
}

/// The stack of open elements (section 13.2.4.2).
///
/// It answers "is there such an element in scope" in one step: the standard's walks down the stack
/// would make deep nesting quadratic. Each entry carries the nearest position of every set that
/// ends a scope, and each name the topmost entry that bears it.
struct OpenElements {
  private(set) var entries = ContiguousArray<OpenElement>()
  /// For each name the topmost HTML element of that name, then the topmost foreign one; or -1.
  private var topmost: ContiguousArray<Int32>

  init(nameCount: Int) {
    topmost = ContiguousArray(repeating: -1, count: nameCount * 2)
    entries.reserveCapacity(64)
  }

  @inline(__always)
  var count: Int { entries.count }

  @inline(__always)
  var isEmpty: Bool { entries.isEmpty }

  /// The current node. The stack must not be empty.
  @inline(__always)
  var top: OpenElement { entries[entries.count &- 1] }

  @inline(__always)
  subscript(index: Int) -> OpenElement { entries[index] }

  mutating func push(node: Int32, name: UInt32, lanes: Lanes, role: ElementRole) {
    let index = Int32(truncatingIfNeeded: entries.count)
    let key = Self.key(name, role)
    if key >= topmost.count {
      topmost.append(contentsOf: repeatElement(-1, count: max(64, key &+ 1 &- topmost.count)))
    }
    let below = entries.isEmpty ? SIMD8(repeating: -1) : top.nearest
    let mask = lanes.mask
    entries.append(
      OpenElement(
        node: node, name: name, lanes: lanes, role: role, sameBelow: topmost[key],
        nearest: (below & ~mask) | (SIMD8(repeating: index) & mask)))
    topmost[key] = index
  }

  /// Takes the current node off. The stack must not be empty.
  @inline(__always)
  @discardableResult
  mutating func pop() -> OpenElement {
    let entry = entries.removeLast()
    topmost[Self.key(entry.name, entry.role)] = entry.sameBelow
    return entry
  }

  /// Puts another node of the same name in an entry's place.
  mutating func replace(at index: Int, with node: Int32) {
    entries[index].node = node
  }

  /// The position of the topmost HTML element of that name, or -1.
  @inline(__always)
  func topmost(_ tag: HTMLTag) -> Int {
    let key = Int(tag.rawValue) &* 2
    return key < topmost.count ? Int(topmost[key]) : -1
  }

  /// The position of the topmost SVG or MathML element of that name, or -1.
  func topmostForeign(_ tag: HTMLTag) -> Int {
    let key = Int(tag.rawValue) * 2 + 1
    return key < topmost.count ? Int(topmost[key]) : -1
  }

  /// The topmost position that holds an element of a set, or -1.
  @inline(__always)
  func nearest(_ lane: Lanes) -> Int {
    entries.isEmpty ? -1 : Int(top.nearest[lane.rawValue.trailingZeroBitCount])
  }

  /// Whether there is an element of that name in scope, by the scope's own list of barriers.
  @inline(__always)
  func has(_ tag: HTMLTag, in scope: Lanes = .scope) -> Bool {
    let position = topmost(tag)
    return position >= 0 && position >= nearest(scope)
  }

  @inline(__always)
  private static func key(_ name: UInt32, _ role: ElementRole) -> Int {
    Int(name) &* 2 &+ Int(role.rawValue & 1)
  }
}
