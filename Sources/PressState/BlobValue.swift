internal import Foundation
internal import GRDB

extension [UInt8] {
  /// The bytes as SQLite takes them.
  var databaseBytes: DatabaseValue { Data(self).databaseValue }
}
