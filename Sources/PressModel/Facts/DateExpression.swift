/// A date or a stretch of days named in a document, with the time of day where one stands beside it.
public struct DateExpression: Fact {
  public var mention: Mention
  /// EDTF (ISO 8601-2 level 0 and 1): `2007-11-14`, `2007-11`, `2007-11-14/2007-11-17`; with a time
  /// `2007-11-14T10:30:00`, and with its zone `2007-11-14T10:30:00-05:00`.
  public var value: String
  /// What gave the parts that the words leave out, such as the year; nil where they are complete.
  public var resolvedFrom: Evidence?

  public init(mention: Mention, value: String, resolvedFrom: Evidence? = nil) {
    self.mention = mention
    self.value = value
    self.resolvedFrom = resolvedFrom
  }

  /// The value without times of day; one day, where a stretch begins and ends on it.
  public var days: String {
    let ends = value.split(separator: "/", omittingEmptySubsequences: false).map {
      $0.prefix { $0 != "T" }
    }
    guard let first = ends.first, let last = ends.last else { return value }
    return ends.count == 2 && first != last ? first + "/" + last : String(first)
  }

  public var mentions: [Mention] { [mention] }

  public static let kind = FactKind(
    "dates", of: DateExpression.self, title: "Dates",
    help: "A date or a range of dates, with a time of day where one is named.",
    answers: .when, rank: 130,
    columns: [
      FactColumn("value", .date, "The date in EDTF (ISO 8601-2).") { .string($0.value) },
      FactColumn("resolvedFrom", .evidence, "The words that gave the parts left out.") {
        .evidence($0.resolvedFrom)
      },
    ],
    sameness: { date in date.value },
    reading: { date in
      let words = date.mention.text
      guard let reading = DateWords.reading(ofEDTF: date.value) else {
        return "\(words) (\(date.value))"
      }
      return DateWords.says(words, reading) ? words : "\(words) (\(reading))"
    })
}
