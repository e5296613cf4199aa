// System calls of Linux that glibc has no function for, or shows only to GNU sources.
#include <sys/syscall.h>
#include <unistd.h>

// Fills `buffer` with records of an open directory; returns their bytes, 0 at its end, -1 and errno.
static inline long linux_getdents64(int directory, void *buffer, unsigned long byteCount) {
  return syscall(SYS_getdents64, directory, buffer, byteCount);
}

// Lets the calling thread, and those it starts, read only while nobody else does; 0, or -1 and errno.
// Source: ioprio_set(2); IOPRIO_WHO_PROCESS is 1, IOPRIO_CLASS_IDLE 3 above 13 bits.
static inline long linux_ioprio_set_idle(void) {
  return syscall(SYS_ioprio_set, 1, 0, 3 << 13);
}
