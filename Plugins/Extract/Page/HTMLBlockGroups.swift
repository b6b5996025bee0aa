import PressText

/// Blocks that look the same: three elements up the tree of the same tags and classes. The
/// paragraphs of an article are one group, the entries of a list of teasers another.
struct HTMLBlockGroups {
  struct Group {
    var blocks = 0
    var words = 0
    var linked = 0
    var prose = 0
  }

  private var groups: [Group] = []
  private var places: [Int] = []

  init(_ page: HTMLBlocks, _ lines: PageLines, _ containers: HTMLContainers) {
    var known: [UInt64: Int] = [:]
    for (index, block) in page.blocks.enumerated() {
      var key: UInt64 = 0
      var place = containers.own[index]
      for _ in 0..<3 where place >= 0 {
        key = (key &* 0x9E37_79B9_7F4A_7C15) ^ containers.all[place].signature
        place = containers.all[place].parent
      }
      let group = known[key] ?? groups.count
      if group == groups.count {
        known[key] = group
        groups.append(Group())
      }
      places.append(group)
      groups[group].blocks += 1
      groups[group].words += block.span.count
      groups[group].linked += min(block.linked, block.span.count)
      groups[group].prose += lines.isProse[index] ? block.span.count : 0
    }
  }

  subscript(index: Int) -> Group { groups[places[index]] }

  /// The number of groups, and which of them a block belongs to.
  var count: Int { groups.count }
  func place(of index: Int) -> Int { places[index] }

  func isSame(_ left: Int, _ right: Int) -> Bool { places[left] == places[right] }
}
