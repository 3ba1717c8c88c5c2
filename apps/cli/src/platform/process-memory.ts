/**
 * Heap of old and of young objects, MB, fixed so that memory does not follow the size of what passes. inspection makes
 * many short-lived objects, so a larger young heap saves it time; the front door only hands bytes on.
 */
const heaps: Readonly<Record<string, { old: number; young: number }>> = {
  intake: { old: 96, young: 4 },
  inspection: { old: 128, young: 8 },
  routing: { old: 96, young: 4 },
  'front-door': { old: 96, young: 1 },
};

/** Options of Node that fix the heap of a service, or of the front door. */
export function heapLimits(process: string): string[] {
  const { old, young } = heaps[process] ?? { old: 96, young: 4 };
  return [`--max-old-space-size=${old}`, `--min-semi-space-size=${young}`, `--max-semi-space-size=${young}`];
}

/** Makes glibc give large blocks back at once instead of keeping them in arenas. */
export const steadyMemory = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '32768',
  MALLOC_TRIM_THRESHOLD_: '65536',
};
