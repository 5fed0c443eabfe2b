// Loaded before the program in journeys: its wall clock runs ahead by the seconds in the file KLOK, which may change.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const long long none = 0;
static const volatile long long* ahead = &none;

int clock_gettime(clockid_t which, struct timespec* now) {
    const int done = (int)syscall(SYS_clock_gettime, which, now);
    if (done == 0 && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) now->tv_sec += *ahead;
    return done;
}

int gettimeofday(struct timeval* restrict now, void* restrict zone) {
    struct timespec whole;
    (void)zone;
    const int done = clock_gettime(CLOCK_REALTIME, &whole);
    now->tv_sec = whole.tv_sec;
    now->tv_usec = whole.tv_nsec / 1000;
    return done;
}

time_t time(time_t* now) {
    struct timespec whole;
    clock_gettime(CLOCK_REALTIME, &whole);
    if (now) *now = whole.tv_sec;
    return whole.tv_sec;
}

__attribute__((constructor)) static void begin(void) {
    const char* path = getenv("KLOK");
    const int file = path ? open(path, O_RDONLY) : -1;
    if (file < 0) return;
    void* seen = mmap(NULL, sizeof(long long), PROT_READ, MAP_SHARED, file, 0);
    if (seen != MAP_FAILED) ahead = seen;
    close(file);
}
