"""scripts/check-layers catches one planted violation of each kind, and nothing in a clean tree.

Each test builds a tiny house in a temporary folder (whose path holds a space), plants one thing, and reads
what the script prints. Run by `make lint`, or by hand: python3 -m unittest discover -s Tests/scripts
"""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "check-layers"

MANIFEST = """\
// swift-tools-version: 6.2
import PackageDescription

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: [])
}

let package = Package(
  name: "Muster",
  products: [.executable(name: "muster", targets: ["muster"])],
  dependencies: [
    // Yams: .package(url: "https://example.org/Unpinned", from: "1.0.0") in a comment is no dependency.
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")
  ],
  targets: [
    .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .target(name: "CHiGHS", linkerSettings: [.linkedLibrary("dl")]),
    room("ContactCenter"),
    room("Probability"),
    room("Tables"),
    room("Records", ["ContactCenter", "Tables"]),
    room("Reporting", ["ContactCenter", "Tables"]),
    room(
      "Simulation",
      ["ContactCenter", "Probability", .product(name: "HeapModule", package: "swift-collections")]),
    room("Staffing", ["ContactCenter", "Probability"]),
    room("Planning", ["ContactCenter", .product(name: "Yams", package: "Yams")]),
    .executableTarget(name: "muster", dependencies: ["ContactCenter", "Planning"]),
    .target(name: "TestSupport", dependencies: ["Records", "Simulation"], path: "Tests/TestSupport"),
    .testTarget(name: "StaffingTests", dependencies: ["Staffing", "Reporting", "Tables"]),
  ]
)
"""

# A clean house, full of words that look like violations and are none.
CLEAN = {
    "Package.swift": MANIFEST,
    "Sources/ContactCenter/Queue.swift": '''\
// import Simulation; print("in a comment")
/* import Forecasting /* nested: */ Date() */
/// ```swift
/// import Staffing
/// print(queue)
/// ```
public struct Queue {
  public var name = "import Staffing, print(now), Date(), /dev/null"
  let long = """
    import Staffing
    FileManager.default.contents(atPath: "\\(name)")
    """
  let raw = #"getenv("HOME") \\(print(1)) "quoted" "#
  public func print() {}
  public func opened() { self.print() }
  func isOpen(at date: Date) -> Bool { hours.open(on: date) && schedule.now < date }
  open func open(_ x: Int) {}
}
''',
    "Sources/ContactCenter/Time/ZoneTable.swift": """\
internal import Foundation
let zone = TimeZone(identifier: "Europe/London")
""",
    "Sources/Simulation/Engine.swift": """\
public import ContactCenter
internal import struct Probability.RandomStream
#if canImport(Glibc)
  internal import Glibc
#endif
internal import HeapModule
let a = Double.random(in: 0..<1, using: &stream)
let b = list.shuffled(using: &stream)
let c = Date(timeIntervalSince1970: 0)
""",
    "Sources/Records/HistoryRecord.swift": """\
public import ContactCenter
public import Tables
@preconcurrency internal import FoundationEssentials
""",
    "Sources/Planning/Plan.swift": "internal import Foundation\ninternal import Yams\n",
    "Sources/Reporting/XLSX/XLSXExporter.swift": "let book = workbook_new(path)\n",
    "Sources/CHiGHS/highs.c": """\
#include <stdlib.h>
/* printf("in a comment") */
const char quote = '"';
void *find(const char *path) { return dlopen(path, 1); }
""",
    "Sources/muster/Main.swift": """\
import ContactCenter
import Planning
print(Date(), ProcessInfo.processInfo.environment, FileManager.default)
""",
    "Tests/StaffingTests/Smoke.swift": "import Reporting\nprint(Date())\n",
}

