import RegisteredStages
print(registeredStages.count)
