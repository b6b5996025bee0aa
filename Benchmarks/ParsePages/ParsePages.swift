import Foundation
import PressHTML

/// Parses HTML pages and does nothing with them: what the readers' speed is compared with.
///
/// `parse-pages FILE...` prints the number of nodes of all trees.
@main struct ParsePages {
  static func main() throws {
    var nodes = 0
    for file in CommandLine.arguments.dropFirst() {
      let page = try Data(contentsOf: URL(filePath: file))
      nodes += try HTMLTree.read([UInt8](page)).nodeCount
    }
    print(nodes)
  }
}
