/// Sunrise and sunset, in plain arithmetic so that every processor gives the same bits.
///
/// The algorithm of the NOAA Global Monitoring Laboratory's solar calculator (gml.noaa.gov/grad/solcalc/calcdetails.html),
/// after Meeus, *Astronomical Algorithms*, 2nd ed. 1998, ch. 25: the sun's upper limb at the horizon with a mean
/// refraction, 90.833° from the zenith. Within a minute of almanacs up to 72° of latitude, within ten beyond, where
/// refraction rules. Heights and weather are not known.
package enum Daylight {
  /// What the sun does on one day.
  package enum Day: Equatable {
    /// Rises and sets, minutes after local midnight; a set may be after the next midnight.
    case sun(rise: Double, set: Double)
    /// Does not set.
    case polarDay
    /// Does not rise.
    case polarNight
  }

  /// The sun on one day at a place in degrees north and east.
  ///
  /// - Parameters:
  ///   - date: days since 1 January 1970 of the local calendar.
  ///   - offsetMinutes: the local clock's offset from UTC.
  package static func day(
    latitude: Double, longitude: Double, date: Int, offsetMinutes: Int
  ) -> Day {
    let offset = Double(offsetMinutes)
    // At the poles themselves there is no hour angle.
    let latitude = min(89.9, max(-89.9, latitude))
    func noon(_ sun: Sun) -> Double { 720 - 4 * longitude - sun.equationOfTime + offset }
    func sun(atMinute minute: Double) -> Sun {
      Sun(julianDay: 2_440_587.5 + Double(date) + (minute - offset) / 1_440)
    }
    let first = sun(atMinute: noon(sun(atMinute: 720)))
    guard let halfDay = first.halfDay(latitude) else {
      return (first.declination > 0) == (latitude > 0) ? .polarDay : .polarNight
    }
    // Once more with the sun where it is at rise and at set.
    let early = sun(atMinute: noon(first) - halfDay)
    let late = sun(atMinute: noon(first) + halfDay)
    return .sun(
      rise: noon(early) - (early.halfDay(latitude) ?? halfDay),
      set: noon(late) + (late.halfDay(latitude) ?? halfDay))
  }

  /// Where the sun is.
  private struct Sun {
    /// Degrees north of the equator.
    let declination: Double
    /// Minutes by which a sundial is ahead of a clock.
    let equationOfTime: Double

    init(julianDay: Double) {
      let t = (julianDay - 2_451_545) / 36_525
      let longitude = 280.46646 + t * (36_000.76983 + t * 0.0003032)
      let anomaly = 357.52911 + t * (35_999.05029 - 0.0001537 * t)
      let eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t)
      let center =
        Degrees.sine(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t))
        + Degrees.sine(2 * anomaly) * (0.019993 - 0.000101 * t) + Degrees.sine(3 * anomaly) * 0.000289
      let node = 125.04 - 1_934.136 * t
      let apparent = longitude + center - 0.00569 - 0.00478 * Degrees.sine(node)
      let seconds = 21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))
      let obliquity = 23 + (26 + seconds / 60) / 60 + 0.00256 * Degrees.cosine(node)
      declination = Degrees.arcsine(Degrees.sine(obliquity) * Degrees.sine(apparent))
      let tangent = Degrees.sine(obliquity / 2) / Degrees.cosine(obliquity / 2)
      let y = tangent * tangent
      let radians =
        y * Degrees.sine(2 * longitude) - 2 * eccentricity * Degrees.sine(anomaly)
        + 4 * eccentricity * y * Degrees.sine(anomaly) * Degrees.cosine(2 * longitude)
        - 0.5 * y * y * Degrees.sine(4 * longitude)
        - 1.25 * eccentricity * eccentricity * Degrees.sine(2 * anomaly)
      equationOfTime = 4 * radians / Degrees.radian
    }

    /// Minutes from rise to noon; nil when it neither rises nor sets.
    func halfDay(_ latitude: Double) -> Double? {
      let up =
        (Degrees.cosine(90.833) - Degrees.sine(latitude) * Degrees.sine(declination))
        / (Degrees.cosine(latitude) * Degrees.cosine(declination))
      return abs(up) < 1 ? 4 * (90 - Degrees.arcsine(up)) : nil
    }
  }
}

/// Sine and its kin of angles in degrees.
private enum Degrees {
  static let radian = 0.017453292519943295

  static func sine(_ degrees: Double) -> Double {
    let turned = degrees - 360 * (degrees / 360).rounded()
    return GreatCircle.sine(turned * radian)
  }

  static func cosine(_ degrees: Double) -> Double { sine(90 - degrees) }

  static func arcsine(_ x: Double) -> Double {
    let angle = GreatCircle.arcsine(min(1, abs(x))) / radian
    return x < 0 ? -angle : angle
  }
}
