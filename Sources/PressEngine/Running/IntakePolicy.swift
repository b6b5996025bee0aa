import PressPipeline

extension Intake.OnError {
  init(_ policy: ErrorPolicy) {
    switch policy {
    case .fail: self = .fail
    case .quarantine: self = .quarantine
    case .drop(let reason): self = .drop(reason: reason)
    }
  }
}
