/** Columns of a long line of bytes are counted from the last of these marks, so that none costs a walk through all of it. */
const MARK_BYTES = 4096;

/** The text a document was read from; turns offsets into lines only when somebody asks. */
export class XmlSource {
  /** Offsets at which lines begin, as far as somebody has asked. */
  private starts: number[] | null = null;
  private newline = -1;
  /** UTF-16 units before each {@link MARK_BYTES}th byte, as far as somebody has asked. */
  private readonly marks: number[] = [0];

  /** `text` with `\n` line ends; UTF-8 as one character per byte (latin1) where `isBytes`. */
  constructor(
    readonly text: string,
    private readonly isBytes = false,
  ) {}

  /** 1-based line and column (UTF-16 units) of an offset. */
  placeAt(offset: number): { line: number; column: number } {
    const line = this.lineAt(offset);
    return { line, column: this.unitsBetween(this.starts![line - 1]!, offset) + 1 };
  }

  /** 1-based line of an offset. */
  lineAt(offset: number): number {
    const starts = this.startsUpTo(offset);
    let line = starts.length;
    if (starts[line - 1]! > offset) {
      let below = 0;
      while (line - below > 1) {
        const middle = (below + line) >> 1;
        if (starts[middle]! > offset) line = middle;
        else below = middle;
      }
    }
    return line;
  }

  private startsUpTo(offset: number): readonly number[] {
    if (this.starts === null) {
      this.starts = [0];
      this.newline = this.text.indexOf('\n');
    }
    while (this.newline !== -1 && this.newline < offset) {
      this.starts.push(this.newline + 1);
      this.newline = this.text.indexOf('\n', this.newline + 1);
    }
    return this.starts;
  }

  private unitsBetween(start: number, end: number): number {
    if (!this.isBytes) return end - start;
    if (end - start < MARK_BYTES) return unitsIn(this.text, start, end);
    return this.unitsBefore(end) - this.unitsBefore(start);
  }

  private unitsBefore(offset: number): number {
    const { marks, text } = this;
    const mark = Math.floor(offset / MARK_BYTES);
    while (marks.length <= mark) {
      const end = marks.length * MARK_BYTES;
      marks.push(marks[marks.length - 1]! + unitsIn(text, end - MARK_BYTES, end));
    }
    return marks[mark]! + unitsIn(text, mark * MARK_BYTES, offset);
  }
}

/** UTF-16 units of UTF-8 bytes: one for each character, told by its first byte, and two for those beyond the first plane. */
function unitsIn(bytes: string, from: number, to: number): number {
  let units = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes.charCodeAt(at);
    if (byte < 0x80 || byte > 0xbf) units += byte < 0xf0 ? 1 : 2;
  }
  return units;
}
