"""scripts/install-dependencies asks apt for what is missing and for nothing else.

The script runs from a folder with a space in its path, on a PATH that holds only stand-ins (apt-get, dpkg-query,
sudo, id, swift, ...) and the few real tools it uses, so the test touches nothing of this machine and sees every
call. What a stand-in "installs" is a line in a file.
"""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "install-dependencies"
REAL = "bash sed head sort grep env dirname printf cat python3".split()
PACKAGES = "pkg-config libopenblas-dev liblapacke-dev libxlsxwriter-dev python3-pip tzdata".split()

STAND_INS = {
    "swift": 'echo "swift-driver version: 1.1"; echo "Swift version ${SWIFT_VERSION:-6.2.1} (swift-release)"',
    "id": 'echo "$TEST_UID"',
    "dpkg-query": 'for last; do :; done; grep -qx -- "$last" "$STATE/installed" && printf installed',
    "apt-cache": 'echo "$2:"; [ -f "$STATE/updated" ] && echo "  Candidate: 1.0" || echo "  Candidate: (none)"',
    "sudo": 'echo "sudo $*" >> "$STATE/calls"; exec "$@"',
    "pkg-config": "exit 1",
    "apt-get": """\
echo "apt-get $*" >> "$STATE/calls"
[ "$TEST_UID" = 0 ] || [ -f "$STATE/sudo-works" ] || exit 100
case " $* " in
*" update "*) : > "$STATE/updated" ;;
*" install "*)
  [ -f "$STATE/updated" ] || exit 100
  [ ! -f "$STATE/stale" ] || [ -f "$STATE/asked" ] || { : > "$STATE/asked"; exit 100; }
  for package; do echo "$package"; done >> "$STATE/installed" ;;
esac""",
}


class InstallDependenciesTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="muster set up ")
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.state = self.root / "state"
        self.bin = self.root / "bin"
        for path in (self.state, self.bin, self.root / "scripts"):
            path.mkdir()
        shutil.copy(SCRIPT, self.root / "scripts")
        self.program(self.root / "scripts" / "get-highs", 'echo get-highs >> "$STATE/calls"')
        for name, text in STAND_INS.items():
            self.program(self.bin / name, text)
        for name in REAL:
            os.symlink(shutil.which(name), self.bin / name)
        # pip and the zone files of this machine must not count as there.
        (self.bin / "python3").unlink()
        self.program(self.bin / "python3", f'[ "$2" != pip ] && exec "{shutil.which("python3")}" "$@"; exit 1')
        self.installed(*PACKAGES)

    def program(self, path, text):
        path.write_text(f"#!{shutil.which('bash')}\n{text}\n")
        path.chmod(0o755)

    def installed(self, *packages):
        (self.state / "installed").write_text("".join(f"{package}\n" for package in packages))

    def note(self, name):
        (self.state / name).touch()

    def run_script(self, *arguments, uid=0, **environment):
        result = subprocess.run(
            [self.root / "scripts" / "install-dependencies", *arguments],
            env={"PATH": str(self.bin), "STATE": str(self.state), "TEST_UID": str(uid), **environment},
            capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
        )
        calls = self.state / "calls"
        self.calls = calls.read_text().splitlines() if calls.exists() else []
        calls.unlink(missing_ok=True)
        return result

    def assert_one_line(self, result, words):
        self.assertEqual(result.returncode, 69, result.stderr)
        self.assertEqual(result.stderr.count("\n"), 1, result.stderr)
        self.assertIn("missing: ", result.stderr)
        self.assertIn(words, result.stderr)
        self.assertNotIn("get-highs", self.calls)

    def test_apt_is_not_called_when_nothing_is_missing(self):
        result = self.run_script()
        self.assertEqual((result.returncode, result.stderr, self.calls), (0, "", ["get-highs"]))

    def test_root_installs_what_is_missing_after_an_update_and_only_once(self):
        self.installed("pkg-config", "tzdata", "python3-pip", "liblapacke-dev")
        result = self.run_script()
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(len(self.calls), 3, self.calls)
        self.assertTrue(self.calls[0].endswith(" update"))
        self.assertTrue(self.calls[1].endswith(" libopenblas-dev libxlsxwriter-dev"), self.calls)
        self.assertEqual(self.calls[2], "get-highs")
        self.assertEqual(self.run_script().returncode, 0)
        self.assertEqual(self.calls, ["get-highs"])

    def test_no_update_where_apt_knows_the_packages(self):
        self.installed(*PACKAGES[:-3])
        self.note("updated")
        self.assertEqual(self.run_script().returncode, 0)
        self.assertFalse([call for call in self.calls if call.endswith(" update")], self.calls)

    def test_a_stale_list_is_asked_for_anew(self):
        self.installed(*PACKAGES[:1], *PACKAGES[2:])
        self.note("updated")
        self.note("stale")
        self.assertEqual(self.run_script().returncode, 0)
        self.assertTrue(self.calls[1].endswith(" update"), self.calls)
        self.assertEqual(len([call for call in self.calls if " install " in call]), 2, self.calls)

    def test_another_user_goes_through_sudo(self):
        self.installed(*PACKAGES[:-2])
        self.note("sudo-works")
        result = self.run_script(uid=1000)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue(self.calls[0].startswith("sudo env DEBIAN_FRONTEND=noninteractive apt-get"), self.calls)

    def test_neither_root_nor_sudo_is_one_line_with_the_command(self):
        self.installed(*PACKAGES[:3])
        (self.bin / "sudo").unlink()
        self.assert_one_line(
            self.run_script(uid=1000),
            "apt-get install -y --no-install-recommends libxlsxwriter-dev",
        )
        self.assertEqual(self.calls, [])

    def test_check_installs_nothing(self):
        self.installed(*PACKAGES[1:])
        (self.bin / "pkg-config").unlink()
        self.assert_one_line(self.run_script("--check"), "missing: pkg-config (as root: apt-get install")
        self.assertEqual(self.calls, [])

    def test_check_does_not_fetch_the_solver(self):
        self.assertEqual(self.run_script("--check").returncode, 0)
        self.assertEqual(self.calls, [])

    def test_another_system_is_told_what_is_missing(self):
        self.installed(*PACKAGES[:3])
        (self.bin / "apt-get").unlink()
        self.assert_one_line(self.run_script(), "no apt-get here")

    def test_a_library_from_elsewhere_counts(self):
        self.installed("tzdata", "python3-pip")
        self.program(self.bin / "pkg-config", "exit 0")
        self.assertEqual(self.run_script().returncode, 0)
        self.assertEqual(self.calls, ["get-highs"])

    def test_swift_is_missing(self):
        (self.bin / "swift").unlink()
        self.assert_one_line(self.run_script(), "a Swift toolchain, 6.2 or later")

    def test_swift_is_old(self):
        self.assert_one_line(self.run_script(SWIFT_VERSION="6.1.2"), "Swift 6.2 or later (found 6.1.2")
        self.assertEqual(self.run_script(SWIFT_VERSION="6.2").returncode, 0)
        self.assertEqual(self.run_script(SWIFT_VERSION="6.10").returncode, 0)

    def test_python_is_missing(self):
        (self.bin / "python3").unlink()
        self.assert_one_line(self.run_script(), "Python 3.9 or later")

    def test_the_solver_failing_is_a_failure(self):
        self.program(self.root / "scripts" / "get-highs", "exit 1")
        self.assertNotEqual(self.run_script().returncode, 0)

    def test_an_unknown_option_is_a_usage_error(self):
        result = self.run_script("--force")
        self.assertEqual((result.returncode, self.calls), (64, []))
        self.assertIn("scripts/install-dependencies --check", result.stderr)


if __name__ == "__main__":
    unittest.main()
