/// What a node is.
public enum HTMLNodeKind: UInt8, Sendable {
  /// The root. It is node 0 of every tree.
  case document
  case doctype
  case element
  case text
  case comment
  /// The contents of a `template` element, which is its only child.
  case contents
}

/// The language an element belongs to.
public enum HTMLNamespace: UInt8, Sendable {
  case html
  case svg
  case mathML
}

/// Why an element stands in the tree.
public enum HTMLElementOrigin: Sendable {
  /// Its start tag is in the source.
  case written
  /// The standard requires it where the source leaves it out: `html`, `head`, `body`, `tbody`.
  case implied
  /// It repeats an element whose tag was still open, as the second `b` of `<p><b>1<p>2`. Its
  /// source range is that of the tag it repeats.
  case repeated
}

/// A node of the arena. Links are positions in the arena, -1 for none.
@usableFromInline
struct NodeRecord: Sendable {
  @usableFromInline var kind: HTMLNodeKind
  @usableFromInline var namespace: HTMLNamespace
  @usableFromInline var flags: NodeFlags
  @usableFromInline var name: UInt32
  @usableFromInline var parent: Int32 = -1
  @usableFromInline var firstChild: Int32 = -1
  @usableFromInline var lastChild: Int32 = -1
  @usableFromInline var next: Int32 = -1
  @usableFromInline var previous: Int32 = -1
  /// Element: its start tag. Text: the first run. Comment: the data. Doctype: the tag.
  @usableFromInline var start: UInt32
  @usableFromInline var stop: UInt32
  /// Element: its first attribute. Text: its second run. -1 for none.
  @usableFromInline var extra: Int32 = -1
  /// Element: the number of its attributes. Text: its last run, -1 where it has only the first.
  @usableFromInline var extent: Int32

  init(
    kind: HTMLNodeKind, namespace: HTMLNamespace = .html, flags: NodeFlags = [], name: UInt32 = 0,
    start: Int, stop: Int, extra: Int32 = -1, extent: Int32 = 0
  ) {
    self.kind = kind
    self.namespace = namespace
    self.flags = flags
    self.name = name
    self.start = UInt32(truncatingIfNeeded: start)
    self.stop = UInt32(truncatingIfNeeded: stop)
    self.extra = extra
    self.extent = extent
  }
}

@usableFromInline
struct NodeFlags: OptionSet, Sendable {
  @usableFromInline let rawValue: UInt16

  @usableFromInline
  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// The first run of a text holds no character references (script, style, CDATA).
  static var literal: NodeFlags { NodeFlags(rawValue: 1) }
  static var implied: NodeFlags { NodeFlags(rawValue: 2) }
  static var repeated: NodeFlags { NodeFlags(rawValue: 4) }
  /// The element is on the stack of open elements. Kept for formatting elements only.
  static var open: NodeFlags { NodeFlags(rawValue: 8) }
}

/// A stretch of the source that is part of a text.
struct TextRun: Sendable {
  var start: UInt32
  var stop: UInt32
  /// The next run of the same text, or -1.
  var next: Int32
  var isLiteral: Bool
}

/// An attribute as written; the value is decoded when asked for.
struct AttributeRecord: Sendable {
  var name: UInt32
  var nameStart: UInt32
  var valueStart: UInt32
  var valueStop: UInt32
}

/// The parts of a doctype, as positions in the source.
struct DoctypeRecord: Sendable {
  var name: Range<Int>?
  var publicID: Range<Int>?
  var systemID: Range<Int>?
  var forcesQuirks = false
}
