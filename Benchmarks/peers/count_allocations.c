/* Counts calls of the allocator: load it before the C library, LD_PRELOAD=./count_allocations.so PROGRAM.
 * cc -O2 -shared -fPIC -o count_allocations.so count_allocations.c ; glibc only. Freeing is not counted. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
static _Atomic uint64_t count;
static void counted(void) { atomic_fetch_add_explicit(&count, 1, memory_order_relaxed); }
uint64_t count_of_allocations(void) { return atomic_load(&count); }
void *malloc(size_t size) { counted(); return __libc_malloc(size); }
void *calloc(size_t rows, size_t size) { counted(); return __libc_calloc(rows, size); }
void *realloc(void *block, size_t size) { counted(); return __libc_realloc(block, size); }
void *memalign(size_t alignment, size_t size) { counted(); return __libc_memalign(alignment, size); }
void *aligned_alloc(size_t alignment, size_t size) { counted(); return __libc_memalign(alignment, size); }
int posix_memalign(void **block, size_t alignment, size_t size) {
  counted();
  *block = __libc_memalign(alignment, size);
  return *block ? 0 : ENOMEM;
}
