// Reads a file, or every file below a folder, as cheaply as system calls allow.
//
// Folders are listed by their entries' types, without stat; each file is opened relative to its
// folder and read into one buffer. A block handed to `scan` ends where a line ends unless the line
// is longer than the buffer, and is followed by 64 bytes that may be read.
#ifndef FILES_H
#define FILES_H

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFER_SIZE = 256 << 10, SLACK = 64 };
static char buffer[BUFFER_SIZE + SLACK];

typedef void (*block_scan)(const char *bytes, size_t count);

static void fail(const char *what) {
  perror(what);
  exit(2);
}

static void scan_file(int folder, const char *name, block_scan scan) {
  int file = openat(folder, name, O_RDONLY | O_CLOEXEC);
  if (file < 0) fail("open");
  size_t kept = 0;
  for (;;) {
    size_t wanted = BUFFER_SIZE - kept;
    ssize_t got = read(file, buffer + kept, wanted);
    if (got < 0) fail("read");
    size_t have = kept + (size_t)got;
    if (got == 0) {
      if (have > 0) scan(buffer, have);
      break;
    }
    if (have < BUFFER_SIZE) {
      // A short read of a regular file is its end.
      scan(buffer, have);
      break;
    }
    char *newline = (char *)memrchr(buffer, '\n', have);
    size_t whole = newline ? (size_t)(newline - buffer) + 1 : have;
    scan(buffer, whole);
    kept = have - whole;
    memmove(buffer, buffer + whole, kept);
  }
  close(file);
}

static void scan_folder(int parent, const char *name, block_scan scan) {
  int descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) fail("open folder");
  DIR *folder = fdopendir(descriptor);
  if (!folder) fail("fdopendir");
  struct dirent *entry;
  while ((entry = readdir(folder))) {
    if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
    if (entry->d_type == DT_DIR) scan_folder(descriptor, entry->d_name, scan);
    if (entry->d_type == DT_REG) scan_file(descriptor, entry->d_name, scan);
  }
  closedir(folder);
}

static void scan_path(const char *path, block_scan scan) {
  struct stat status;
  if (stat(path, &status) < 0) fail("stat");
  if (S_ISDIR(status.st_mode)) {
    scan_folder(AT_FDCWD, path, scan);
  } else {
    scan_file(AT_FDCWD, path, scan);
  }
}

#endif
