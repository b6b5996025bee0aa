import Foundation
import NameTraining
import PressModel
import PressText

/// Makes the tables of the tagger of names.
///
/// usage: name-weights clusters FILE < TEXTS.jsonl
///        name-weights train FOLDER FILE
///        name-weights measure FOLDER
///
/// `clusters` reads texts, one JSON object a line with `title` and `paragraphs`, and writes the
/// clusters of their words. `train` reads the labelled texts of a folder, its `.conll` files in the
/// order of their names, and writes the weights. `measure` trains on parts of them and prints how
/// well the rest is tagged, beside the rules.
@main
struct NameWeights {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.count) {
    case ("clusters", 2): try clusters(arguments[2])
    case ("train", 3):
      let field = RandomField(TrainingSet(try texts(arguments[2])))
      try Data(field.file()).write(to: URL(fileURLWithPath: arguments[3]))
    case ("measure", 2): Measure(try texts(arguments[2])).run { print($0) }
    default:
      FileHandle.standardError.write(
        Data("usage: name-weights clusters FILE | train FOLDER FILE | measure FOLDER\n".utf8))
      exit(64)
    }
  }

  private static func texts(_ folder: String) throws -> [LabelledText] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try files.filter { $0.hasSuffix(".conll") }.flatMap { file in
      let content = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      return LabelledFile.read(content, set: String(file.dropLast(6)))
    }
  }

  private struct Source: Decodable {
    var title: String
    var paragraphs: [String]
  }

  private static func clusters(_ file: String) throws {
    var keys: [UInt64] = []
    while let line = readLine() {
      let source = try JSONDecoder().decode(Source.self, from: Data(line.utf8))
      let text = Text(([source.title] + source.paragraphs).joined(separator: "\n"))
      keys += WordClusters.keys(of: Tokens(text))
    }
    var clustering = Clustering(keys)
    clustering.run()
    try Data(clustering.file()).write(to: URL(fileURLWithPath: file))
  }
}
