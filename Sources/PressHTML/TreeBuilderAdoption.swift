/// The adoption agency algorithm (section 13.2.6.4.7): what `</b>` means in `<b><p>1</b>2`.
extension TreeBuilder {
  mutating func adoptionAgency(_ tag: HTMLTag) {
    if currentTag == tag, formattingIndex(ofNode: open.top.node) < 0 {
      pop()
      return
    }
    for _ in 0..<8 {
      let index = formattingIndex(of: tag)
      guard index >= 0, moveBudget > 0, repeatBudget > 0 else {
        ordinaryEndTag(tag)
        return
      }
      let node = formatting[index].node
      guard nodes[Int(node)].flags.contains(.open), let position = openIndex(of: node, tag) else {
        formatting.remove(at: index)
        return
      }
      guard position >= open.nearest(.scope) else { return }
      guard let furthest = furthestBlock(above: position) else {
        pop(to: position)
        formatting.remove(at: index)
        return
      }
      adopt(position, furthest, node)
    }
  }

  /// Where a node stands on the stack, found along the elements of its name.
  private func openIndex(of node: Int32, _ tag: HTMLTag) -> Int? {
    var index = open.topmost(tag)
    while index >= 0 {
      if open[index].node == node { return index }
      index = Int(open[index].sameBelow)
    }
    return nil
  }

  /// The special element nearest to `position` above it.
  private mutating func furthestBlock(above position: Int) -> Int? {
    guard open.nearest(.special) > position else { return nil }
    for index in position + 1..<open.count where open[index].lanes.contains(.special) {
      moveBudget -= index - position
      return index
    }
    return nil
  }

  /// Steps 4.10 to 4.20.
  private mutating func adopt(_ position: Int, _ furthest: Int, _ node: Int32) {
    let ancestor = open[position - 1]
    let block = open[furthest].node
    var last = block
    var bookmark = formattingIndex(ofNode: node)
    var removed: [Int] = []
    var counter = 0
    for index in stride(from: furthest - 1, to: position, by: -1) {
      counter += 1
      let inner = open[index]
      var entry = inner.role.contains(.formatting) ? formattingIndex(ofNode: inner.node) : -1
      if counter > 3, entry >= 0 {
        formatting.remove(at: entry)
        if entry < bookmark { bookmark -= 1 }
        entry = -1
      }
      guard entry >= 0 else {
        removed.append(index)
        continue
      }
      nodes[Int(inner.node)].flags.remove(.open)
      let new = repeated(inner.node)
      nodes[Int(new)].flags.insert(.open)
      formatting[entry].node = new
      open.replace(at: index, with: new)
      if last == block { bookmark = entry + 1 }
      detach(last)
      insert(last, at: Place(parent: new))
      last = new
    }
    detach(last)
    insert(last, at: appropriatePlace(in: ancestor))
    let new = repeated(node)
    moveChildren(of: block, to: new)
    insert(new, at: Place(parent: block))
    let old = formattingIndex(ofNode: node)
    if old >= 0 {
      formatting.remove(at: old)
      if old < bookmark { bookmark -= 1 }
    }
    formatting.insert(formattingEntry(for: new), at: min(bookmark, formatting.count))
    removed.append(position)
    restack(from: position, removing: removed, inserting: new, after: furthest)
  }

  private mutating func moveChildren(of parent: Int32, to target: Int32) {
    var child = nodes[Int(parent)].firstChild
    nodes[Int(target)].firstChild = child
    nodes[Int(target)].lastChild = nodes[Int(parent)].lastChild
    nodes[Int(parent)].firstChild = -1
    nodes[Int(parent)].lastChild = -1
    while child >= 0 {
      nodes[Int(child)].parent = target
      child = nodes[Int(child)].next
      moveBudget -= 1
    }
  }

  /// Builds the stack anew from `position` up: without some entries, which are given from the top
  /// down and all stand below `after`, and with one more above `after`.
  private mutating func restack(
    from position: Int, removing removed: [Int], inserting node: Int32, after: Int
  ) {
    var kept = ContiguousArray<OpenElement>()
    kept.reserveCapacity(open.count - position)
    var removed = removed
    for index in position..<open.count {
      if removed.last == index {
        removed.removeLast()
      } else {
        kept.append(open[index])
      }
    }
    moveBudget -= open.count - position
    let block = open[after].node
    pop(to: position)
    for entry in kept {
      restore(entry)
      if entry.node == block { push(node, HTMLTag(rawValue: nodes[Int(node)].name)) }
    }
  }

  private mutating func restore(_ entry: OpenElement) {
    if entry.role.contains(.formatting) { nodes[Int(entry.node)].flags.insert(.open) }
    open.push(node: entry.node, name: entry.name, lanes: entry.lanes, role: entry.role)
  }

  /// Takes one entry out of the stack, wherever it stands.
  mutating func removeOpen(at position: Int) {
    guard position < open.count - 1 else {
      pop(to: position)
      return
    }
    var kept: [OpenElement] = []
    for index in position + 1..<open.count { kept.append(open[index]) }
    moveBudget -= kept.count
    pop(to: position)
    for entry in kept { restore(entry) }
  }

  /// The position of a node on the stack, or nil: for the few elements that are asked for by node.
  func openIndex(of node: Int32) -> Int? {
    guard node >= 0 else { return nil }
    return openIndex(of: node, HTMLTag(rawValue: nodes[Int(node)].name))
  }
}
