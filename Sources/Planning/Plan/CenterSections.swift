internal import ContactCenter

/// The `lines` section of a plan.
enum LineSection {
  static func read(_ node: PlanNode, _ context: PlanContext) throws(PlanError) -> [LineGroup] {
    var lines: [LineGroup] = []
    for (name, value) in try node.named() {
      let keys = try value.section(PlanKeyCatalog.line)
      let list = try value.required(
        "queues", in: keys, example: "[\(context.queues.sorted()[0])]")
      var queues: [String] = []
      for item in try list.list() {
        let queue = try item.name(of: "queue", in: context.queues)
        guard !queues.contains(queue) else {
          throw item.error("\(list.path) has \(queue) twice")
        }
        queues.append(queue)
      }
      guard !queues.isEmpty else { throw list.error("\(list.path) is empty") }
      let kind = try keys["kind"]?.choice(LineGroup.Kind.self) ?? .trunk
      for other in lines where other.kind == kind {
        for queue in queues where other.queues.contains(queue) {
          throw list.error(
            "\(queue) is in \(other.name) and in \(name), both of the kind \(kind.rawValue)",
            hint: "Maybe put it into one of them.")
        }
      }
      lines.append(
        LineGroup(
          name: name, queues: queues, kind: kind,
          places: try value.required("places", in: keys, example: "60").whole(0...10_000_000)))
    }
    return lines.sorted { $0.name < $1.name }
  }
}

/// The `attendance` section of a plan.
enum AttendanceSection {
  static func read(_ node: PlanNode, _ context: PlanContext) throws(PlanError) -> Attendance {
    let keys = try node.section(PlanKeyCatalog.attendance)
    var attendance = Attendance()
    if let node = keys["late"] {
      let inner = try node.section(PlanKeyCatalog.late)
      attendance.late = try node.required("share", in: inner, example: "10%").share()
      if let mean = inner["mean"] { attendance.lateness = try mean.positiveSeconds() }
    }
    if let node = keys["shift_end"] {
      attendance.shiftEnd = try node.choice(Attendance.ShiftEnd.self)
    }
    for item in try keys["site_outages"]?.list() ?? [] {
      let inner = try item.section(PlanKeyCatalog.siteOutage)
      let site = try item.required("site", in: inner, example: "Austin").ownName()
      let stretch = try item.stretch(inner, context)
      attendance.siteOutages.append(
        Attendance.SiteOutage(site: site, start: stretch.start, end: stretch.end))
    }
    return attendance
  }
}

/// The `ramp_up` section of a plan.
enum RampUpSection {
  static func read(_ node: PlanNode) throws(PlanError) -> RampUp {
    let keys = try node.section(PlanKeyCatalog.rampUp)
    let from = try node.required("from", in: keys, example: "60%")
    let ramp = RampUp(
      weeks: try node.required("weeks", in: keys, example: "8").whole(1...520),
      from: try from.share())
    guard ramp.from.value >= 0.01 else {
      throw from.error(
        "\(from.path) is \(ramp.from.text): a contact would never end", hint: "Maybe write 60%.")
    }
    return ramp
  }
}
