/// Where a node goes: into `parent`, before a child of it or at its end.
struct Place {
  var parent: Int32
  var before: Int32 = -1
}

/// Making nodes and putting them in their place (section 13.2.6.1).
extension TreeBuilder {
  /// Adds a node to the arena, in no place yet.
  @inline(__always)
  mutating func add(_ node: NodeRecord) -> Int32 {
    if nodes.count == nodes.capacity { makeRoom() }
    nodes.append(node)
    return Int32(truncatingIfNeeded: nodes.count &- 1)
  }

  /// Makes room for as many nodes as the whole page will have if it goes on as it began: a large
  /// arena is copied once, where doubling would copy it again and again.
  private mutating func makeRoom() {
    let density = Double(nodes.count) / Double(max(1, lexer.position))
    let estimate = Int(min(density, 0.4) * Double(source.count) * 1.05)
    nodes.reserveCapacity(max(estimate, nodes.count + nodes.count / 2 + 64))
  }

  /// The appropriate place for inserting a node.
  @inline(__always)
  func appropriatePlace() -> Place {
    guard !open.isEmpty else { return Place(parent: 0) }
    let top = open.top
    if fosters, top.role.contains(.tableContext) { return fosterPlace() }
    return Place(parent: contents(of: top))
  }

  /// The same with an override target: an element of the stack.
  func appropriatePlace(in target: OpenElement) -> Place {
    if fosters, target.role.contains(.tableContext) { return fosterPlace() }
    return Place(parent: contents(of: target))
  }

  /// The node that holds an element's children: for a template, its contents.
  @inline(__always)
  private func contents(of element: OpenElement) -> Int32 {
    if element.name == HTMLTag.template.rawValue, !element.role.contains(.foreign) {
      return nodes[Int(element.node)].firstChild
    }
    return element.node
  }

  private func fosterPlace() -> Place {
    let table = open.topmost(.table)
    let template = open.topmost(.template)
    if template > table { return Place(parent: contents(of: open[template])) }
    guard table > 0 else { return Place(parent: open[0].node) }
    let node = open[table].node
    let parent = nodes[Int(node)].parent
    if parent >= 0 { return Place(parent: parent, before: node) }
    return Place(parent: contents(of: open[table - 1]))
  }

  /// Puts a node that has no parent in its place.
  @inline(__always)
  mutating func insert(_ node: Int32, at place: Place) {
    nodes[Int(node)].parent = place.parent
    if place.before < 0 {
      let last = nodes[Int(place.parent)].lastChild
      nodes[Int(place.parent)].lastChild = node
      nodes[Int(node)].previous = last
      if last >= 0 {
        nodes[Int(last)].next = node
      } else {
        nodes[Int(place.parent)].firstChild = node
      }
    } else {
      insertBefore(node, place)
    }
  }

  private mutating func insertBefore(_ node: Int32, _ place: Place) {
    let previous = nodes[Int(place.before)].previous
    nodes[Int(node)].previous = previous
    nodes[Int(node)].next = place.before
    nodes[Int(place.before)].previous = node
    if previous >= 0 {
      nodes[Int(previous)].next = node
    } else {
      nodes[Int(place.parent)].firstChild = node
    }
  }

  /// Takes a node out of its parent.
  mutating func detach(_ node: Int32) {
    let record = nodes[Int(node)]
    guard record.parent >= 0 else { return }
    if record.previous >= 0 {
      nodes[Int(record.previous)].next = record.next
    } else {
      nodes[Int(record.parent)].firstChild = record.next
    }
    if record.next >= 0 {
      nodes[Int(record.next)].previous = record.previous
    } else {
      nodes[Int(record.parent)].lastChild = record.previous
    }
    nodes[Int(node)].parent = -1
    nodes[Int(node)].next = -1
    nodes[Int(node)].previous = -1
  }

  /// Inserts text, as part of the text before it where there is one.
  @inline(__always)
  mutating func insertText(_ run: TextRun) {
    let place = appropriatePlace()
    let previous =
      place.before < 0
      ? nodes[Int(place.parent)].lastChild : nodes[Int(place.before)].previous
    if previous >= 0, nodes[Int(previous)].kind == .text {
      extend(previous, with: run)
    } else if place.parent > 0 {
      let node = NodeRecord(
        kind: .text, flags: run.isLiteral ? .literal : [], start: Int(run.start),
        stop: Int(run.stop), extent: -1)
      insert(add(node), at: place)
    }
  }

