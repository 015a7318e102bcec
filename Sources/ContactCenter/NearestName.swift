/// The name out of `known` closest to a misspelled one, or nil when none is near.
///
/// Near means at most a third of the letters differ (edit distance, case ignored). Ties go to the first
/// in alphabetical order, so that the answer does not depend on the order of `known`.
public func nearestName(to name: String, in known: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased())
  var best: (distance: Int, name: String)?
  for candidate in known.sorted() {
    let distance = editDistance(wanted, Array(candidate.lowercased()))
    if distance < best?.distance ?? Int.max { best = (distance, candidate) }
  }
  guard let best, best.distance <= max(1, max(wanted.count, best.name.count) / 3) else {
    return nil
  }
  return best.name
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let insertion = min(row[j], row[j + 1]) + 1
      let substitution = diagonal + (x == y ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(insertion, substitution)
    }
  }
  return row[b.count]
}
