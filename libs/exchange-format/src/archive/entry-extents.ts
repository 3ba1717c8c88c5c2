import type { DefectList } from './defect.js';

const FIRST_CAPACITY = 1024;

/** Where each entry begins and, at the least, ends: 16 bytes an entry while the directory is read, then let go. */
export class EntryExtents {
  private starts = new Float64Array(FIRST_CAPACITY);
  private ends = new Float64Array(FIRST_CAPACITY);
  private length = 0;
  private ascending = true;

  add(start: number, end: number): void {
    if (this.length === this.starts.length) this.grow();
    if (this.length > 0 && start < (this.starts[this.length - 1] ?? 0)) this.ascending = false;
    this.starts[this.length] = start;
    this.ends[this.length++] = end;
  }

  /** Reports entries that share bytes, and bytes before the first entry. */
  report(defects: DefectList): void {
    if (this.length === 0) return;
    const order = this.order();
    const first = this.starts[order?.[0] ?? 0] ?? 0;
    if (first > 0) defects.add('leading-bytes', { offset: 0 }, { bytes: first });
    let end = 0;
    for (let rank = 0; rank < this.length && !defects.isFull; rank++) {
      const at = order?.[rank] ?? rank;
      const start = this.starts[at] ?? 0;
      if (start < end) defects.add('overlapping-entries', { offset: start }, { end });
      end = Math.max(end, this.ends[at] ?? 0);
    }
  }

  private order(): Uint32Array | null {
    if (this.ascending) return null;
    const order = Uint32Array.from({ length: this.length }, (_, at) => at);
    return order.sort((a, b) => (this.starts[a] ?? 0) - (this.starts[b] ?? 0));
  }

  private grow(): void {
    const starts = new Float64Array(this.length * 2);
    const ends = new Float64Array(this.length * 2);
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }
}
