import PressText
import Testing

@Suite struct MachineDateTests {
  @Test(arguments: [
    ("2019-05-03", "2019-05-03"), ("20190503", "2019-05-03"), ("2019 May 3", "2019-05-03"),
    ("2019/may/03", "2019-05-03"),
    ("2019-05-03 10:00:00", "2019-05-03"), ("2019-05-03T10:00:00", "2019-05-03"),
    ("1556877600", "2019-05-03"), ("1556877600000", "2019-05-03"),
    ("Friday, May 3, 2019 - 10:00", "2019-05-03"), ("3 May 2019", "2019-05-03"),
  ])
  func aDayIsRead(_ value: String, _ day: String) {
    let date = MachineDate(value)
    #expect(date?.day == day)
    #expect(date?.moment == nil)
  }

  @Test(arguments: [
    ("2019-05-03T10:00:00Z", "2019-05-03T10:00:00Z"),
    ("2019-05-03T10:00+02:00", "2019-05-03T10:00+02:00"),
    ("2019-05-03 10:00:00 +0200", "2019-05-03T10:00:00+02:00"),
    ("2019-05-03T10:00:00.000-0500", "2019-05-03T10:00:00-05:00"),
    ("Fri, 03 May 2019 10:00:00 GMT", "2019-05-03T10:00:00Z"),
    ("Fri, 03 May 2019 10:00:00 +0100", "2019-05-03T10:00:00+01:00"),
  ])
  func aMomentKeepsItsOffset(_ value: String, _ moment: String) {
    #expect(MachineDate(value)?.moment == moment)
    #expect(MachineDate(value)?.day == "2019-05-03")
  }

  @Test(arguments: ["", "May 2019", "2019-05", "12345", "99999999999999999999", "soon", "20191399"])
  func otherValuesAreNoDays(_ value: String) {
    #expect(MachineDate(value) == nil)
  }

  @Test func theOrderOfTwoNumbersMayBeOpen() {
    #expect(MachineDate("03/05/2019")?.otherOrder == "2019-05-03")
    #expect(MachineDate("23/05/2019")?.otherOrder == nil)
    #expect(MachineDate("2019-03-05")?.otherOrder == nil)
    #expect(MachineDate("May 3, 2019")?.otherOrder == nil)
  }
}
