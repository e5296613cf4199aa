// System calls of Linux that glibc has no function for, or shows only to GNU sources, and macros that
// Swift does not see.
#include <malloc.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

// Fills `buffer` with records of an open directory; returns their bytes, 0 at its end, -1 and errno.
static inline long linux_getdents64(int directory, void *buffer, unsigned long byteCount) {
  return syscall(SYS_getdents64, directory, buffer, byteCount);
}

// Fills `buffer` with random bytes that nobody can guess; returns their number, or -1 and errno.
static inline long linux_getrandom(void *buffer, unsigned long byteCount) {
  return syscall(SYS_getrandom, buffer, byteCount, 0);
}

// The number of the type of the file system that `path` lies on (statfs(2)); -1 and errno.
static inline long linux_file_system_type(const char *path) {
  struct statfs facts;
  return statfs(path, &facts) == 0 ? (long)facts.f_type : -1;
}

// Lets the calling thread, and those it starts, read only while nobody else does; 0, or -1 and errno.
// Source: ioprio_set(2); IOPRIO_WHO_PROCESS is 1, IOPRIO_CLASS_IDLE 3 above 13 bits.
static inline long linux_ioprio_set_idle(void) {
  return syscall(SYS_ioprio_set, 1, 0, 3 << 13);
}

// Sets by how many bytes heaps grow beyond what is asked for, from which size on memory is mapped instead
// and given back at once, and how much may lie free at the end of a heap (mallopt(3)); 0 where that fails.
// Setting one of them ends that glibc fits the others to what it sees.
static inline int linux_set_heap_growth(int growth, int mapped, int spare) {
  return mallopt(M_TOP_PAD, growth) && mallopt(M_MMAP_THRESHOLD, mapped) &&
         mallopt(M_TRIM_THRESHOLD, spare);
}

// Sends a head and what it heads, and with them up to 4 open descriptors; returns the bytes sent, or -1
// and errno.
static inline long linux_send_frame(
    int socket, const void *head, unsigned long headCount, const void *content,
    unsigned long contentCount, const int *descriptors, int count) {
  struct iovec parts[2] = {{(void *)head, headCount}, {(void *)content, contentCount}};
  union {
    char space[CMSG_SPACE(4 * sizeof(int))];
    struct cmsghdr alignment;
  } control;
  struct msghdr message = {0};
  message.msg_iov = parts;
  message.msg_iovlen = 2;
  if (count > 0 && count <= 4) {
    memset(&control, 0, sizeof control);
    message.msg_control = control.space;
    message.msg_controllen = CMSG_SPACE(count * sizeof(int));
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(count * sizeof(int));
    memcpy(CMSG_DATA(header), descriptors, count * sizeof(int));
  }
  return sendmsg(socket, &message, MSG_NOSIGNAL);
}

// Receives bytes and up to 4 descriptors, whose number goes to `count`; 0 at the end, or -1 and errno.
static inline long linux_receive_descriptors(
    int socket, void *bytes, unsigned long byteCount, int *descriptors, int *count) {
  struct iovec part = {bytes, byteCount};
  union {
    char space[CMSG_SPACE(4 * sizeof(int))];
    struct cmsghdr alignment;
  } control;
  struct msghdr message = {0};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.space;
  message.msg_controllen = sizeof control.space;
  *count = 0;
  long received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
  if (received < 0) return received;
  for (struct cmsghdr *header = CMSG_FIRSTHDR(&message); header;
       header = CMSG_NXTHDR(&message, header)) {
    if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
    int received_count = (int)((header->cmsg_len - CMSG_LEN(0)) / sizeof(int));
    if (received_count > 4) received_count = 4;
    memcpy(descriptors, CMSG_DATA(header), received_count * sizeof(int));
    *count = received_count;
  }
  return received;
}

// Memory of fixed size that lies in no file and that processes can share: its descriptor, or -1 and errno.
// Source: memfd_create(2); 3 is MFD_CLOEXEC | MFD_ALLOW_SEALING, 1033 F_ADD_SEALS, 6 F_SEAL_SHRINK | F_SEAL_GROW.
static inline int linux_shared_memory(unsigned long byteCount) {
  struct rlimit limit;
  // A larger file than that would end the process.
  if (getrlimit(RLIMIT_FSIZE, &limit) || limit.rlim_cur < byteCount) return -1;
  int descriptor = (int)syscall(SYS_memfd_create, "outbox", 3);
  if (descriptor < 0) return -1;
  if (ftruncate(descriptor, (long)byteCount) || syscall(SYS_fcntl, descriptor, 1033, 6)) {
    close(descriptor);
    return -1;
  }
  return descriptor;
}

// Whether an open descriptor is such memory; 1034 is F_GET_SEALS, which other files refuse.
static inline int linux_is_shared_memory(int descriptor, unsigned long byteCount) {
  long seals = syscall(SYS_fcntl, descriptor, 1034, 0);
  return seals >= 0 && (seals & 6) == 6 && lseek(descriptor, 0, SEEK_END) == (long)byteCount;
}

// Writes a number behind everything that was written before.
static inline void linux_publish(void *place, uint64_t number) {
  __atomic_store_n((uint64_t *)place, number, __ATOMIC_RELEASE);
}
