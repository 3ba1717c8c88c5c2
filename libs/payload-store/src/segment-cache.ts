type Segment = Promise<Uint8Array<ArrayBuffer>>;

/** Opened segments that were used last, a bounded number: of one source, or of several that are read in turns. */
export class SegmentCache {
  private readonly kept = new Map<string, Segment>();

  /** @param segmentsMax segments of 256 KiB held at most; 0 keeps none, for a payload that is read once from end to end */
  constructor(readonly segmentsMax: number) {}

  has(payloadId: string, index: number): boolean {
    return this.kept.has(nameOf(payloadId, index));
  }

  /** The segment, which then counts as used last. */
  get(payloadId: string, index: number): Segment | undefined {
    const segment = this.kept.get(nameOf(payloadId, index));
    if (segment !== undefined) this.keep(payloadId, index, segment);
    return segment;
  }

  /** Keeps a segment until others were used since; one that fails is forgotten. */
  keep(payloadId: string, index: number, segment: Segment): void {
    const name = nameOf(payloadId, index);
    if (!this.kept.delete(name)) segment.catch(() => this.kept.delete(name));
    this.kept.set(name, segment);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.segmentsMax) break;
      this.kept.delete(oldest);
    }
  }
}

const nameOf = (payloadId: string, index: number): string => `${payloadId}/${index}`;
