import Extract
import Foundation

/// Prints the features of sentences that may be key points, one JSON object a text, for `fit.py`.
///
/// usage: sentence-features FILE
///
/// FILE holds one JSON object a line with `id` and `text`. What is printed has `id`, `features`, their
/// names, `sentences` and `values`, one entry a sentence.
@main
struct SentenceFeatures {
  struct Input: Decodable {
    var id: String
    var text: String
  }

  struct Output: Encodable {
    var id: String
    var features = KeyPointSample.features
    var sentences: [String]
    var values: [[Double]]
  }

  static func main() throws {
    guard CommandLine.arguments.count == 2, let path = CommandLine.arguments.last else {
      FileHandle.standardError.write(Data("usage: sentence-features FILE\n".utf8))
      exit(64)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let lines = try Data(contentsOf: URL(filePath: path)).split(separator: 0x0A)
    for line in lines {
      let input = try JSONDecoder().decode(Input.self, from: Data(line))
      let sample = try KeyPointSample(ofText: Array(input.text.utf8))
      let output = Output(id: input.id, sentences: sample.sentences, values: sample.values)
      FileHandle.standardOutput.write(try encoder.encode(output) + Data([0x0A]))
    }
  }
}
