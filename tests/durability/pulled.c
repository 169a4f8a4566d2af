/* A stick that is pulled out, or a disk that fills up, under a process that runs: LD_PRELOAD over libc.
 *
 * PULL_ROOTS  folders and files on the stick, absolute, with ':' between them
 * PULL_AT     number of the call on the stick from which it happens; 0 is never
 * PULL_HOW    gone (every call fails), full (what writes has no room), kill (the process, then and there)
 * PULL_ERRNO  of what is gone: 5 (EIO) or 2 (ENOENT, for what has a name)
 * PULL_AFTER  count only from the first rename onto this name on
 * PULL_COUNT  file to which the number of calls is written at the end
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST_FDS 4096
static unsigned char on_stick[MOST_FDS];
static const char *roots, *how, *after;
static long at, calls;
static int code = EIO, armed = 1;

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void begin(void) {
    const char *number = getenv("PULL_AT"), *error = getenv("PULL_ERRNO");
    roots = getenv("PULL_ROOTS");
    how = getenv("PULL_HOW");
    after = getenv("PULL_AFTER");
    at = number ? atol(number) : 0;
    code = error ? atoi(error) : EIO;
    armed = after == NULL;
    unsetenv("LD_PRELOAD"); /* children are on another disk */
}

__attribute__((destructor)) static void end(void) {
    const char *path = getenv("PULL_COUNT");
    FILE *(*opens)(const char *, const char *) = next("fopen");
    FILE *file = path ? opens(path, "w") : NULL;
    if (file) {
        fprintf(file, "%ld", calls);
        fclose(file);
    }
}

static int under(const char *path) {
    const char *one = roots;
    if (path == NULL || path[0] != '/') return 0;
    while (one && *one) {
        const char *stop = strchrnul(one, ':');
        size_t length = (size_t)(stop - one);
        /* A file has its journal and its half-made copy beside it: they begin as it does. */
        if (length && strncmp(path, one, length) == 0) return 1;
        one = *stop ? stop + 1 : stop;
    }
    return 0;
}

static int held(int fd) { return fd >= 0 && fd < MOST_FDS && on_stick[fd]; }
static void hold(int fd, int yes) { if (fd >= 0 && fd < MOST_FDS) on_stick[fd] = (unsigned char)yes; }

/* 0: go on; else the error. */
static int struck(int counts, int writes) {
    long now;
    if (!armed) return 0;
    now = counts ? __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST) : __atomic_load_n(&calls, __ATOMIC_SEQ_CST);
    if (!at || now < at || !how) return 0;
    if (strcmp(how, "kill") == 0) { kill(getpid(), SIGKILL); for (;;) pause(); }
    if (strcmp(how, "full") == 0) return writes ? ENOSPC : 0;
    return code;
}
static int by_fd(int fd, int writes) {
    int error = held(fd) ? struck(1, writes) : 0;
    return error == ENOENT ? EIO : error;
}
static int by_name(const char *path, int counts, int writes) { return under(path) ? struck(counts, writes) : 0; }

#define FAIL(error, value) do { int e = (error); if (e) { errno = e; return value; } } while (0)

static int opened(int fd, const char *path) { if (fd >= 0) hold(fd, under(path)); return fd; }
#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        int (*real)(const char *, int, ...) = next(#name); \
        va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \
        FAIL(by_name(path, 1, flags & O_CREAT), -1); \
        return opened(real(path, flags, mode), path); \
    }
OPEN(open)
OPEN(open64)
#define OPENAT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        int (*real)(int, const char *, int, ...) = next(#name); \
        va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \
        FAIL(by_name(path, 1, flags & O_CREAT), -1); \
        return opened(real(folder, path, flags, mode), path); \
    }
OPENAT(openat)
OPENAT(openat64)
int close(int fd) { int (*real)(int) = next("close"); hold(fd, 0); return real(fd); }

