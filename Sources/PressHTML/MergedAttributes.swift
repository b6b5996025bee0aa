/// The attributes that later tags add to an `html` or `body` element: only those it lacks.
///
/// They are gathered here and moved to the arena at the end, because the attributes of an element
/// stand side by side there: moving them for each tag would be quadratic.
struct MergedAttributes {
  private var node: Int32 = -1
  private var added: [AttributeRecord] = []
  private var names: Set<UInt32> = []

  mutating func add(_ attributes: ArraySlice<AttributeRecord>, to node: Int32) {
    self.node = node
    for attribute in attributes where names.insert(attribute.name).inserted {
      added.append(attribute)
    }
  }

  mutating func store(
    in attributes: inout ContiguousArray<AttributeRecord>,
    _ nodes: inout ContiguousArray<NodeRecord>
  ) {
    guard node >= 0, !added.isEmpty else { return }
    let record = nodes[Int(node)]
    let own = attributes[Int(max(0, record.extra))..<Int(max(0, record.extra) + record.extent)]
    let ownNames = Set(own.map(\.name))
    let merged = Array(own) + added.filter { !ownNames.contains($0.name) }
    nodes[Int(node)].extra = Int32(truncatingIfNeeded: attributes.count)
    nodes[Int(node)].extent = Int32(truncatingIfNeeded: merged.count)
    attributes.append(contentsOf: merged)
  }
}
