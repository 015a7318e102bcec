/// The date of Easter Sunday in the proleptic Gregorian calendar.
///
/// *Source*: J. Meeus (1991), Astronomical Algorithms, chapter 8: the Gregorian rule of "Butcher's Ecclesiastical
/// Calendar" (1876) and the Julian one.
public enum Easter {
  /// Easter of the western churches; nil for a year outside 1583…9999.
  public static func western(year: Int) -> CivilDate? {
    guard (1583...9999).contains(year) else { return nil }
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (b - (b + 8) / 25 + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return CivilDate(year: year, month: n / 31, day: n % 31 + 1)
  }

  /// Easter of the eastern churches, a date of the Julian calendar said in the Gregorian; nil for a year
  /// outside 1583…9999.
  public static func orthodox(year: Int) -> CivilDate? {
    guard (1583...9999).contains(year) else { return nil }
    let d = (19 * (year % 19) + 15) % 30
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    let n = d + e + 114
    // Both calendars agree on the third century; since then three leap days in four hundred years differ.
    let shift = year / 100 - year / 400 - 2
    return CivilDate(year: year, month: n / 31, day: n % 31 + 1)?.advanced(by: shift)
  }
}