  /// Adds a run to a text.
  private mutating func extend(_ text: Int32, with run: TextRun) {
    let record = nodes[Int(text)]
    if record.extent < 0 {
      if record.stop == run.start, record.flags.contains(.literal) == run.isLiteral {
        nodes[Int(text)].stop = run.stop
        return
      }
      nodes[Int(text)].extra = Int32(truncatingIfNeeded: runs.count)
    } else {
      let last = runs[Int(record.extent)]
      if last.stop == run.start, last.isLiteral == run.isLiteral {
        runs[Int(record.extent)].stop = run.stop
        return
      }
      runs[Int(record.extent)].next = Int32(truncatingIfNeeded: runs.count)
    }
    nodes[Int(text)].extent = Int32(truncatingIfNeeded: runs.count)
    runs.append(run)
  }

  /// Inserts an HTML element for the token and makes it the current node.
  @inline(__always)
  mutating func insertElement() {
    insertElement(named: tag)
  }

  mutating func insertElement(named tag: HTMLTag) {
    let node = NodeRecord(
      kind: .element, name: tag.rawValue, start: lexer.start, stop: lexer.stop,
      extra: Int32(truncatingIfNeeded: lexer.firstAttribute),
      extent: Int32(truncatingIfNeeded: lexer.attributes.count &- lexer.firstAttribute))
    let index = add(node)
    insert(index, at: appropriatePlace())
    push(index, tag)
  }

  /// Inserts an HTML element that cannot have children.
  mutating func insertVoid() {
    let node = NodeRecord(
      kind: .element, name: lexer.name, start: lexer.start, stop: lexer.stop,
      extra: Int32(truncatingIfNeeded: lexer.firstAttribute),
      extent: Int32(truncatingIfNeeded: lexer.attributes.count &- lexer.firstAttribute))
    insert(add(node), at: appropriatePlace())
  }

  /// Inserts an element that the source leaves out.
  mutating func insertImplied(_ tag: HTMLTag) {
    let node = NodeRecord(
      kind: .element, flags: .implied, name: tag.rawValue, start: lexer.start, stop: lexer.start)
    let index = add(node)
    insert(index, at: appropriatePlace())
    push(index, tag)
  }

  /// Makes an HTML element the current node.
  @inline(__always)
  mutating func push(_ node: Int32, _ tag: HTMLTag) {
    let traits = traits(of: tag)
    var role: ElementRole = []
    if traits.isTableContext { role.insert(.tableContext) }
    if traits.isFormatting {
      role.insert(.formatting)
      nodes[Int(node)].flags.insert(.open)
    }
    open.push(node: node, name: tag.rawValue, lanes: traits.lanes, role: role)
  }

  /// Takes the current node off the stack.
  @inline(__always)
  mutating func pop() {
    let entry = open.pop()
    if entry.role.contains(.formatting) { nodes[Int(entry.node)].flags.remove(.open) }
  }

  /// Pops until `count` elements are left.
  mutating func pop(to count: Int) {
    while open.count > count { pop() }
  }

  /// Pops until an HTML element of that name has been popped, or nothing is left but the root.
  mutating func pop(through tag: HTMLTag) {
    pop(to: max(1, open.topmost(tag)))
  }

  /// Generates implied end tags (section 13.2.6.3).
  mutating func closeImplied(except: HTMLTag = .none) {
    while true {
      let tag = currentTag
      guard tag != except, traits(of: tag).isImpliedEnd else { return }
      pop()
    }
  }

  mutating func closeImpliedThoroughly() {
    while true {
      let traits = traits(of: currentTag)
      guard traits.isImpliedEnd || traits.isThoroughImpliedEnd else { return }
      pop()
    }
  }

  /// Inserts the token's element and reads its text as RCDATA or raw text (section 13.2.6.2).
  mutating func insertTextElement(_ content: ContentModel) {
    insertElement()
    lexer.content = content
    originalMode = mode
    mode = .text
  }
}
