import PressHTML

/// An element that holds blocks, at any depth, with the sums of what it holds.
struct HTMLContainer {
  var node: HTMLNode
  var tag: HTMLTag
  /// The container around it, -1 for none.
  var parent: Int
  /// The number of containers around it.
  var depth: Int
  /// The first and the last of its blocks.
  var first: Int
  var last: Int
  /// Blocks, and blocks of prose.
  var blocks = 0
  var paragraphs = 0
  /// Bytes of its words, of those in links and of those in blocks of prose.
  var words = 0
  var linked = 0
  var prose = 0
  /// The prose of its own blocks, that of its children and half of that of theirs: how much it
  /// looks like the element that holds an article's paragraphs.
  var body = 0
  /// The same for containers that look the same: tag, and the first word of the class.
  var signature: UInt64 = 0
  /// Containers of the same signature with the same parent, itself counted.
  var twins = 1
  /// Children that are containers.
  var children = 0
  /// What the words of class and id say, in hundredths of a logit; 0 for nothing.
  var hint = 0
}
