/// The title of a document, law, report, book or programme named in the text.
public struct Work: Fact {
  public var title: String
  /// The numbers of a bill or law that stand beside its title or for it: "H.R. 1344".
  public var numbers: [String]
  public var mentions: [Mention]

  public init(title: String, numbers: [String] = [], mentions: [Mention]) {
    self.title = title
    self.numbers = numbers
    self.mentions = mentions
  }

  public static let kind = FactKind(
    "works", of: Work.self, title: "Works named",
    help: "The title of a document, law, report, book or programme.", form: .mentions, rank: 190,
    columns: [
      FactColumn("title", .string, "The title as printed.", verbatim: true) { .string($0.title) },
      FactColumn("numbers", .strings, "The numbers of a bill or law.", verbatim: true) {
        .strings($0.numbers)
      },
    ],
    reading: { work in
      let numbers = work.numbers.filter { $0 != work.title }.joined(separator: ", ")
      return numbers.isEmpty ? work.title : "\(work.title) (\(numbers))"
    })
}
