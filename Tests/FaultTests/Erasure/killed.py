#!/usr/bin/env python3
"""Kills the steps of a deletion at random moments and checks that nothing is lost.

    killed.py KILLS SEED     with $VINDPLAATS, in an empty folder

After each kill the audit log is whole, the plan is whole or not there, and reports are whole or not
there. Ends with status 1 and says why where that is not so.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

BINARY = os.environ["VINDPLAATS"]
KILLS, SEED = int(sys.argv[1]), int(sys.argv[2])
CHANCE = random.Random(SEED)
HERE = Path.cwd()
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "VINDPLAATS_STORE": "none",
    "VINDPLAATS_KEY": str(HERE / "keys/key"), "VINDPLAATS_AUDIT": str(HERE / "log/audit.ndjson"),
}
PLAN, REPORT = HERE / "plan.yaml", HERE / "r.json"


def main() -> None:
    Path("share").mkdir()
    for number in range(30):
        Path(f"share/{number}.txt").write_text(f"Brief {number}.\nBSN: 999990019\n")
    Path("kaart.yaml").write_text("reference: A\ncase: Z-1\nbsn: '999990019'\n")
    os.chmod("kaart.yaml", 0o600)
    seconds = length_of_plan()
    killed = sum(kill_plan(seconds) for _ in range(KILLS))
    PLAN.unlink(missing_ok=True)
    status, output = run("plan")
    check(status == 0, f"no plan could be made after the kills: {status} {output}")
    PLAN.write_text(PLAN.read_text().replace("\n  decision:\n", "\n  decision: delete\n"))
    killed += sum(kill("before", seconds) for _ in range(KILLS))
    check(run("before")[0] == 0, "verify-before did not pass after the kills")
    for file in Path("share").iterdir():
        file.unlink()
    killed += sum(kill("after", seconds) for _ in range(KILLS))
    status, output = run("after")
    check(status == 0, f"verify-after did not pass after the kills: {output}")
    check(killed > KILLS / 2, f"only {killed} runs were killed while they ran")
    print(f"{killed} kills, {len(entries())} entries")


def length_of_plan() -> float:
    """How many seconds it takes to make a plan: every step takes about as long."""
    start = time.monotonic()
    status, output = run("plan")
    check(status == 0, f"no plan could be made: {status} {output}")
    return time.monotonic() - start


def kill_plan(seconds: float) -> bool:
    """Kills the making of a plan; what is there then is a whole plan that the log knows."""
    PLAN.unlink(missing_ok=True)
    killed = kill("plan", seconds)
    if PLAN.exists():
        status, output = run("before")
        check(status == 1 and "[undecided]" in output, f"half a plan: {status} {output}")
        check("[audit" not in output, f"the log does not know the plan: {output}")
    return killed


def kill(step: str, seconds: float) -> bool:
    """Kills a step within so many seconds; whether it was still running."""
    before = entries()
    REPORT.unlink(missing_ok=True)
    process = subprocess.Popen(
        command(step), env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(CHANCE.uniform(0, seconds))
    process.send_signal(signal.SIGKILL)
    killed = process.wait() == -signal.SIGKILL
    if REPORT.exists():
        json.loads(REPORT.read_text())
    after = entries()
    check(after[: len(before)] == before, "entries of the audit log were lost")
    check(len(after) <= len(before) + 1, "one run wrote several entries")
    return killed


def entries() -> list[str]:
    """The entries of a log, which must be intact."""
    if not Path("log/audit.ndjson").exists():
        return []
    status, output = run("verify")
    check(status == 0, f"audit verify ended with {status}: {output}")
    return run("list")[1].splitlines()


def command(step: str) -> list[str]:
    return {
        "plan": [BINARY, "erase", "plan", "share", "--subject", "kaart.yaml", "--out", str(PLAN)],
        "before": [BINARY, "erase", "verify-before", str(PLAN), "--out", f"json={REPORT}"],
        "after": [BINARY, "erase", "verify-after", str(PLAN), "--out", f"json={REPORT}"],
        "verify": [BINARY, "audit", "verify"],
        "list": [BINARY, "audit", "list", "--json"],
    }[step]


def run(step: str) -> tuple[int, str]:
    done = subprocess.run(
        command(step), env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return done.returncode, done.stdout.decode()


def check(is_so: bool, complaint: str) -> None:
    if not is_so:
        sys.exit(f"seed {SEED}: {complaint}")


if __name__ == "__main__":
    main()
