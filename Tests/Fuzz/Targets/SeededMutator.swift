import TestSupport

/// Changes inputs in ways that readers find hard, the same ways in every run.
public struct SeededMutator {
  private let seeds: [[UInt8]]
  private let words: [[UInt8]]
  private var generator: SeededGenerator

  public init(_ target: FuzzTarget, seed: UInt64) {
    seeds = target.seeds
    words = FuzzWords.words(for: target)
    generator = SeededGenerator(seed: seed)
  }

  /// The next input, at most some kilobytes.
  public mutating func next(limit: Int = 4096) -> [UInt8] {
    let choice = Int.random(in: 0..<10, using: &generator)
    if choice == 0 { return soup(120) }
    if choice == 1 {
      let count = Int.random(in: 0...400, using: &generator)
      return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
    var bytes = stretch(of: seed, limit)
    for _ in 0..<Int.random(in: 1...12, using: &generator) where !bytes.isEmpty {
      change(&bytes)
    }
    return Array(bytes.prefix(limit * 2))
  }

  private var seed: [UInt8] {
    mutating get { seeds.randomElement(using: &generator) ?? [] }
  }

  /// A part of some bytes that is no longer than a limit.
  private mutating func stretch(of bytes: [UInt8], _ limit: Int) -> [UInt8] {
    guard bytes.count > limit else { return bytes }
    let start = Int.random(in: 0...(bytes.count - limit), using: &generator)
    return Array(bytes[start..<start + limit])
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let at = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0...8, using: &generator) {
    case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 2: bytes.removeSubrange(at..<min(bytes.count, at + 40))
    case 3: bytes.insert(contentsOf: soup(12), at: at)
    case 4: bytes.removeSubrange(at...)
    case 5:
      let part = bytes[at..<min(bytes.count, at + 60)]
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        bytes.insert(contentsOf: part, at: at)
      }
    case 6: bytes.insert(contentsOf: stretch(of: seed, 200), at: at)
    case 7: bytes.insert(contentsOf: words.randomElement(using: &generator) ?? [], at: at)
    default: bytes.swapAt(at, Int.random(in: 0..<bytes.count, using: &generator))
    }
  }

  private mutating func soup(_ count: Int) -> [UInt8] {
    let isSpaced = Bool.random(using: &generator)
    return (0..<Int.random(in: 0...count, using: &generator)).flatMap { _ in
      (words.randomElement(using: &generator) ?? []) + (isSpaced ? [0x20] : [])
    }
  }
}
