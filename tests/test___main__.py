"""`python -m reader` and the command `reader` are one."""

import subprocess

from reader import __version__


def test_the_module_runs_the_command_line(program: list[str]) -> None:
    told = subprocess.run([*program, "--version"], capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout == f"reader {__version__}\n"
    told = subprocess.run([*program, "nonsense"], capture_output=True, text=True, check=False, timeout=60)
    assert told.returncode == 2 and "nonsense" in told.stderr
