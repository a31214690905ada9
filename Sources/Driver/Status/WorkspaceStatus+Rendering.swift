import LeadModel

extension WorkspaceStatus {
  /// The status as a person reads it.
  var lines: [String] {
    var lines: [String] = []
    if let holder { lines += ["in use by \(holder)", ""] }
    lines += runs.isEmpty ? ["no runs yet"] : runTable.lines()
    lines.append("")
    if !inbox.isEmpty { lines += ["files waiting in the inbox: \(inbox.count)"] }
    if !pending.isEmpty { lines += pendingTable.lines() }
    if inbox.isEmpty, pending.isEmpty { lines.append("nothing pending") }
    if messages.planned > 0 {
      lines += ["", "messages: \(messages.planned) planned, \(messages.due) of them due"]
    }
    if messages.inDoubt > 0 {
      lines.append(
        "messages in doubt: \(messages.inDoubt); they were perhaps sent, look into the mail "
          + "server's log before sending again")
    }
    for wait in registryWaits {
      lines.append(
        "\(wait.reason): \(wait.messages) due messages wait for it; 'leadmill doctor' says what to do"
      )
    }
    if openViolations > 0 { lines.append("open violations: \(openViolations)") }
    for entry in missing where !entry.nights.isEmpty {
      lines.append("")
      lines.append("nights without a run of \(entry.pipeline): \(Self.summary(of: entry.nights))")
    }
    return lines
  }

  private var runTable: TextTable {
    var table = TextTable([
      "run", "as of", "state", ">exit", "started", ">took", ">rows in", ">rejected", "last stage",
    ])
    for run in runs {
      let took = run.endedAt.map { "\($0.seconds - run.startedAt.seconds) s" } ?? ""
      table.add([
        run.id, "\(run.asOf)", run.state, run.exitCode.map { "\($0)" } ?? "", "\(run.startedAt)",
        took, "\(run.rowsIn)", "\(run.rejected)", run.lastStage ?? "",
      ])
    }
    return table
  }

  private var pendingTable: TextTable {
    var table = TextTable(["pending in", "table", ">new", ">to revisit"])
    for entry in pending {
      table.add([entry.stage, entry.subject, "\(entry.new)", "\(entry.again)"])
    }
    return table
  }

  /// Consecutive nights as ranges, `2026-11-03, 2026-11-05 to 2026-11-07 (4)`.
  static func summary(of nights: [CivilDate]) -> String {
    var ranges: [(first: CivilDate, last: CivilDate)] = []
    for night in nights {
      if let last = ranges.last, last.last.adding(days: 1) == night {
        ranges[ranges.count - 1].last = night
      } else {
        ranges.append((night, night))
      }
    }
    let texts = ranges.map { $0.first == $0.last ? "\($0.first)" : "\($0.first) to \($0.last)" }
    return "\(texts.joined(separator: ", ")) (\(nights.count))"
  }

  var json: JSONValue {
    .object([
      ("as_of", .string("\(asOf)")),
      ("holder", JSONValue(holder)),
      ("inbox", .array(inbox.map { .string($0) })),
      ("runs", .array(runs.map { Self.json($0) })),
      (
        "pending",
        .array(
          pending.map { entry in
            [
              "stage": .string(entry.stage), "subject": .string(entry.subject),
              "new": .int(entry.new), "again": .int(entry.again),
            ]
          })
      ),
      (
        "messages",
        [
          "planned": .int(messages.planned), "due": .int(messages.due),
          "in_doubt": .int(messages.inDoubt),
        ]
      ),
      (
        "waiting_for_registries",
        .array(
          registryWaits.map { ["reason": .string($0.reason), "messages": .int($0.messages)] })
      ),
      ("open_violations", .int(openViolations)),
      (
        "missing_nights",
        .object(
          missing.map { entry in
            (key: entry.pipeline, value: .array(entry.nights.map { .string("\($0)") }))
          })
      ),
    ])
  }

  private static func json(_ run: Run) -> JSONValue {
    [
      "run": .string(run.id), "as_of": .string("\(run.asOf)"), "state": .string(run.state),
      "exit": run.exitCode.map { .int($0) } ?? .null, "started_at": .string("\(run.startedAt)"),
      "ended_at": JSONValue(run.endedAt.map { "\($0)" }), "in": .int(run.rowsIn),
      "rejected": .int(run.rejected), "last_stage": JSONValue(run.lastStage),
    ]
  }
}
