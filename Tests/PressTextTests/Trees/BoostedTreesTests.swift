import Testing

@testable import PressText

@Suite struct BoostedTreesTests {
  /// Two trees: the first asks for a, then for b; the second for b alone.
  private static let table = """
    # A comment.
    features	a	b
    tree
    0	10	4	5
    1	-3	3	-20
    -100
    60
    200
    tree
    1	0	2	0
    -7
    7

    """

  private func trees(_ table: String) -> BoostedTrees {
    Array(table.utf8).withUnsafeBufferPointer { BoostedTrees(table: $0) }
  }

  @Test(
    arguments: [
      ([10, -3], -107), ([10, -2], 53), ([10, 1], 67), ([11, -9], 193), ([11, 1], 207),
    ] as [([Int32], Int)])
  func aRowGoesLeftUpToTheThreshold(row: [Int32], score: Int) {
    #expect(trees(Self.table).score(row) == score)
  }

  @Test func contributionsAddUpToTheScore() {
    let trees = trees(Self.table)
    for row: [Int32] in [[10, -3], [10, 1], [11, -9]] {
      #expect(trees.base + trees.contributions(row).reduce(0, +) == trees.score(row))
    }
    #expect(trees.contributions([11, 1]) == [195, 7])
  }

  @Test func aRowThatIsTooShortHasNoScore() {
    #expect(trees(Self.table).score([10]) == 0)
    #expect(trees(Self.table).contributions([10]) == [0, 0])
  }

  @Test(arguments: [
    "features\ta\ntree\n0\t1\t9\t0\n1\n2\n", "features\ta\ntree\n0\t1\t0\t0\n1\n2\n",
    "features\ta\ntree\n5\t1\t2\t0\n1\n2\n", "features\ta\ntree\n0\t1\t2\t0\n", "tree\n",
    "features\ta\n", "", "0\t1\t2\t3\n",
  ])
  func aBrokenTableHasNoTrees(table: String) {
    let trees = trees(table)
    #expect(trees.score([1]) == 0)
    #expect(trees.base == 0)
  }

  @Test func aPathKeepsAStrayLine() {
    #expect(ArticlePath.best([5, 5, -2, 5, 5], change: 3) == [true, true, true, true, true])
    #expect(ArticlePath.best([5, 5, -9, 5, 5], change: 3) == [true, true, false, true, true])
    #expect(ArticlePath.best([-5, 2, -5], change: 3) == [false, false, false])
    #expect(ArticlePath.best([], change: 3).isEmpty)
  }
}
