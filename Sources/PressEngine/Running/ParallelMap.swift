import Dispatch
import Synchronization

/// Maps stretches of `0..<count` on `width` threads; the results stand in the order of the numbers,
/// whatever the threads do.
func parallelMap<Result: Sendable>(
  _ count: Int, width: Int, stretch: Int = 1, _ work: @Sendable (Range<Int>) -> Result
) -> [Result] {
  let stretches = (count + stretch - 1) / stretch
  @Sendable func range(_ index: Int) -> Range<Int> {
    index * stretch..<min(count, (index + 1) * stretch)
  }
  guard width > 1, stretches > 1 else { return (0..<stretches).map { work(range($0)) } }
  let next = Atomic(0)
  let found = Mutex([Result?](repeating: nil, count: stretches))
  DispatchQueue.concurrentPerform(iterations: min(width, stretches)) { _ in
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < stretches else { return }
      let result = work(range(index))
      found.withLock { $0[index] = result }
    }
  }
  return found.withLock { $0.compactMap(\.self) }
}