# One planted line of each kind: (name, file it is added to, line, words that the message must hold).
SIMULATION, STAFFING, RECORDS = (
    "Sources/Simulation/Planted.swift",
    "Sources/Staffing/Planted.swift",
    "Sources/Records/Planted.swift",
)
PLANTED = [
    ("a craft imports a craft", STAFFING, "import Forecasting", "Staffing (floor 3) imports Forecasting"),
    ("a lower floor imports a higher", SIMULATION, "public import Planning", "imports Planning (floor 4)"),
    ("a testable import", SIMULATION, "@testable import Staffing", "imports Staffing"),
    ("a scoped import", SIMULATION, "internal import struct Records.HistoryRecord", "imports Records"),
    ("a second import on the line", SIMULATION, "import Glibc; import Tables", "imports Tables"),
    ("an import after an attribute", SIMULATION, "@preconcurrency\npublic import Tables", "imports Tables"),
    ("an import within #if", SIMULATION, "#if DEBUG\n  import Tables\n#endif", "imports Tables"),
    ("allowed but not declared", STAFFING, "import Queueing", "Package.swift does not declare"),
    ("a C library", SIMULATION, "internal import COpenBLAS", "imports COpenBLAS"),
    ("a package", SIMULATION, "import Yams", "imports Yams, an outside module"),
    ("the umbrella of a package", SIMULATION, "import Collections", "imports Collections"),
    ("the command-line package", "Sources/Planning/Planted.swift", "import ArgumentParser", "ArgumentParser"),
    ("Foundation", SIMULATION, "import Foundation", "Simulation imports Foundation"),
    ("part of Foundation", SIMULATION, "import struct Foundation.Date", "Simulation imports Foundation"),
    ("Foundation outside Time", "Sources/ContactCenter/Planted.swift", "import Foundation", "Foundation"),
    ("Foundation in a second file", "Sources/ContactCenter/Time/Zz.swift", "import Foundation", "second file"),
    ("a room without a floor", "Sources/Helpers/Planted.swift", "let x = 1", "Helpers stands on no floor"),
    ("print", SIMULATION, 'print("x")', "Simulation prints"),
    ("print by its full name", SIMULATION, "Swift.print(x)", "prints"),
    ("print inside an interpolation", SIMULATION, 'let s = "\\(print(x))"', "prints"),
    ("print after a string", SIMULATION, 'let s = "//"; print(s)', "prints"),
    ("print after a long string", SIMULATION, 'let s = """\n  "\n  """; print(s)', "prints"),
    ("debugPrint", SIMULATION, "debugPrint(x)", "prints"),
    ("fputs to stderr", SIMULATION, "fputs(x, stderr)", "prints"),
    ("write to standard output", SIMULATION, "write(STDOUT_FILENO, p, 1)", "prints"),
    ("NSLog", "Sources/Planning/Planted.swift", 'NSLog("x")', "prints"),
    ("FileManager", RECORDS, "FileManager.default", "Records opens files"),
    ("FileHandle", RECORDS, "FileHandle.standardInput", "opens files"),
    ("fopen", RECORDS, 'fopen("x", "r")', "opens files"),
    ("open", RECORDS, "let d = open(path, O_RDONLY)", "opens files"),
    ("open by its full name", RECORDS, "Glibc.open(path, O_RDONLY)", "opens files"),
    ("mmap", RECORDS, "mmap(nil, 1, 0, 0, d, 0)", "opens files"),
    ("contents of a file", RECORDS, "let s = try String(contentsOfFile: path)", "opens files"),
    ("data of a URL", RECORDS, "let s = try Data(contentsOf: url)", "opens files"),
    ("writing a file", RECORDS, "try data.write(to: url, options: .atomic)", "opens files"),
    ("readLine", RECORDS, "while let line = readLine() {}", "opens files"),
    ("a workbook outside its exporter", RECORDS, "workbook_new(path)", "opens files"),
    ("Date()", SIMULATION, "let t = Date()", "reads the clock"),
    ("Date.now", SIMULATION, "let t = Date.now", "reads the clock"),
    (".now by inference", SIMULATION, "let t: Date = .now", "reads the clock"),
    ("clock_gettime", SIMULATION, "clock_gettime(CLOCK_MONOTONIC, &t)", "reads the clock"),
    ("time(nil)", SIMULATION, "let t = time(nil)", "reads the clock"),
    ("ContinuousClock", SIMULATION, "let c = ContinuousClock()", "reads the clock"),
    ("SuspendingClock", SIMULATION, "let c = SuspendingClock.now", "reads the clock"),
    ("DispatchTime", SIMULATION, "let c = DispatchTime.now()", "reads the clock"),
    ("getenv", SIMULATION, 'getenv("HOME")', "reads the environment"),
    ("ProcessInfo", SIMULATION, "ProcessInfo.processInfo", "reads the environment"),
    ("CommandLine", SIMULATION, "CommandLine.arguments", "reads the environment"),
    ("the zone of the machine", SIMULATION, "TimeZone.current", "reads the environment"),
    ("the locale of the machine", SIMULATION, "Locale.current", "reads the environment"),
    ("the system's generator", SIMULATION, "SystemRandomNumberGenerator()", "reads entropy"),
    ("random(in:)", SIMULATION, "let u = Double.random(in: 0..<1)", "reads entropy"),
    ("random(in:) over two lines", SIMULATION, "let u = Int\n  .random(\n    in: a)", "reads entropy"),
    ("shuffled()", SIMULATION, "let u = list.shuffled()", "reads entropy"),
    ("arc4random", SIMULATION, "arc4random_uniform(6)", "reads entropy"),
    ("a random device", SIMULATION, 'let d = "/dev/urandom"', "reads entropy"),
    ("hashValue", SIMULATION, "let h = name.hashValue", "reads entropy"),
    ("a zone outside Time", SIMULATION, "TimeZone(identifier: name)", "reads time-zone data"),
    ("the clock in C", "Sources/CHiGHS/planted.c", "long t = time(NULL);", "reads the clock"),
    ("the environment in C", "Sources/CHiGHS/planted.c", 'char *p = getenv("X");', "reads the environment"),
    ("printing in C", "Sources/CHiGHS/planted.c", 'char c = \'"\'; printf("x");', "prints"),
    ("a second XLSX file", "Sources/Reporting/XLSXPlanted.swift", "workbook_new(path)", "one file too many"),
    ("a zone in a second file", "Sources/ContactCenter/Time/Zz.swift", "TimeZone(secondsFromGMT: 0)", "too many"),
]

