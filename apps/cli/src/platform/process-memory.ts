/**
 * Heap of old and of young objects, MB, fixed so that memory does not follow the size of what passes. Where bytes pass, the
 * collector starts by what buffers hold beside the heap: a bound close to what lives makes it walk the whole heap each time.
 * inspection makes many short-lived objects; the front door only hands bytes on.
 */
const heaps: Readonly<Record<string, { old: number; young: number }>> = {
  intake: { old: 96, young: 4 },
  inspection: { old: 160, young: 12 },
  routing: { old: 112, young: 4 },
  'front-door': { old: 96, young: 1 },
};

/**
 * What may be added to what lives, buffers too, before the next walk of the heap, in per cent: Node's own 30 for small heaps
 * had routing walk its heap ten times a second while it sealed, for half of its CPU.
 */
const growthPercent = 150;

/** Options of Node that fix the heap of a service, or of the front door. */
export function heapLimits(process: string): string[] {
  const { old, young } = heaps[process] ?? { old: 96, young: 4 };
  return [
    `--max-old-space-size=${old}`,
    `--min-semi-space-size=${young}`,
    `--max-semi-space-size=${young}`,
    `--heap-growing-percent=${growthPercent}`,
  ];
}

/**
 * One arena of glibc, which gives back what is free at its end from 512 KiB on. Blocks of up to 512 KiB, such as the segments of a
 * payload, are used again instead of being asked of the kernel, page by page, each time.
 */
export const steadyMemory = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '524288',
  MALLOC_TRIM_THRESHOLD_: '524288',
};
