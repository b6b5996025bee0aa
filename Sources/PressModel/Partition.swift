extension Collection {
  /// The index of the first element that belongs to the second part of a collection, where all that
  /// do not stand before all that do; the end where none does.
  @inlinable
  public func partitioningIndex(where belongs: (Element) -> Bool) -> Index {
    var (start, count) = (startIndex, count)
    while count > 0 {
      let half = count / 2
      let middle = index(start, offsetBy: half)
      if belongs(self[middle]) {
        count = half
      } else {
        start = index(after: middle)
        count -= half + 1
      }
    }
    return start
  }
}
