// What a process gives up before it reads what strangers wrote.
#ifndef SANDBOX_H
#define SANDBOX_H

// The protections that a process can give itself; a bit for each.
enum {
  SANDBOX_NO_NEW_PRIVILEGES = 1,
  SANDBOX_NO_DUMP = 2,
  SANDBOX_PARENT_DEATH = 4,
  SANDBOX_RESOURCES = 8,
  SANDBOX_LANDLOCK = 16,
  SANDBOX_SECCOMP = 32,
};

// Locks the process in for good: no core, no tracing, no new privileges, an end with its parent, at
// most `memory` bytes of data and `files` open files, nothing written to a file, no path of any file
// system (Landlock) and no call beside those that reading needs (seccomp).
//
// Returns the protections that this kernel refused; 0 where all hold.
int sandbox_enter(unsigned long memory, unsigned long files);

#endif
