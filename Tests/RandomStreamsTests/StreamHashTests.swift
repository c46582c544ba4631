import RandomStreams
import Testing

/// Test vectors: RFC 9923, 32-bit FNV-1a.
@Test("The hash of a name is 32-bit FNV-1a of its UTF-8 bytes")
func streamHashVectors() {
  #expect(streamHash("") == 0x811c_9dc5)
  #expect(streamHash("a") == 0xe40c_292c)
  #expect(streamHash("foobar") == 0xbf9c_f968)
}
