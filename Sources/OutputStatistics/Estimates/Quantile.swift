/// The p-quantile of sorted observations, in their unit; nil without observations.
///
/// Type 7 of Hyndman and Fan 1996, *Sample quantiles in statistical packages*, DOI
/// 10.1080/00031305.1996.10473566, as R and NumPy have it: linear interpolation at position (n − 1) p.
///
/// - Parameters:
///   - sorted: observations in ascending order, without NaN.
///   - p: the probability, from 0 to 1; beyond, the extreme observation is returned.
public func quantile(of sorted: [Double], at p: Double) -> Double? {
  guard let first = sorted.first, let last = sorted.last else { return nil }
  let position = Double(sorted.count - 1) * p
  if !(position > 0) { return first }
  if position >= Double(sorted.count - 1) { return last }
  let index = Int(position)
  let fraction = position - Double(index)
  if fraction == 0 { return sorted[index] }
  return sorted[index] + fraction * (sorted[index + 1] - sorted[index])
}
