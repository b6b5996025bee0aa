import PressCLI
import RegisteredStages

await Program.main(stages: registeredStages)
