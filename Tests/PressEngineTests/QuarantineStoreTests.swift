import Foundation
import TestSupport
import Testing

@testable import PressEngine

@Suite struct QuarantineStoreTests {
  private let folder: TemporaryFolder
  private let store: QuarantineStore

  init() throws {
    folder = try TemporaryFolder()
    store = QuarantineStore(folder: folder.url.path())
    try store.prepare()
  }

  private func keep(_ hash: String, hoursAgo hours: Double) throws {
    try store.keep(Array(hash.utf8), hash)
    try FileManager.default.setAttributes(
      [.modificationDate: Date.now.addingTimeInterval(-hours * 3600)],
      ofItemAtPath: folder.url.appending(path: "quarantine/\(hash)").path())
  }

  @Test func bytesThatNobodyNamesGoAfterADay() throws {
    try keep("named", hoursAgo: 48)
    try keep("left", hoursAgo: 48)
    try keep("young", hoursAgo: 1)
    try store.prune(keeping: ["named"])
    #expect(try store.bytes("named") == Array("named".utf8))
    #expect(try store.bytes("young") == Array("young".utf8))
    #expect(throws: DiskError.self) { try store.bytes("left") }
  }
}
