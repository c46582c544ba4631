/// Ends the program with a sentence when `condition` does not hold, in every build.
///
/// `precondition` says its sentence in a debug build alone; an optimised program would die of an illegal
/// instruction. It stays where the mistake can only be the kernel's own, and where a row of a slab is looked up, as in
/// an array.
///
/// - Complexity: one test; the sentence is not evaluated while the condition holds.
@inlinable
@inline(__always)
func require(_ condition: Bool, _ sentence: @autoclosure () -> StaticString) {
  if !condition { endProgram(sentence()) }
}

@usableFromInline
@inline(never)
func endProgram(_ sentence: StaticString) -> Never {
  fatalError("\(sentence)")
}
