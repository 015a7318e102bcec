internal import COpenBLAS

/// Bound on first use, so that any number of callers set it exactly once.
private let oneThread: Void = openblas_set_num_threads(1)

/// Makes BLAS and LAPACK run on the calling thread only, for the rest of the process.
///
/// Call it first thing in the program: result bits depend on the number of threads, and the library's spinning
/// workers starve everything else on a busy machine. Parallelize over queues instead.
public func useOneThread() {
  oneThread
}

/// The number of threads BLAS would use now.
public func threadCount() -> Int {
  Int(openblas_get_num_threads())
}

/// The library's own description of itself: version, build options and the processor kernel in use.
public func libraryVersion() -> String {
  guard let text = openblas_get_config() else { return "unknown" }
  return String(cString: text)
}
