"""What scripts/accuracy computes by itself: holidays, origins, scores."""

import importlib.machinery
import importlib.util
import math
import subprocess
import sys
import tempfile
import unittest
from datetime import date, datetime, timedelta
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "accuracy"


def load():
    loader = importlib.machinery.SourceFileLoader("accuracy", str(SCRIPT))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("accuracy", loader))
    loader.exec_module(module)
    return module


sys.dont_write_bytecode = True
accuracy = load()


class Holidays(unittest.TestCase):
    def test_known_days(self):
        days = {day: name for name, day in accuracy.holidays_us(2021)}
        self.assertEqual(days[date(2021, 11, 25)], "Thanksgiving")
        self.assertEqual(days[date(2021, 5, 31)], "Memorial Day")
        self.assertEqual(days[date(2021, 7, 5)], "Independence Day (observed)")
        self.assertEqual(days[date(2021, 12, 31)], "New Year's Day (observed)")
        self.assertNotIn(date(2022, 1, 1), days)
        self.assertIn(date(2000, 4, 21), [day for _, day in accuracy.holidays_gb(2000)])

    def test_easter(self):
        for text in ("2000-04-23", "2019-04-21", "2024-03-31", "2038-04-25"):
            self.assertEqual(accuracy.easter(int(text[:4])), date.fromisoformat(text))


class Scores(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name)
        start = datetime(2026, 1, 5)
        rows = [(start + timedelta(n), 100 + 10 * (n // 7)) for n in range(70)]
        (self.path / "history.csv").write_text(
            "timestamp,queue,channel,offered\n" + "".join(f"{at.isoformat()},q,voice,{v}\n" for at, v in rows))
        self.history = accuracy.History(self.path / "history.csv")

    def tearDown(self):
        self.folder.cleanup()

    def test_mase_is_the_error_over_last_weeks(self):
        record = self.path / "record.csv"
        record.write_text(
            "origin,timestamp,queue,channel,model,actual,mean,p2.5,p10,p50,p90,p97.5\n"
            "2026-02-09T00:00:00-06:00,2026-02-09T00:00:00-06:00,q,voice,m,150,155,100,140,155,170,200\n"
            "2026-02-09T00:00:00-06:00,2026-02-10T00:00:00-06:00,q,voice,m,150,135,100,120,135,140,200\n")
        scores = accuracy.score(self.history, record, 7)
        self.assertEqual(set(scores), {("m", "1d"), ("m", "1w")})
        self.assertAlmostEqual(scores["m", "1d"].mase, 0.5)
        self.assertAlmostEqual(scores["m", "1w"].mase, 1.0)
        self.assertAlmostEqual(scores["m", "1w"].cover80, 0.5)
        self.assertAlmostEqual(scores["m", "1w"].cover95, 1.0)

    def test_origins_count_back_from_the_end(self):
        chosen = accuracy.SETS[0]._replace(weekdays=7, origins=2, step=5)
        self.assertEqual([day.isoformat() for day in self.history.origins(chosen)], ["2026-02-11", "2026-02-16"])
        self.assertTrue(math.isnan(self.history.scale(datetime(2020, 1, 1))))


class CommandLine(unittest.TestCase):
    def test_the_absent_folder_is_said(self):
        done = subprocess.run([SCRIPT, "/bin/true"], capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"}, check=False)
        self.assertEqual(done.returncode, 66)
        self.assertIn("MUSTER_SHARED is not set", done.stderr)


if __name__ == "__main__":
    unittest.main()
