/// Decimal numbers as prose writes them: "1.2 billion", "3,200".
public enum DecimalWords {
  private static let scales = [(12, "trillion"), (9, "billion"), (6, "million")]

  /// The same number, to its last digit: in millions, billions or trillions where three decimals
  /// hold it, else with its thousands parted. What is no decimal number stays as it is.
  public static func reading(of value: String) -> String {
    let isNegative = value.hasPrefix("-")
    let parts = value.dropFirst(isNegative ? 1 : 0)
      .split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, parts.count <= 2,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } })
    else { return value }
    let sign = isNegative ? "-" : ""
    guard parts.count == 1 else { return "\(sign)\(grouped(whole)).\(parts[1])" }
    for (zeros, name) in scales where whole.utf8.count > zeros {
      let head = whole.dropLast(zeros)
      var decimals = whole.suffix(zeros)
      while decimals.hasSuffix("0") { decimals.removeLast() }
      guard decimals.utf8.count <= 3 else { break }
      return "\(sign)\(grouped(head))\(decimals.isEmpty ? "" : ".\(decimals)") \(name)"
    }
    return sign + grouped(whole)
  }

  private static func grouped(_ digits: Substring) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result
  }

  /// Whether some words print a number just so, and not as a part of a longer one.
  static func says(_ words: String, _ number: String) -> Bool {
    let (words, number) = (Array(words.utf8), Array(number.utf8))
    guard let first = number.first, words.count >= number.count else { return false }
    func isFigure(_ index: Int) -> Bool {
      guard words.indices.contains(index) else { return false }
      return words[index] >= 0x30 && words[index] <= 0x39
    }
    return (0...words.count - number.count).contains { start in
      guard words[start] == first, words[start...].starts(with: number) else { return false }
      let end = start + number.count
      let isMark = { (index: Int) in
        words.indices.contains(index) && (words[index] == 0x2C || words[index] == 0x2E)
      }
      let goesBack = isFigure(start - 1) || isMark(start - 1) && isFigure(start - 2)
      return !goesBack && !isFigure(end) && !(isMark(end) && isFigure(end + 1))
    }
  }
}
