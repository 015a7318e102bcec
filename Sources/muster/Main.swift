import ArgumentParser
import Glibc
import LinearAlgebra

/// Muster's way in: one BLAS thread, tidy interruption, then the command, then its exit code.
@main
enum Main {
  static func main() async {
    // With two BLAS threads small factorizations are hundreds of times slower on a busy machine, and the
    // last bits of results change: work is parallel over queues, days and replications instead.
    LinearAlgebra.useOneThread()
    Descriptor.occupyStandard()
    Interruption.listen()
    exit(await status(of: Array(CommandLine.arguments.dropFirst())))
  }

  private static func status(of arguments: [String]) async -> Int32 {
    do {
      var command = try MusterCommand.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return ExitStatus.done.rawValue
    } catch let failure as CommandFailure {
      if !failure.letter.isEmpty { Console.message(failure.letter) }
      return failure.status.rawValue
    } catch {
      return close(error)
    }
  }

  /// Help and version go to stdout with 0; a command line that is not understood to stderr with 64.
  private static func close(_ error: any Error) -> Int32 {
    if let failure = Translation.failure(of: error) {
      Console.message(failure.letter)
      return failure.status.rawValue
    }
    let status = MusterCommand.exitCode(for: error)
    let text = MusterCommand.fullMessage(for: error)
    guard status.isSuccess else {
      Console.message(text)
      return status.rawValue
    }
    do {
      if !text.isEmpty { try Console.line(text) }
      return ExitStatus.done.rawValue
    } catch {
      return ExitStatus.inputOutput.rawValue
    }
  }
}
