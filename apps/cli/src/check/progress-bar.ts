const WIDTH = 30;
const REDRAW_MS = 100;

/** How far a check is, in one line that is drawn over and wiped away. */
export class ProgressBar {
  private done = 0;
  private drawnAt = Number.NEGATIVE_INFINITY;
  private isShown = false;

  /** `now` in ms, of a clock that only goes forward. */
  constructor(
    private readonly stream: { write(text: string): unknown },
    private readonly total: number,
    private readonly now: () => number,
  ) {}

  /** One more record is judged. */
  step(): void {
    this.done++;
    const at = this.now();
    if (at - this.drawnAt < REDRAW_MS) return;
    this.drawnAt = at;
    const share = this.total === 0 ? 1 : Math.min(1, this.done / this.total);
    const filled = Math.round(share * WIDTH);
    const bar = '#'.repeat(filled) + '-'.repeat(WIDTH - filled);
    this.stream.write(`\r[${bar}] ${Math.floor(share * 100)}% ${this.done}/${this.total}件`);
    this.isShown = true;
  }

  /** Makes room for other output. */
  clear(): void {
    if (this.isShown) this.stream.write('\r\x1b[2K');
    this.isShown = false;
  }
}
