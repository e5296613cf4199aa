#include "sandbox.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

// Landlock, as the kernel has it since 5.13; Debian's headers may be older than the kernel.
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_restrict_self 446
#endif
#define LANDLOCK_VERSION_FLAG 1

struct landlock_attributes {
  uint64_t files;
  uint64_t network;
};

// The rights on files that each version of Landlock knows, 1 to 5 and later.
static uint64_t landlock_file_rights(long version) {
  if (version >= 5) return (1ull << 16) - 1;
  if (version >= 3) return (1ull << 15) - 1;
  if (version == 2) return (1ull << 14) - 1;
  return (1ull << 13) - 1;
}

// Forbids every path, and TCP where the kernel can.
static int enter_landlock(void) {
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_VERSION_FLAG);
  if (version < 1) return -1;
  struct landlock_attributes attributes = {landlock_file_rights(version), version >= 4 ? 3 : 0};
  size_t size = version >= 4 ? sizeof attributes : sizeof attributes.files;
  long rules = syscall(SYS_landlock_create_ruleset, &attributes, size, 0);
  if (rules < 0) return -1;
  long result = syscall(SYS_landlock_restrict_self, (int)rules, 0);
  close((int)rules);
  return result == 0 ? 0 : -1;
}

#if defined(__x86_64__)
#define AUDIT_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define AUDIT_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef AUDIT_ARCHITECTURE
// What readers, their memory, the machine code of patterns and the socket to the parent need.
static const uint16_t allowed_calls[] = {
    SYS_read,          SYS_pread64,        SYS_readv,         SYS_write,        SYS_writev,
    SYS_recvmsg,       SYS_sendmsg,        SYS_recvfrom,      SYS_sendto,       SYS_close,
    SYS_fstat,         SYS_lseek,          SYS_mmap,          SYS_munmap,       SYS_mprotect,
    SYS_mremap,        SYS_madvise,        SYS_brk,           SYS_futex,        SYS_fcntl,
    SYS_ppoll,         SYS_clock_gettime,  SYS_clock_nanosleep, SYS_gettimeofday, SYS_getrandom,
    SYS_getrusage,     SYS_getpid,         SYS_gettid,        SYS_tgkill,       SYS_rt_sigaction,
    SYS_rt_sigprocmask, SYS_rt_sigreturn,  SYS_sigaltstack,   SYS_sched_yield,  SYS_sysinfo,
    SYS_sched_getaffinity, SYS_prlimit64,  SYS_restart_syscall, SYS_exit,       SYS_exit_group,
    SYS_membarrier,
#ifdef SYS_poll
    SYS_poll,
#endif
#ifdef SYS_time
    SYS_time,
#endif
};
enum { CALL_COUNT = sizeof allowed_calls / sizeof *allowed_calls };

// Every other call fails with EPERM; calls of another architecture end the process.
static int enter_seccomp(void) {
  struct sock_filter program[CALL_COUNT + 7];
  size_t count = 0;
#define ADD(...) program[count++] = (struct sock_filter)__VA_ARGS__
  ADD(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)));
  ADD(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AUDIT_ARCHITECTURE, 1, 0));
  ADD(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
  ADD(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)));
  for (size_t index = 0; index < CALL_COUNT; index++) {
    // To the last instruction, over the calls left and the refusal.
    ADD(BPF_JUMP(
        BPF_JMP | BPF_JEQ | BPF_K, allowed_calls[index], (uint8_t)(CALL_COUNT - index), 0));
  }
  ADD(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
  ADD(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
#undef ADD
  struct sock_fprog filter = {(unsigned short)count, program};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0);
}
#else
static int enter_seccomp(void) { return -1; }
#endif

static int limit(int resource, unsigned long value) {
  struct rlimit limit = {value, value};
  return setrlimit(resource, &limit);
}

int sandbox_enter(unsigned long memory, unsigned long files) {
  int missing = 0;
  if (limit(RLIMIT_CORE, 0) || limit(RLIMIT_FSIZE, 0) || limit(RLIMIT_NOFILE, files) ||
      limit(RLIMIT_DATA, memory)) {
    missing |= SANDBOX_RESOURCES;
  }
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0)) missing |= SANDBOX_PARENT_DEATH;
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)) missing |= SANDBOX_NO_DUMP;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) missing |= SANDBOX_NO_NEW_PRIVILEGES;
  if (enter_landlock()) missing |= SANDBOX_LANDLOCK;
  if (enter_seccomp()) missing |= SANDBOX_SECCOMP;
  return missing;
}
