import RandomStreams
import Testing

@Suite("DrawRegister")
struct DrawRegisterTests {
  let key = StreamKey(seed: 1, replication: 0)

  @Test("Counters that differ in any field are no mistake")
  func different() {
    let register = DrawRegister()
    for ordinal in 0..<4 as Range<UInt32> {
      for visit in 0..<4 as Range<UInt32> {
        register.note(key: key, ordinal: ordinal, origin: 1, purpose: 2, visit: visit)
        register.note(key: key, ordinal: ordinal, origin: 2, purpose: 1, visit: visit)
        register.note(
          key: StreamKey(seed: 1, replication: 1), ordinal: ordinal, origin: 1, purpose: 2, visit: visit)
      }
    }
    #expect(register.mistakes.isEmpty)
    #expect(register.count == 48)
  }

  @Test("A counter opened again is one sentence, with the names that were given")
  func again() {
    let register = DrawRegister()
    register.register(origin: "acute-north")
    register.register(purpose: "ward.stay")
    for _ in 0..<3 {
      register.note(
        key: key, ordinal: 17, origin: streamHash("acute-north"), purpose: streamHash("ward.stay"), visit: 2)
    }
    #expect(
      register.mistakes == [
        "The stream of individual 17 of origin \"acute-north\", purpose \"ward.stay\", visit 2, "
          + "key 0xe50a0ebce3e80670, was opened 3 times: no counter may be used twice."
      ])
  }

  @Test("A counter without names is told by its hashes")
  func unnamed() {
    let register = DrawRegister()
    for _ in 0..<2 { register.note(key: key, ordinal: 0, origin: 0xab, purpose: 0x8000_0000) }
    #expect(
      register.mistakes.map { $0.contains("origin 0x000000ab, purpose 0x80000000, visit 0,") } == [true])
  }

  @Test("One latent quantity may be read again, but not drawn anew")
  func reread() {
    let register = DrawRegister()
    for _ in 0..<3 { register.note(key: key, ordinal: 1, origin: 1, purpose: 1, isReread: true) }
    register.note(key: key, ordinal: 2, origin: 1, purpose: 1)
    register.note(key: key, ordinal: 2, origin: 1, purpose: 1, isReread: true)
    #expect(register.mistakes.isEmpty)
    register.note(key: key, ordinal: 1, origin: 1, purpose: 1)
    #expect(register.mistakes.map { $0.hasPrefix("The stream of individual 1 of") } == [true])
  }

  @Test("Mistakes come in the order of their counters, whatever the order of the openings")
  func order() {
    let (one, other) = (DrawRegister(), DrawRegister())
    for ordinal in 0..<300 as Range<UInt32> {
      for _ in 0..<2 {
        one.note(key: key, ordinal: ordinal, origin: ordinal % 7, purpose: ordinal % 3)
        other.note(
          key: key, ordinal: 299 - ordinal, origin: (299 - ordinal) % 7, purpose: (299 - ordinal) % 3)
      }
    }
    #expect(one.mistakes.count == 300)
    #expect(one.mistakes == other.mistakes)
  }

  @Test("A copy has seen what its original has, and then goes its own way")
  func copies() {
    let runIn = DrawRegister()
    runIn.note(key: key, ordinal: 1, origin: 1, purpose: 1)
    let (baseline, treatment) = (runIn.copy(), runIn.copy())
    baseline.note(key: key, ordinal: 2, origin: 1, purpose: 1)
    treatment.note(key: key, ordinal: 2, origin: 1, purpose: 1)
    #expect(baseline.mistakes.isEmpty && treatment.mistakes.isEmpty)
    baseline.note(key: key, ordinal: 1, origin: 1, purpose: 1)
    #expect(baseline.mistakes.count == 1)
    #expect(treatment.mistakes.isEmpty && runIn.mistakes.isEmpty)
  }

  /// "costarring" and "liquid" are a known pair of 32-bit FNV-1a.
  @Test(
    "Two names with one hash are a sentence each for origins and for purposes, and one name twice is none")
  func collisions() {
    let register = DrawRegister()
    for name in ["liquid", "ward", "ward", "costarring"] { register.register(origin: name) }
    register.register(purpose: "liquid")
    #expect(streamHash("liquid") == streamHash("costarring"))
    #expect(
      register.mistakes == [
        "The origins \"costarring\" and \"liquid\" have the same hash 0x5e4daa9d and would share draws: "
          + "rename one of them."
      ])
    register.register(purpose: "costarring")
    #expect(register.mistakes.count == 2)
    #expect(register.mistakes.last?.hasPrefix("The purposes \"costarring\" and \"liquid\"") == true)
  }

  @Test("Four tasks that note at once lose nothing")
  func concurrent() async {
    let register = DrawRegister()
    let key = key
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<4 as Range<UInt32> {
        group.addTask {
          for ordinal in 0..<500 as Range<UInt32> {
            register.note(key: key, ordinal: ordinal, origin: ordinal < 5 ? 9 : task, purpose: 0)
          }
        }
      }
    }
    #expect(register.count == 4 * 495 + 5)
    #expect(register.mistakes.count == 5)
  }
}
