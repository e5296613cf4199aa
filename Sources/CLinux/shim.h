// System calls of Linux that glibc has no function for, or shows only to GNU sources.
#include <sys/syscall.h>
#include <unistd.h>

// Fills `buffer` with records of an open directory; returns their bytes, 0 at its end, -1 and errno.
static inline long linux_getdents64(int directory, void *buffer, unsigned long byteCount) {
  return syscall(SYS_getdents64, directory, buffer, byteCount);
}
