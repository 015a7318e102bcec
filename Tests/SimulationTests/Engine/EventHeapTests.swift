import Probability
import Testing

@testable import Simulation

@Suite struct EventHeapTests {
  @Test("Events come out by time, then kind, then sequence, whatever the order they went in")
  func totalOrder() {
    var stream = Xoshiro256(key: 5)
    for round in 0..<50 {
      var heap = EventHeap(capacity: 1)
      var expected: [(UInt64, UInt64)] = []
      for sequence in 0..<(round * 7 + 1) {
        let kind = EventKind(rawValue: UInt64(sequence % 4)) ?? .arrival
        let event = Event(
          kind, at: Double(stream.next() % 10), sequence: UInt64(sequence), subject: sequence)
        heap.push(event)
        expected.append((event.time, event.order))
      }
      expected.sort { $0 < $1 }
      for (time, order) in expected {
        #expect(heap.top.time == time)
        #expect(heap.top.order == order)
        heap.removeTop()
      }
      #expect(heap.count == 0)
    }
  }

  @Test("Replacing the top is removing it and adding another")
  func replace() {
    var stream = Xoshiro256(key: 6)
    var replaced = EventHeap(capacity: 64)
    var removed = EventHeap(capacity: 64)
    for sequence in 0..<40 as Range<UInt64> {
      let event = Event(.arrival, at: stream.uniform(), sequence: sequence, subject: 1)
      replaced.push(event)
      removed.push(event)
    }
    for sequence in 40..<400 as Range<UInt64> {
      let event = Event(
        .serviceEnd, at: replaced.top.seconds + stream.uniform(), sequence: sequence, subject: 2)
      replaced.replaceTop(with: event)
      removed.removeTop()
      removed.push(event)
      #expect(replaced.top.time == removed.top.time)
      #expect(replaced.top.order == removed.top.order)
    }
  }

  @Test("An event gives back its parts")
  func parts() {
    let event = Event(
      .serviceEnd, at: 12.5, sequence: 1 << 33, subject: Event.maximumSubject)
    #expect(event.seconds == 12.5)
    #expect(event.kind == EventKind.serviceEnd.rawValue)
    #expect(event.subject == Event.maximumSubject)
    #expect(Event.precedes(event, .sentinel) == 1)
    #expect(Event.precedes(event, event) == 0)
  }
}
