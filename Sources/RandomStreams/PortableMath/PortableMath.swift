/// Elementary and special functions whose results are the same bits on every machine.
///
/// The C library's `log` and `exp` differ in the last bit between processors and versions, and one differing
/// bit in a draw is another simulation. These are plain additions, multiplications and divisions in a fixed
/// order, which IEEE 754 defines exactly and Swift never fuses; the square root is the hardware's, which IEEE
/// 754 defines too.
///
/// The stated errors are in units in the last place (ulp) and are tested.
public enum PortableMath {}
