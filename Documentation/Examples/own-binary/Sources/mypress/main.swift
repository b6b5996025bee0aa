import PressCLI

// The build writes `registeredStages` into this module: Presswork's stages and those of Plugins/.
await Program.main(stages: registeredStages)
