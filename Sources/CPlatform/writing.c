#define _GNU_SOURCE
#include "CPlatform.h"
#include <fcntl.h>

void press_start_writing(int file) { sync_file_range(file, 0, 0, SYNC_FILE_RANGE_WRITE); }
