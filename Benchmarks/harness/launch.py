"""Runs a command and writes what it used to a file.

    launch.py RESULT COMMAND [ARGUMENT…]

RESULT gets one line: exit status (negative for a signal), wall-clock seconds, CPU seconds (user
and system) and peak resident bytes. The command inherits standard output and standard error.

This is a program of its own because Linux counts, in the peak of a process, what its memory was
before it became another program. It imports as little as it can; what is left of the effect is
measured by running a program that does nothing.
"""

import os
import sys
import time


def main() -> None:
    result, command = sys.argv[1], sys.argv[2:]
    started = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - started
    with open(result, "w", encoding="ascii") as file:
        file.write(
            f"{os.waitstatus_to_exitcode(status)} {seconds:.6f} "
            f"{usage.ru_utime + usage.ru_stime:.6f} {usage.ru_maxrss * 1024}\n"
        )


main()
