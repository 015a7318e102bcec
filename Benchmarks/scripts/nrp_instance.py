"""The public nurse-rostering instances of Curtois and Qu, as a value, and where their shifts lie on our clock.

An instance knows no clock times: a shift has a length and a list of shifts that may not follow it on the next day.
Here every shift gets a start of its own, a quarter of an hour after that of the one before, and ends on its day, so that
a roster's times say which shift is meant and nothing but the instance's own rules can forbid two shifts.
"""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

FIRST_DAY = date(2026, 1, 5)  # all instances start on a Monday


class Malformed(Exception):
    """A file that is no such instance."""


class Shift(NamedTuple):
    minutes: int
    not_before: tuple  # shifts that may not come on the day after
    start: int  # minutes after midnight, by our choice


class Employee(NamedTuple):
    most_shifts: dict  # by shift; a shift that is missing has no limit
    most_minutes: int
    fewest_minutes: int
    most_days_in_a_row: int
    fewest_days_in_a_row: int
    fewest_days_off_in_a_row: int
    most_weekends: int


class Cover(NamedTuple):
    agents: int
    short: int  # the price of each agent less
    surplus: int  # the price of each agent more


class Instance(NamedTuple):
    days: int
    shifts: dict
    employees: dict
    days_off: dict  # by employee, a set of days
    wishes: dict  # (employee, day, shift) to the price of not working it
    refusals: dict  # (employee, day, shift) to the price of working it
    cover: dict  # (day, shift) to Cover

    def start(self, day, shift):
        """When a shift starts."""
        return datetime.combine(FIRST_DAY + timedelta(day), time()) + timedelta(minutes=self.shifts[shift].start)

    def shift_at(self, start, minutes):
        """The day and shift of a start and length, or None where there is none such."""
        day = (start.date() - FIRST_DAY).days
        minute = start.hour * 60 + start.minute
        for name, shift in self.shifts.items():
            if 0 <= day < self.days and start.second == 0 and (shift.start, shift.minutes) == (minute, minutes):
                return day, name
        return None


def read(path):
    """Reads an instance."""
    path = Path(path)
    sections, rows = {}, None
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("SECTION_"):
            rows = sections.setdefault(line, [])
        elif rows is None:
            raise Malformed(f"{path}:{number}: \"{line[:40]}\" stands in no section")
        else:
            rows.append([cell.strip() for cell in line.split(",")])
    try:
        return _instance(sections)
    except (KeyError, IndexError, ValueError) as problem:
        raise Malformed(f"{path}: {type(problem).__name__}: {problem}") from None


def _instance(sections):
    lengths = {row[0]: int(row[1]) for row in sections["SECTION_SHIFTS"]}
    starts = _starts(lengths)
    shifts = {
        row[0]: Shift(int(row[1]), tuple(filter(None, row[2].split("|"))), starts[row[0]])
        for row in sections["SECTION_SHIFTS"]
    }
    employees = {}
    for row in sections["SECTION_STAFF"]:
        limits = dict(part.split("=") for part in row[1].split("|") if part)
        employees[row[0]] = Employee({name: int(most) for name, most in limits.items()}, *map(int, row[2:8]))
    days_off = {row[0]: {int(day) for day in row[1:] if day} for row in sections.get("SECTION_DAYS_OFF", [])}
    cover = {
        (int(row[0]), row[1]): Cover(int(row[2]), int(row[3]), int(row[4])) for row in sections.get("SECTION_COVER", [])
    }
    return Instance(
        int(sections["SECTION_HORIZON"][0][0]), shifts, employees, days_off,
        _requests(sections.get("SECTION_SHIFT_ON_REQUESTS", [])),
        _requests(sections.get("SECTION_SHIFT_OFF_REQUESTS", [])), cover)


def _requests(rows):
    prices = {}
    for employee, day, shift, price in rows:
        key = (employee, int(day), shift)
        prices[key] = prices.get(key, 0) + int(price)
    return prices


def _starts(lengths):
    """Starts a quarter of an hour apart, the last shift ending before midnight."""
    step = 15
    latest = 1440 - step - max(lengths.values(), default=0)
    first = min(360, latest - step * (len(lengths) - 1))
    if first < 0:
        raise ValueError(f"{len(lengths)} shifts of up to {max(lengths.values())} minutes do not fit into a day")
    first -= first % step
    return {name: first + step * position for position, name in enumerate(lengths)}
