/// Maps items in parallel and hands the results on in the order of the items, with at most
/// `width` results waiting, so that memory does not grow with their number.
nonisolated(nonsending) func orderedMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], width: Int, _ work: @escaping @Sendable (Item) async -> Result,
  receive: (Result) async throws -> Void
) async throws {
  guard width > 1 else {
    for item in items { try await receive(await work(item)) }
    return
  }
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var waiting: [Int: Result] = [:]
    var next = 0
    var started = 0
    // A window larger than the number of workers keeps them busy behind one slow item.
    let window = width * 4
    while next < items.count {
      while started < items.count, started - next < window,
        started - next - waiting.count < width
      {
        let index = started
        let item = items[index]
        group.addTask { (index, await work(item)) }
        started += 1
      }
      guard let (index, result) = try await group.next() else { break }
      waiting[index] = result
      while let ready = waiting.removeValue(forKey: next) {
        try await receive(ready)
        next += 1
      }
    }
  }
}
