/// The 32-bit FNV-1a hash of a name's UTF-8 bytes: the word by which a stream's origin or purpose enters a
/// counter.
///
/// Noll, Vo, Eastlake and Hansen 2026, RFC 9923, DOI 10.17487/RFC9923. Philox mixes the word, so no further
/// avalanche is added. Names that hash alike would share draws: whoever collects names must check that their
/// hashes differ.
///
/// - Complexity: O(*n*) in the bytes of the name; compute it once, not per draw.
public func streamHash(_ name: String) -> UInt32 {
  var hash: UInt32 = 0x811C_9DC5
  for byte in name.utf8 {
    hash = (hash ^ UInt32(byte)) &* 0x0100_0193
  }
  return hash
}
