internal import ContactCenter
internal import Tables

/// The skills of an agent in one cell: `billing:0.9;sales`.
enum SkillsText {
  /// What is wrong with a cell.
  struct Fault: Error, Equatable {
    var hint: String
  }

  /// Reads a cell; blanks around names and numbers do not count, `\` takes the next character literally.
  static func parse(_ text: String) -> Result<[AgentSkill], Fault> {
    var skills: [AgentSkill] = []
    if text.allSatisfy({ $0 == " " }) { return .success([]) }
    for part in split(text, at: ";") {
      let halves = split(part, at: ":")
      let name = unescaped(halves[0])
      if name.isEmpty { return .failure(Fault(hint: "Maybe a semicolon is one too many.")) }
      if halves.count > 2 {
        return .failure(Fault(hint: "Maybe a semicolon is missing between two skills."))
      }
      var proficiency = 1.0
      if halves.count == 2 {
        guard let number = number(halves[1]), number > 0, number <= 100 else {
          return .failure(
            Fault(
              hint: "Maybe the proficiency is meant as a number above 0: 0.9 is 90% of full speed.")
          )
        }
        proficiency = number
      }
      if skills.contains(where: { $0.skill == name }) {
        return .failure(Fault(hint: "Maybe a skill was pasted twice."))
      }
      skills.append(AgentSkill(name, proficiency: proficiency))
    }
    return .success(skills)
  }

  /// Writes a cell.
  static func text(_ skills: [AgentSkill]) -> String {
    skills.map { skill in
      var text = ""
      for character in skill.skill {
        if character == "\\" || character == ";" || character == ":" { text += "\\" }
        text.append(character)
      }
      var bytes: [UInt8] = []
      if skill.proficiency != 1,
        NumberFormatting.append(
          skill.proficiency, decimals: RecordDecimals.values, to: &bytes)
      {
        text += ":" + String(decoding: bytes, as: UTF8.self)
      }
      return text
    }.joined(separator: ";")
  }

  private static func split(_ text: String, at separator: Character) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in text {
      if character == separator && !isEscaped {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return parts
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    let trimmed = text.drop { $0 == " " }
    for character in trimmed {
      if character == "\\" && !isEscaped {
        isEscaped = true
        continue
      }
      result.append(character)
      isEscaped = false
    }
    while result.last == " " { result.removeLast() }
    return result
  }

  private static func number(_ text: String) -> Double? {
    let digits = Array(text.utf8.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
    return digits.withUnsafeBufferPointer { NumberParsing.double($0) }
  }
}
