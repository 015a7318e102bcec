"""What scripts/make-samples wrote is what it writes, and the files are what their READMEs say."""

import csv
import importlib.machinery
import importlib.util
import subprocess
import sys
import unittest
from collections import defaultdict
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "make-samples"


def load():
    """The script as a module; it has no .py at its end."""
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("make_samples", str(SCRIPT))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("make_samples", loader))
    loader.exec_module(module)
    return module


def rows(path):
    with open(ROOT / "samples" / path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class SamplesTests(unittest.TestCase):
    def test_the_files_are_byte_for_byte_what_the_script_writes(self):
        result = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)
        self.assertEqual((result.returncode, result.stderr), (0, ""), result.stdout)

    def test_an_unknown_option_is_a_usage_error(self):
        result = subprocess.run([sys.executable, SCRIPT, "--seed"], capture_output=True, text=True, check=False)
        self.assertEqual((result.returncode, result.stdout), (64, ""))

    def test_a_day_has_the_intervals_its_clock_shows(self):
        module, chicago = load(), ZoneInfo("America/Chicago")
        for day, count in ((date(2025, 3, 9), 92), (date(2025, 11, 2), 100), (date(2025, 11, 3), 96)):
            starts = list(module.quarters(day, chicago, 0, 1440, 15))
            self.assertEqual(len(starts), count)
            self.assertEqual(len({start.isoformat() for start in starts}), count)
        twice = [s.isoformat() for s in module.quarters(date(2025, 11, 2), chicago, 60, 120, 15)]
        self.assertEqual([t[10:] for t in twice[3:5]], ["T01:45:00-05:00", "T01:00:00-06:00"])


class NorthwindTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.history = rows("northwind/history.csv")
        cls.by_queue = defaultdict(list)
        for row in cls.history:
            cls.by_queue[row["queue"]].append(row)

    def test_there_are_five_queues_in_order_and_without_repetition(self):
        self.assertEqual(sorted(self.by_queue), ["billing", "email", "messaging", "support", "webchat"])
        keys = [(datetime.fromisoformat(r["timestamp"]).timestamp(), r["queue"]) for r in self.history]
        self.assertEqual(keys, sorted(set(keys)))

    def test_every_row_is_inside_opening_hours_and_carries_the_offset_of_its_zone(self):
        zone = ZoneInfo("America/Chicago")
        for row in self.history:
            instant = datetime.fromisoformat(row["timestamp"])
            self.assertEqual(instant.astimezone(zone).isoformat(), row["timestamp"])
            self.assertEqual((instant.minute % 15, instant.second), (0, 0))
            self.assertTrue(7 <= instant.hour < 21)
        self.assertEqual({r["timestamp"][-6:] for r in self.history}, {"-05:00", "-06:00"})

    def test_counts_add_up(self):
        for row in self.history:
            offered, answered, abandoned, handle = (
                int(row[name]) for name in ("offered", "answered", "abandoned", "handle_seconds")
            )
            self.assertEqual(offered, answered + abandoned)
            self.assertEqual(handle > 0, answered > 0)

    def test_intervals_are_missing_only_where_the_readme_says(self):
        module = load()
        present = defaultdict(set)
        for row in self.history:
            present[row["queue"]].add(row["timestamp"])
        missing = []
        for queue in module.QUEUES:
            for day in module.days(module.FIRST_DAY, module.LAST_DAY):
                hours = module.opening(queue, day)
                if hours:
                    starts = [s.isoformat() for s in module.quarters(day, module.NORTHWIND_ZONE, *hours, 15)]
                    missing += [(queue.name, s[:16]) for s in starts if s not in present[queue.name]]
        # 5 queues x 10 quarters, 48 of webchat, 2 queues x 9, and 1.
        self.assertEqual(len(missing), 50 + 48 + 18 + 1)
        self.assertIn(("support", "2025-10-16T10:15"), missing)

    def test_days_vary_more_than_poisson_and_quarters_within_a_day_hardly(self):
        """Fridays of support in 2025, against their own mean: variance over mean is far above 1."""
        totals = defaultdict(int)
        for row in self.by_queue["support"]:
            day = datetime.fromisoformat(row["timestamp"]).date()
            if day.weekday() == 4 and date(2025, 7, 6) < day < date(2025, 10, 12):
                totals[day] += int(row["offered"])
        mean = sum(totals.values()) / len(totals)
        variance = sum((total - mean) ** 2 for total in totals.values()) / (len(totals) - 1)
        self.assertGreater(len(totals), 10)
        self.assertGreater(variance / mean, 1.5)

    def test_closed_days_have_no_rows_and_the_outage_shows(self):
        days = {row["timestamp"][:10] for row in self.history}
        closed = [r["date"] for r in rows("northwind/calendar.csv") if r["kind"] == "closed"]
        self.assertGreater(len(closed), 6)
        self.assertFalse(days & set(closed))
        outage = [r for r in self.by_queue["support"] if r["timestamp"].startswith("2025-06-18T11")]
        self.assertGreater(sum(int(r["abandoned"]) for r in outage), 0.2 * sum(int(r["offered"]) for r in outage))

    def test_agents_are_known_by_one_name_and_their_leave_is_theirs(self):
        agents = rows("northwind/agents.csv")
        names = [agent["agent"] for agent in agents]
        self.assertEqual(names, sorted(set(names)))
        self.assertEqual(len(names), 83)
        for row in rows("northwind/availability.csv"):
            self.assertIn(row["agent"], names)
            self.assertLess(datetime.fromisoformat(row["start"]), datetime.fromisoformat(row["end"]))


class CornerShopTests(unittest.TestCase):
    def test_every_week_is_the_same(self):
        weeks = defaultdict(list)
        for row in rows("corner-shop/history.csv"):
            start = datetime.fromisoformat(row["timestamp"])
            self.assertIsNone(start.tzinfo)
            self.assertEqual(int(row["handle_seconds"]), 180 * int(row["offered"]))
            weeks[start.isocalendar()[1]].append((start.weekday(), start.time(), row["offered"]))
        self.assertEqual(len(weeks), 5)
        self.assertEqual(len({tuple(week) for week in weeks.values()}), 1)

    def test_a_day_brings_the_calls_the_readme_counts(self):
        days = defaultdict(int)
        for row in rows("corner-shop/history.csv"):
            days[row["timestamp"][:10]] += int(row["offered"])
        self.assertEqual(sorted(set(days.values())), [120, 240])
        self.assertEqual(len(days), 25)


if __name__ == "__main__":
    unittest.main()
