import PressModel
import Testing

@testable import PressText

@Suite struct DecimalArithmeticTests {
  private func number(_ digits: Int, _ exponent: Int = 0) -> DecimalNumber {
    DecimalNumber(digits: digits, exponent: exponent)
  }

  @Test func sumsAreExact() {
    #expect(number(1, -1).adding(number(2, -1))?.written == "0.3")
    #expect(number(79, 5).adding(number(1, -2))?.written == "7900000.01")
    #expect(number(5).adding(number(-5))?.digits == 0)
    #expect(number(0, 30).adding(number(7))?.written == "7")
  }

  @Test func whatNeedsMoreDigitsIsNil() {
    #expect(number(.max).adding(number(1)) == nil)
    #expect(number(1, 30).adding(number(1)) == nil)
    #expect(number(.max - 2).multiplied(by: number(3)) == nil)
    #expect(number(.max - 2).divided(by: number(1), places: 4) == nil)
    #expect(number(1, 19).isLess(than: number(1)) == nil)
  }

  @Test func extremesDoNotTrap() {
    #expect(number(.min).negated.digits == .min)
    #expect(number(.min).adding(number(-1)) == nil)
    #expect(number(.min).multiplied(by: number(-1)) == nil)
    #expect(number(.min).divided(by: number(-1), places: 2) == nil)
  }

  @Test func productsAreExact() {
    #expect(number(45, 5).multiplied(by: number(20, -2))?.written == "900000")
    #expect(number(-3).multiplied(by: number(4, -1))?.written == "-1.2")
  }

  @Test(arguments: [
    (1, 3, 2, "0.33"), (2, 3, 2, "0.67"), (1, 8, 2, "0.13"), (5, 2, 0, "3"), (9999, 10000, 1, "1"),
    (0, 7, 3, "0"), (80, 4, 0, "20"),
  ])
  func quotientsAreRoundedHalfUp(_ left: Int, _ right: Int, _ places: Int, _ value: String) {
    #expect(number(left).divided(by: number(right), places: places)?.written == value)
  }

  @Test func quotientsOfNothingOrBelowItAreNil() {
    #expect(number(1).divided(by: number(0), places: 1) == nil)
    #expect(number(-1).divided(by: number(2), places: 1) == nil)
    #expect(number(1).divided(by: number(-2), places: 1) == nil)
  }

  @Test func orderDoesNotDependOnTheExponent() {
    #expect(number(10, -1).isLess(than: number(1)) == false)
    #expect(number(99, -2).isLess(than: number(1)) == true)
    #expect(number(-1, 3).isLess(than: number(-1, 2)) == true)
  }

  @Test func boundsMeetAtTheirEnds() {
    let left = Bounds(low: number(1), high: number(2))
    #expect(left.meets(.exactly(number(2))) == true)
    #expect(left.meets(.exactly(number(201, -2))) == false)
    #expect(left.meets(Bounds(low: number(3))) == false)
    #expect(Bounds(low: number(3)).meets(.exactly(number(400))) == true)
    #expect(Bounds(low: number(3)).meets(left) == false)
  }

  @Test func boundsAreTakenFromBounds() throws {
    let hundred = Bounds.exactly(number(100))
    let rest = try #require(hundred.subtracting(Bounds(low: number(20), high: number(30))))
    #expect(rest.low.written == "70")
    #expect(rest.high?.written == "80")
    let open = try #require(hundred.subtracting(Bounds(low: number(20))))
    #expect(open.low.written == "0")
    #expect(open.high?.written == "80")
    #expect(Bounds(low: number(1)).subtracting(hundred) == nil)
  }
}
