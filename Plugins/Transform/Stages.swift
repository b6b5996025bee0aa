public import PressStage

/// The stages of this module, as the build registers them.
public let stages: [any Stage.Type] = [
  MergeOrganizations.self,
  MergePeople.self,
  NearDuplicates.self,
  RankDocuments.self,
  Statements.self,
  Timeline.self,
]