# (name, text of the manifest, what takes its place, words that the message must hold)
MANIFEST_PLANTED = [
    ("a craft depends on a craft", '"Staffing", ["ContactCenter"', '"Staffing", ["Forecasting"', "Forecasting"),
    ("a lower floor on a higher", 'room("Probability")', 'room("Probability", ["Planning"])', "Planning"),
    ("a product of a package", 'room("Tables")', 'room("Tables", [.product(name: "Yams", package: "Yams")])', "Yams"),
    ("by name", 'room("Tables")', 'room("Tables", [.byName(name: "Records")])', "Records"),
    ("a plain target", 'room("Tables")', '.target(name: "Tables", dependencies: ["Records"])', "Records"),
    ("a target without a floor", 'room("Tables")', 'room("Tables"), room("Utils")', "Utils stands on no floor"),
    ("a name that is no literal", 'room("Tables")', 'room("Tables"), room(other)', "not a literal"),
    ("a range of versions", 'exact: "6.2.2"', 'from: "6.2.2"', "not pinned"),
]


class CheckLayersTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="muster layers ")
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)
        for path, text in CLEAN.items():
            self.write(path, text)

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def run_script(self, *arguments):
        return subprocess.run(
            [sys.executable, SCRIPT, *(arguments or (self.root,))], capture_output=True, text=True, check=False
        )

    def assert_caught(self, result, place, words):
        self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
        self.assertEqual(result.stderr, "")
        self.assertIn("1 finding\n", result.stdout)
        self.assertRegex(result.stdout, rf"(?m)^{place}:\d+: error: .*\n  Maybe .*\.$")
        self.assertIn(words, result.stdout)

    def test_a_clean_tree_passes(self):
        result = self.run_script()
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", ""))

    def test_each_planted_line_is_caught_where_it_stands(self):
        for name, path, line, words in PLANTED:
            with self.subTest(name):
                self.write(path, "\n\n" + line + "\n")
                try:
                    self.assert_caught(self.run_script(), path, words)
                finally:
                    (self.root / path).unlink()
                    if path.startswith("Sources/Helpers"):
                        (self.root / path).parent.rmdir()

    def test_the_line_number_is_that_of_the_violation(self):
        self.write(SIMULATION, "/* one\ntwo */\nlet s = \"\"\"\n  four\n  \"\"\"\n\nimport Tables\n")
        self.assertIn(f"{SIMULATION}:7: error:", self.run_script().stdout)

    def test_each_planted_dependency_is_caught(self):
        for name, old, new, words in MANIFEST_PLANTED:
            with self.subTest(name):
                self.assertEqual(MANIFEST.count(old), 1, "the plant has no ground to stand in")
                self.write("Package.swift", MANIFEST.replace(old, new))
                self.assert_caught(self.run_script(), "Package.swift", words)

    def test_findings_are_counted_and_sorted(self):
        self.write(STAFFING, "import Forecasting\nprint(Date())\n")
        self.write(SIMULATION, "import Tables\n")
        result = self.run_script()
        places = [line.split(": error")[0] for line in result.stdout.splitlines() if ": error" in line]
        self.assertEqual(places, [f"{SIMULATION}:1", f"{STAFFING}:1", f"{STAFFING}:2", f"{STAFFING}:2"])
        self.assertTrue(result.stdout.endswith("check-layers: 4 findings\n"))

    def test_a_folder_without_sources_is_said_to_be_none(self):
        with tempfile.TemporaryDirectory() as empty:
            result = self.run_script(empty)
        self.assertEqual((result.returncode, result.stdout), (66, ""))
        self.assertIn("no Sources folder", result.stderr)

    def test_an_unknown_option_is_a_usage_error(self):
        self.assertEqual(self.run_script("--fix").returncode, 64)


if __name__ == "__main__":
    unittest.main()
