internal import Glibc
internal import Synchronization

/// Computes `body(0) … body(count - 1)` on up to `threads` threads; results come in order.
///
/// For independent programs: each call makes models of its own, so the results do not depend on `threads`. Threads of
/// the system and not tasks of Swift's pool: a solve runs for seconds without a point where it could yield, and the
/// pool has no more threads than cores.
///
/// - Throws: the error of the lowest index that has one; the others are computed all the same.
public func concurrentMap<Output: Sendable, Failure: Error>(
  count: Int, threads: Int, _ body: @escaping @Sendable (Int) throws(Failure) -> Output
) throws(Failure) -> [Output] {
  let work = SharedWork<Output, Failure>(count: count, body: body)
  let helpers = (1..<max(1, min(threads, count))).compactMap { _ in startThread { work.run() } }
  work.run()
  for helper in helpers { pthread_join(helper, nil) }
  var outputs: [Output] = []
  for result in work.results() { outputs.append(try result.get()) }
  return outputs
}

/// Indices that several threads take one by one, and where the results go.
private final class SharedWork<Output: Sendable, Failure: Error>: Sendable {
  private let count: Int
  private let body: @Sendable (Int) throws(Failure) -> Output
  private let next = Atomic<Int>(0)
  private let outputs: Mutex<[Result<Output, Failure>?]>

  init(count: Int, body: @escaping @Sendable (Int) throws(Failure) -> Output) {
    self.count = count
    self.body = body
    outputs = Mutex([Result<Output, Failure>?](repeating: nil, count: max(0, count)))
  }

  /// Takes indices until none is left.
  func run() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      let output: Result<Output, Failure>
      do throws(Failure) {
        output = .success(try body(index))
      } catch {
        output = .failure(error)
      }
      outputs.withLock { $0[index] = output }
    }
  }

  func results() -> [Result<Output, Failure>] { outputs.withLock { $0.compactMap { $0 } } }
}

/// What a new thread is handed: threads of the system take a pointer and no generics.
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Starts a thread; nil where the system gives none, and then the others do its share.
private func startThread(_ run: @escaping @Sendable () -> Void) -> pthread_t? {
  var thread = pthread_t()
  let context = Unmanaged.passRetained(ThreadBody(run))
  let status = pthread_create(
    &thread, nil,
    { raw in
      guard let raw else { return nil }
      Unmanaged<ThreadBody>.fromOpaque(raw).takeRetainedValue().run()
      return nil
    }, context.toOpaque())
  guard status == 0 else {
    context.release()
    return nil
  }
  return thread
}