#define BY_FD(type, name, writes, args, given) \
    type name args { type (*real) args = next(#name); FAIL(by_fd(fd, writes), -1); return real given; }
BY_FD(ssize_t, read, 0, (int fd, void *to, size_t n), (fd, to, n))
BY_FD(ssize_t, pread, 0, (int fd, void *to, size_t n, off_t p), (fd, to, n, p))
BY_FD(ssize_t, pread64, 0, (int fd, void *to, size_t n, off64_t p), (fd, to, n, p))
BY_FD(ssize_t, write, 1, (int fd, const void *of, size_t n), (fd, of, n))
BY_FD(ssize_t, pwrite, 1, (int fd, const void *of, size_t n, off_t p), (fd, of, n, p))
BY_FD(ssize_t, pwrite64, 1, (int fd, const void *of, size_t n, off64_t p), (fd, of, n, p))
BY_FD(int, fsync, 0, (int fd), (fd))
BY_FD(int, fdatasync, 0, (int fd), (fd))
BY_FD(int, ftruncate, 0, (int fd, off_t n), (fd, n))
BY_FD(int, ftruncate64, 0, (int fd, off64_t n), (fd, n))

ssize_t sendfile(int to, int from, off_t *p, size_t n) {
    ssize_t (*real)(int, int, off_t *, size_t) = next("sendfile");
    FAIL(by_fd(from, 0), -1); FAIL(by_fd(to, 1), -1);
    return real(to, from, p, n);
}
ssize_t sendfile64(int to, int from, off64_t *p, size_t n) {
    ssize_t (*real)(int, int, off64_t *, size_t) = next("sendfile64");
    FAIL(by_fd(from, 0), -1); FAIL(by_fd(to, 1), -1);
    return real(to, from, p, n);
}

#define BY_NAME(name, counts, writes, args, given) \
    int name args { int (*real) args = next(#name); FAIL(by_name(path, counts, writes), -1); return real given; }
BY_NAME(unlink, 1, 0, (const char *path), (path))
BY_NAME(rmdir, 1, 0, (const char *path), (path))
BY_NAME(mkdir, 1, 1, (const char *path, mode_t mode), (path, mode))
BY_NAME(access, 0, 0, (const char *path, int mode), (path, mode))
BY_NAME(stat, 0, 0, (const char *path, struct stat *to), (path, to))
BY_NAME(stat64, 0, 0, (const char *path, struct stat64 *to), (path, to))
BY_NAME(lstat, 0, 0, (const char *path, struct stat *to), (path, to))
BY_NAME(lstat64, 0, 0, (const char *path, struct stat64 *to), (path, to))
BY_NAME(fstatat, 0, 0, (int folder, const char *path, struct stat *to, int flags), (folder, path, to, flags))
BY_NAME(fstatat64, 0, 0, (int folder, const char *path, struct stat64 *to, int flags), (folder, path, to, flags))
int unlinkat(int folder, const char *path, int flags) {
    int (*real)(int, const char *, int) = next("unlinkat");
    FAIL(by_name(path, 1, 0), -1);
    return real(folder, path, flags);
}
void *opendir(const char *path) {
    void *(*real)(const char *) = next("opendir");
    FAIL(by_name(path, 1, 0), NULL);
    return real(path);
}

static void renamed(const char *to) {
    size_t a = strlen(to), b = after ? strlen(after) : 0;
    if (!armed && a >= b && strcmp(to + a - b, after) == 0) armed = 1;
}
int rename(const char *path, const char *to) {
    int (*real)(const char *, const char *) = next("rename"), done;
    FAIL(by_name(path, 1, 0), -1);
    done = real(path, to);
    if (done == 0 && under(to)) renamed(to);
    return done;
}
int renameat(int a, const char *path, int b, const char *to) {
    int (*real)(int, const char *, int, const char *) = next("renameat");
    FAIL(by_name(path, 1, 0), -1);
    return real(a, path, b, to);
}
int link(const char *path, const char *to) {
    int (*real)(const char *, const char *) = next("link");
    FAIL(by_name(path, 1, 1), -1);
    return real(path, to);
}
int linkat(int a, const char *path, int b, const char *to, int flags) {
    int (*real)(int, const char *, int, const char *, int) = next("linkat");
    FAIL(by_name(path, 1, 1), -1);
    return real(a, path, b, to, flags);
}
