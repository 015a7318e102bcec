"""What the nurse-rostering scripts of Benchmarks/scripts read, write and judge."""

import importlib.machinery
import importlib.util
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[2] / "Benchmarks" / "scripts"


def load(name, file):
    loader = importlib.machinery.SourceFileLoader(name, str(SCRIPTS / file))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


sys.dont_write_bytecode = True
nrp_instance = load("nrp_instance", "nrp_instance.py")
to_plan = load("nrp_to_plan", "nrp-to-plan")
check = load("nrp_check", "nrp-check")

# Two weeks, two shifts; Ann works anything, Bob no L.
SMALL = """# a comment
SECTION_HORIZON
14
SECTION_SHIFTS
E,480,
L,600,E
SECTION_STAFF
Ann,E=14|L=2,2880,960,5,2,2,1
Bob,E=14|L=0,2880,0,5,2,2,1
SECTION_DAYS_OFF
Ann,7
SECTION_SHIFT_ON_REQUESTS
Ann,0,E,3
SECTION_SHIFT_OFF_REQUESTS
Ann,1,E,2
SECTION_COVER
0,E,1,100,1
1,E,1,100,1
1,L,1,100,4
"""


class Small(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name)
        (self.path / "small.txt").write_bytes(SMALL.replace("\n", "\r\n").encode())
        self.instance = nrp_instance.read(self.path / "small.txt")

    def tearDown(self):
        self.folder.cleanup()

    def judge(self, text):
        """The broken rules and costs of lines such as "Ann EE-LL"."""
        worked = {name: {} for name in self.instance.employees}
        for line in text.splitlines():
            name, days = line.split()
            worked[name] = {day: shift for day, shift in enumerate(days) if shift != "-"}
        return list(check.broken(self.instance, worked)), check.costs(self.instance, worked)


class Reading(Small):
    def test_every_section(self):
        self.assertEqual(self.instance.days, 14)
        self.assertEqual(self.instance.shifts["L"].not_before, ("E",))
        self.assertEqual(self.instance.employees["Ann"].most_shifts, {"E": 14, "L": 2})
        self.assertEqual(self.instance.employees["Bob"].fewest_minutes, 0)
        self.assertEqual(self.instance.days_off, {"Ann": {7}})
        self.assertEqual(self.instance.cover[1, "L"], (1, 100, 4))

    def test_starts_tell_shifts_apart(self):
        starts = nrp_instance._starts({f"s{i}": 720 for i in range(40)})
        self.assertEqual(len(set(starts.values())), 40)
        self.assertLess(max(starts.values()) + 720, 1440)
        with self.assertRaises(ValueError):
            nrp_instance._starts({f"s{i}": 720 for i in range(60)})
        for day, shift in ((0, "E"), (13, "L")):
            start = self.instance.start(day, shift)
            self.assertEqual(self.instance.shift_at(start, self.instance.shifts[shift].minutes), (day, shift))
        self.assertIsNone(self.instance.shift_at(self.instance.start(14, "E"), 480))

    def test_what_is_no_instance(self):
        for text in ("hello", "SECTION_HORIZON\nx\n", "SECTION_HORIZON\n14\n"):
            (self.path / "bad.txt").write_text(text)
            with self.assertRaises(nrp_instance.Malformed):
                nrp_instance.read(self.path / "bad.txt")


class Judging(Small):
    def test_a_kept_roster_and_its_costs(self):
        broken, costs = self.judge("Ann EEE\nBob --EE")
        self.assertEqual(broken, [])
        self.assertEqual(costs, {"wishes": 0, "refusals": 2, "short": 100, "surplus": 0})
        broken, costs = self.judge("Ann -LL\nBob EE")
        self.assertEqual(broken, [])
        self.assertEqual(costs, {"wishes": 3, "refusals": 0, "short": 0, "surplus": 0})
        self.assertEqual(self.judge("Ann EE\nBob EE")[1]["surplus"], 2)

    def test_every_hard_rule(self):
        for days, words in (
            ("LLE", "works E on day 2, after L"),
            ("LLL", "works L 3 times, at most 2"),
            ("-------EE", "works on day 7, a day off"),
            ("E", "works 480 minutes, not 960 to 2880"),
            ("EE--EEE--EE", "works 3360 minutes, not 960 to 2880"),
            ("EEEEEE", "works 6 days in a row from day 0, at most 5"),
            ("EE--E", "works 1 days in a row from day 4, at least 2"),
            ("EE-EE", "is off for 1 days in a row from day 2, at least 2"),
            ("-----EE----EE", "works 2 weekends, at most 1"),
        ):
            broken = [problem for problem in self.judge("Ann " + days)[0] if problem == "Ann " + words]
            self.assertEqual(broken, ["Ann " + words], days)

    def test_stretches_at_the_ends_are_never_too_short(self):
        self.assertEqual(self.judge("Ann E--EE--------E")[0], [])
        self.assertEqual(self.judge("Ann -EE---------E-")[0], ["Ann works 1 days in a row from day 12, at least 2"])

    def test_a_roster_file(self):
        roster = self.path / "roster.csv"
        first, second = (self.instance.start(day, "E").isoformat() for day in (0, 1))
        roster.write_text(
            "agent,start,end,activity\n"
            f"Ann,{first}Z,2026-01-05T10:00:00Z,work\nAnn,2026-01-05T10:00:00Z,2026-01-05T14:00:00Z,lunch\n"
            f"Ann,{second}+00:00,2026-01-06T14:00:00+00:00,work\nCyd,{first}Z,2026-01-05T14:00:00Z,work\n"
            f"Bob,{first}Z,2026-01-05T13:00:00Z,work\n")
        worked, problems = check.lines(self.instance, roster)
        self.assertEqual(worked, {"Ann": {0: "E", 1: "E"}, "Bob": {}})
        self.assertEqual(len(problems), 2)
        result = subprocess.run(
            [SCRIPTS / "nrp-check", self.path / "small.txt", roster], capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, 1)
        self.assertIn("broken: Cyd is no employee\n", result.stdout)
        self.assertIn("\nobjective 102: wishes 0, refusals 2, short 100, surplus 0\n", result.stdout)


