/// The results of `count` independent pieces of work in order, done by `workers` tasks of which each takes every
/// n-th: one task per piece would cost more than a small piece itself.
func inStrides<Result: Sendable>(
  _ count: Int, workers: Int, _ work: @escaping @Sendable (Int) -> Result
) async -> [Result] {
  let lanes = max(1, min(workers, count))
  return await withTaskGroup(of: [(Int, Result)].self) { group in
    for lane in 0..<lanes {
      group.addTask { stride(from: lane, to: count, by: lanes).map { ($0, work($0)) } }
    }
    var slots = [Result?](repeating: nil, count: count)
    for await lane in group {
      for (index, result) in lane { slots[index] = result }
    }
    return slots.compactMap { $0 }
  }
}
