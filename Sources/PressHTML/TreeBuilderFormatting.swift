/// An entry of the list of active formatting elements; a marker has node -1.
struct FormattingEntry {
  var node: Int32
  var name: UInt32
  /// A digest of the attributes, so that most unlike entries differ without a look at them.
  var digest: UInt64

  static var marker: FormattingEntry { FormattingEntry(node: -1, name: 0, digest: 0) }
}

/// The list of active formatting elements (section 13.2.4.3).
extension TreeBuilder {
  /// How many entries may stand behind the last marker. The standard has no limit; the work of
  /// each tag grows with it, and no page needs so many.
  private static var formattingLimit: Int { 128 }

  mutating func pushMarker() {
    formatting.append(.marker)
  }

  /// Adds the current node, by the Noah's Ark clause: three alike at most.
  mutating func pushFormatting() {
    let entry = formattingEntry(for: open.top.node)
    var alike = 0
    var earliest = -1
    var index = formatting.count - 1
    while index >= 0, formatting[index].node >= 0 {
      if formatting[index].name == entry.name, formatting[index].digest == entry.digest,
        haveSameAttributes(formatting[index].node, entry.node)
      {
        alike += 1
        earliest = index
      }
      index -= 1
    }
    if alike >= 3 {
      formatting.remove(at: earliest)
    } else if formatting.count - 1 - index >= Self.formattingLimit {
      formatting.remove(at: index + 1)
    }
    formatting.append(entry)
  }

  func formattingEntry(for node: Int32) -> FormattingEntry {
    let record = nodes[Int(node)]
    var digest = UInt64(truncatingIfNeeded: record.extent)
    for index in 0..<Int(record.extent) {
      let attribute = lexer.attributes[Int(record.extra) + index]
      var part = UInt64(attribute.name) << 32 | UInt64(attribute.valueStop - attribute.valueStart)
      let tail = max(Int(attribute.valueStart), Int(attribute.valueStop) - 8)
      for position in tail..<Int(attribute.valueStop) {
        part = (part ^ UInt64(source[position])) &* 0x0000_0100_0000_01B3
      }
      // A sum, because the order of attributes does not count.
      digest &+= part
    }
    return FormattingEntry(node: node, name: record.name, digest: digest)
  }

  /// Opens again the formatting elements that the end of a block has closed.
  @inline(__always)
  mutating func reconstructFormatting() {
    guard let last = formatting.last, last.node >= 0,
      !nodes[Int(last.node)].flags.contains(.open)
    else { return }
    reopenFormatting()
  }

  private mutating func reopenFormatting() {
    var index = formatting.count - 1
    while index > 0, formatting[index - 1].node >= 0,
      !nodes[Int(formatting[index - 1].node)].flags.contains(.open)
    { index -= 1 }
    while index < formatting.count {
      guard repeatBudget > 0 else {
        formatting.removeSubrange(index...)
        return
      }
      let node = repeated(formatting[index].node)
      insert(node, at: appropriatePlace())
      push(node, HTMLTag(rawValue: formatting[index].name))
      formatting[index].node = node
      index += 1
    }
  }

  /// A new element from the tag of another.
  mutating func repeated(_ node: Int32) -> Int32 {
    repeatBudget -= 1
    let old = nodes[Int(node)]
    return add(
      NodeRecord(
        kind: .element, flags: .repeated, name: old.name, start: Int(old.start),
        stop: Int(old.stop), extra: old.extra, extent: old.extent))
  }

  mutating func clearFormattingToMarker() {
    while let last = formatting.popLast(), last.node >= 0 {}
  }

  /// The position of an entry behind the last marker, or -1.
  func formattingIndex(of tag: HTMLTag) -> Int {
    var index = formatting.count - 1
    while index >= 0, formatting[index].node >= 0 {
      if formatting[index].name == tag.rawValue { return index }
      index -= 1
    }
    return -1
  }

  /// The same for an entry by its node.
  func formattingIndex(ofNode node: Int32) -> Int {
    var index = formatting.count - 1
    while index >= 0, formatting[index].node >= 0 {
      if formatting[index].node == node { return index }
      index -= 1
    }
    return -1
  }

  /// Whether two elements have the same attributes with the same values, in any order.
  private func haveSameAttributes(_ one: Int32, _ other: Int32) -> Bool {
    let first = nodes[Int(one)]
    let second = nodes[Int(other)]
    guard first.extent == second.extent else { return false }
    let count = Int(first.extent)
    for offset in 0..<count {
      let attribute = lexer.attributes[Int(first.extra) + offset]
      var match = lexer.attributes[Int(second.extra) + offset]
      if match.name != attribute.name {
        // Another order. A long list in another order is taken for another list.
        guard count <= 16 else { return false }
        guard
          let found = (0..<count).first(where: {
            lexer.attributes[Int(second.extra) + $0].name == attribute.name
          })
        else { return false }
        match = lexer.attributes[Int(second.extra) + found]
      }
      if !haveSameValue(attribute, match) { return false }
    }
    return true
  }

  private func haveSameValue(_ one: AttributeRecord, _ other: AttributeRecord) -> Bool {
    let length = one.valueStop - one.valueStart
    guard length == other.valueStop - other.valueStart else { return false }
    return equalBytes(source, Int(one.valueStart), Int(other.valueStart), Int(length))
  }
}
