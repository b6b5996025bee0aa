import PressEngine
import PressState

/// Opens the project's state for a command that is no run.
struct StateAccess {
  let folder: String

  init(_ options: StateOptions) throws {
    let root = ProjectLayout.root(above: Disk.workingFolder) ?? Disk.workingFolder
    folder = options.folder(root: root)
  }

  /// Throws the exit code after saying why.
  func ledger() throws -> Ledger {
    guard Disk.exists("\(folder)/ledger.sqlite") else {
      Console.note("presswork: error: no run has been entered in '\(folder)' yet")
      throw ExitStatus.noInput.code
    }
    do {
      return try Ledger(folder: folder)
    } catch {
      Console.note("presswork: error: \(error)")
      throw ExitStatus.inputOutput.code
    }
  }
}
