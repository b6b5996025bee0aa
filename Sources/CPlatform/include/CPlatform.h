#ifndef CPLATFORM_H
#define CPLATFORM_H

#include <stddef.h>

/// Exchanges two paths in one step: renameat2(2) with RENAME_EXCHANGE, which the C library's
/// overlay does not offer to Swift. Returns 0, or -1 with errno set.
int press_exchange(const char *left, const char *right);

/// Lets the disk begin to write what a file holds, without waiting: sync_file_range(2). It is a hint
/// and may do nothing.
void press_start_writing(int file);

/// Where `length` bytes stand first among `count` bytes: memmem(3), which the overlay does not offer
/// either. NULL where they do not.
const void *press_find(const void *text, size_t count, const void *words, size_t length);

/// The linker's identifier of the running program (the ELF note NT_GNU_BUILD_ID), at most `room`
/// bytes of it. Returns their number; 0 where there is none.
size_t press_build_id(unsigned char *bytes, size_t room);

/// Starts a program in a process group of its own, with limits on its memory (bytes of address
/// space) and its processor time (seconds). It ends when the thread that started it does. `files`
/// become its standard input, output and error. Returns its number, or -1 with errno set, also
/// where the program could not be executed.
int press_spawn(const char *path, char *const arguments[], char *const environment[],
                const int files[3], unsigned long memory, unsigned long seconds);

/// A file in memory that holds some bytes, read from the start. Returns its descriptor, or -1 with
/// errno set.
int press_memory_file(const void *bytes, size_t count);

/// A pipe that no program inherits: pipe2(2) with O_CLOEXEC. Returns 0, or -1 with errno set.
int press_pipe(int ends[2]);

/// Whether a child ends within some seconds: 1 where it has, and still waits to be waited for.
int press_ended(int child, double seconds);

/// Waits for a child. `status` becomes its exit code, or the negated number of the signal that
/// ended it. Returns 0, or -1 with errno set.
int press_wait(int child, int *status);

#endif
