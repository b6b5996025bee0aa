// The build writes `registeredStages` into this module from the folders beside this file; see
// BuildTools/StageRegistry. Nothing is to be edited here.
