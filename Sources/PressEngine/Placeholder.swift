public import PressModel
