import Glibc

/// How many things may run at the same time.
enum Threads {
  /// The cores this process may use, at least 1.
  static var count: Int {
    var set = cpu_set_t()
    let status = sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &set)
    let cores =
      status == 0 ? withUnsafeBytes(of: set) { $0.reduce(0) { $0 + $1.nonzeroBitCount } } : 1
    return max(1, cores)
  }
}
