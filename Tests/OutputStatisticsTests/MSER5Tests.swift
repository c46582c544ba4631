import OutputStatistics
import RandomStreams
import Testing

@Suite("MSER5")
struct MSER5Tests {
  @Test("A step from 10 to 0 after 30 observations is cut exactly there")
  func step() throws {
    let series = Array(repeating: 10.0, count: 30) + (0..<270).map { Double($0 / 5 % 2) }
    let cut = try #require(MSER5.of(series))
    #expect(cut.truncation == 30)
    #expect(!cut.isAtLimit)
  }

  @Test("The statistic is the squared standard error of the batch means that remain")
  func statistic() throws {
    let series = (0..<50).flatMap { Array(repeating: Double($0 % 2), count: 5) }
    let cut = try #require(MSER5.of(series))
    #expect(cut.truncation == 0)
    #expect(abs(cut.statistic - 0.25 / 50) < 1e-15)
  }

  @Test("A start of 50 that decays with rate 1/100 is cut between 200 and 800 observations in")
  func decay() throws {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 71, replication: 0))
    let series = (0..<4_000).map { 50 * PortableMath.exp(-Double($0) / 100) + random.normal() }
    let cut = try #require(MSER5.of(series))
    #expect((200...800).contains(cut.truncation))
  }

  @Test("A series that only rises is cut at the limit, and says so; a short one not at all")
  func limits() throws {
    let rising = try #require(MSER5.of((0..<100).map(Double.init)))
    #expect(rising.truncation == 50)
    #expect(rising.isAtLimit)
    #expect(MSER5.of(Array(repeating: 1, count: 49)) == nil)
  }
}
