public import PressStage

/// The stages of this module, as the build registers them.
public let stages: [any Stage.Type] = [
  MergePeople.self,
  NearDuplicates.self,
  Timeline.self,
]