class Converting(Small):
    def test_the_plan(self):
        to_plan.write(self.instance, self.path / "plan", "small")
        plan = (self.path / "plan" / "plan.yaml").read_text()
        for line in (
            '  "L": { start: "06:15", length: 10h, night: false }\n',
            "  contract-2:\n    hours_per_week: 168h\n    days_per_week: 7\n    shift_lengths: [8h, 10h]\n    rest: 0h\n",
            "      - { rule: hours, min: 16h, max: 48h, per: period }\n",
            '      - { rule: shifts, types: ["L"], max: 2, per: period }\n',
            '      - { rule: successions, types: ["L"], then: ["E"] }\n',
            '      - { rule: shifts, types: ["L"], max: 0, per: period }\n',
            '  - { group: ward, type: "L", date: 2026-01-06, agents: 1, short: 100h, surplus: 4h }\n',
            '  - { group: ward, type: "E", date: 2026-01-18, agents: 0, short: 0h, surplus: 0h }\n',
        ):
            self.assertEqual(plan.count(line), 1, line)
        self.assertEqual(
            (self.path / "plan" / "agents.csv").read_text(),
            "agent,group,skills,contract\nAnn,ward,,contract-1\nBob,ward,,contract-2\n")
        self.assertEqual(
            (self.path / "plan" / "availability.csv").read_text().splitlines()[1:], [
                "Ann,2026-01-12T00:00:00Z,2026-01-13T00:00:00Z,leave,,",
                "Ann,2026-01-05T00:00:00Z,2026-01-06T00:00:00Z,wish,3,E",
                "Ann,2026-01-06T00:00:00Z,2026-01-07T00:00:00Z,request,2,E",
            ])

    def test_names_that_yaml_would_misread(self):
        self.assertEqual(to_plan.listed(["N", 'a"b']), '["N", "a\\"b"]')
        self.assertEqual(to_plan.duration(16860), "281h")
        self.assertEqual(to_plan.duration(90), "1h30m")


class Running(Small):
    def test_absent_instances_are_said(self):
        environment = {name: value for name, value in os.environ.items() if name != "MUSTER_SHARED"}
        result = subprocess.run(
            [SCRIPTS / "nrp", "muster"], capture_output=True, text=True, check=False, env=environment)
        self.assertEqual((result.returncode, result.stdout[:7]), (0, "ABSENT:"))

    def test_a_run_from_end_to_end(self):
        # A stand-in for muster: it writes one roster, and says its cost and bound.
        first, second = (self.instance.start(day, "E").isoformat() for day in (0, 1))
        stand_in = self.path / "muster"
        stand_in.write_text(
            "#!/bin/sh\nfor file in \"$@\"; do :; done\nprintf 'agent,start,end,activity\\n"
            f"Ann,{first}Z,2026-01-05T14:00:00Z,work\\nAnn,{second}Z,2026-01-06T14:00:00Z,work\\n' > \"$file\"\n"
            "echo 'cost 102.0, bound 51.0' >&2\nexit 1\n")
        stand_in.chmod(0o755)
        result = subprocess.run(
            [SCRIPTS / "nrp", stand_in, self.path / "small.txt"], capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        row = result.stdout.splitlines()[1].split()
        self.assertEqual(row[:4], ["small", "102", "51.0", "50.00%"])


if __name__ == "__main__":
    unittest.main()
