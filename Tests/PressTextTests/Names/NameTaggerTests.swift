import NameTraining
import PressModel
import Testing

@testable import PressText

/// The trained tagger: what it adds to the rules, and that its model is whole.
@Suite struct NameTaggerTests {
  private func names(_ text: String, _ tagger: any NameTagger = TrainedNameTagger()) -> [String] {
    let words = NameWords(Tokens(Text(text)))
    return tagger.names(in: words).map { name in
      "\(name.kind) \(words.tokens.text[words.span(name.tokens)])"
    }
  }

  @Test func theModelIsOfThisVersion() {
    #expect(NameModel.shared.rows != nil)
    #expect(NameModel.shared.scale > 1)
  }

  @Test func namesStandWhereTheRulesAreSure() {
    let found = names(
      "Minister Oduya Brandt met the Lakeside Widget Council (LWC) in New York. The LWC thanked her."
    )
    #expect(
      found == [
        "person Oduya Brandt", "organization Lakeside Widget Council", "organization LWC",
        "place New York", "organization LWC",
      ])
  }

  @Test func titlesAreNoNames() {
    let found = names("The Deputy Secretary of Energy and the Director of National Parks agreed.")
    #expect(found == [])
  }

  @Test func namesDoNotOverlapAndStandInOrder() {
    let text =
      "KINGSTON - The 5th Harbour Squadron of the Royal Coast Guard, led by Capt. A. B. Tellworth, "
      + "left Port Olsen for Chile and the Gulf of Wend. Tellworth's crew joined the U.N. there."
    let words = NameWords(Tokens(Text(text)))
    var end = 0
    for name in TrainedNameTagger().names(in: words) {
      #expect(name.tokens.lowerBound >= end)
      #expect(name.titleStart <= name.tokens.lowerBound && name.titleStart >= end)
      end = name.tokens.upperBound
    }
    #expect(end > 0 && end <= words.count)
  }

  @Test func withoutAModelTheRulesStand() {
    let text = "Minister Oduya Brandt spoke for the Lakeside Widget Council in Chile."
    #expect(names(text, TrainedNameTagger(model: [0x20])) == names(text, RuleNameTagger()))
  }

  @Test func everyTokenHasItsFeatures() {
    let field = NameField(
      Tokens(Text("On 3 May, the 3rd Fleet's Anna Lee (R-Ohio) left.\nOslo, II")))
    var features = NameFeatures()
    #expect(!field.stretches.isEmpty)
    for stretch in field.stretches {
      features.read(field, stretch)
      #expect(features.list.count == stretch.count * NameFeatures.count)
      #expect(features.list.allSatisfy { $0 < UInt32(NameFeatures.rows) })
    }
  }

  @Test func labelsFollowAsTheyMay() {
    let first = NameLabel.label(.place, .first)
    #expect(NameLabel.allows(first, NameLabel.label(.place, .last)))
    #expect(!NameLabel.allows(first, NameLabel.label(.person, .last)))
    #expect(!NameLabel.allows(first, NameLabel.outside))
    #expect(NameLabel.allows(NameLabel.outside, first))
    #expect(NameLabel.kind(first) == .place && NameLabel.part(first) == .first)
  }
}

/// The tool that trains it, on labelled sentences made here.
@Suite struct NameTrainingTests {
  private let content = """
    # doc one
    Anna\tB-PER
    Brandt\tI-PER
    of\tO
    the\tO
    Widget\tB-ORG
    Board\tI-ORG
    flew\tO
    to\tO
    Oslo\tB-LOC
    .\tO

    "\tO
    Yes\tO
    ,\tO
    "\tO
    Brandt\tB-PER
    said\tO
    .\tO

    # doc two
    The\tB-ORG
    Tramway\tI-ORG
    Company\tI-ORG
    's\tI-ORG
    cars\tO
    (\tO
    red\tO
    )\tO
    run\tO
    in\tO
    Bergen\tB-LOC

    """

  @Test func textsAreJoinedAsTheyWerePrinted() {
    let texts = LabelledFile.read(content, set: "made")
    #expect(
      texts.map(\.text) == [
        "Anna Brandt of the Widget Board flew to Oslo. \"Yes,\" Brandt said.",
        "The Tramway Company's cars (red) run in Bergen",
      ])
    let text = Array(texts[1].text.utf8)
    #expect(
      texts[1].names.map { String(decoding: text[$0.range], as: UTF8.self) } == [
        "Tramway Company's", "Bergen",
      ])
  }

  @Test func theSameTextsGiveTheSameBytes() {
    let texts = LabelledFile.read(content, set: "made")
    let first = RandomField(TrainingSet(texts)).file()
    #expect(first == RandomField(TrainingSet(texts)).file())
    let head = String(decoding: first.prefix(ModelHead.size), as: UTF8.self)
    #expect(
      head.hasPrefix(
        "presswork name-weights version=\(NameModel.version) features=\(NameFeatures.version) "))
    #expect(head.hasSuffix("\n"))
    let tagger = TrainedNameTagger(model: first)
    let words = NameWords(Tokens(Text(texts[0].text)))
    #expect(tagger.names(in: words).contains(NameSpan(.organization, 4..<6)))
  }

  @Test func wordsInLikePlacesShareACluster() {
    var keys: [UInt64] = []
    for round in 0..<60 {
      keys += [5001 + UInt64(round % 2), 6001, 7001 + UInt64(round % 3), 0]
    }
    var clustering = Clustering(keys)
    clustering.run()
    let file = clustering.file()
    #expect(file.count == ModelHead.size + 1024 * 5)
    #expect(
      file
        == { () -> [UInt8] in
          var again = Clustering(keys)
          again.run()
          return again.file()
        }())
  }
}
