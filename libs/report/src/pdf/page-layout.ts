import { type TextMeasure, wrap } from './text-measure.js';

/** What stands on a page: a line of text, a rule, or a filled box. Points from the top left corner. */
export type Mark =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly text: string;
      readonly colour: string;
    }
  | { readonly kind: 'rule'; readonly x: number; readonly y: number; readonly width: number }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly colour: string;
    };

/** A4 across, in points. */
export const paper = { width: 841.89, height: 595.28, left: 34, right: 34, top: 34, bottom: 40 } as const;
export const printWidth = paper.width - paper.left - paper.right;

/** A column of a table. */
export interface Column {
  readonly head: string;
  /** Share of the width of the page. */
  readonly share: number;
  readonly isNumber?: boolean;
}

const ink = '#111111';
const leading = 1.35;
const cellSize = 7.5;
const padding = 2.5;
/** Lines of one cell; what is longer ends with an ellipsis. */
const CELL_LINES_MAX = 12;
const CELL_CHARACTERS_MAX = 600;

/** Puts paragraphs and tables on pages, one below the other. */
export class PageLayout {
  readonly pages: Mark[][] = [[]];
  private y: number = paper.top;

  constructor(private readonly measure: TextMeasure) {}

  /** A paragraph over the whole width; `keep` points must fit below it on the same page. */
  paragraph(text: string, size: number, { indent = 0, colour = ink, keep = 0 } = {}): void {
    const lines = wrap(this.measure, text, size, printWidth - indent);
    this.need(Math.min(lines.length, 3) * size * leading + keep);
    for (const line of lines) {
      this.need(size * leading);
      this.mark({ kind: 'text', x: paper.left + indent, y: this.y, size, text: line, colour });
      this.y += size * leading;
    }
  }

  space(points: number): void {
    this.y += points;
  }

  /** A rule over the whole width. */
  rule(): void {
    this.mark({ kind: 'rule', x: paper.left, y: this.y, width: printWidth });
    this.y += 3;
  }

  /** A table whose head stands again at the top of every page it goes on to. */
  table(columns: readonly Column[], rows: Iterable<readonly string[]>): void {
    const wholes = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => (share / wholes) * printWidth);
    const heads = columns.map(({ head }) => head);
    const rowHeight = cellSize * leading + 2 * padding;
    this.need(3 * rowHeight);
    this.row(columns, widths, heads, true);
    for (const row of rows) {
      const lines = row.map((cell, at) => this.cellLines(cell, widths[at]!));
      if (!this.fits(heightOf(lines))) {
        this.turn();
        this.row(columns, widths, heads, true);
      }
      this.row(columns, widths, row, false, lines);
    }
  }

  private row(
    columns: readonly Column[],
    widths: readonly number[],
    cells: readonly string[],
    isHead: boolean,
    lines = cells.map((cell, at) => this.cellLines(cell, widths[at]!)),
  ): void {
    const height = heightOf(lines);
    if (isHead) {
      this.mark({ kind: 'box', x: paper.left, y: this.y, width: printWidth, height, colour: '#e8e8e8' });
    }
    this.mark({ kind: 'rule', x: paper.left, y: this.y, width: printWidth });
    let x: number = paper.left;
    for (const [at, column] of columns.entries()) {
      const width = widths[at]!;
      for (const [number, text] of lines[at]!.entries()) {
        const right = column.isNumber === true ? width - 2 * padding - this.widthOf(text) : 0;
        const y = this.y + padding + number * cellSize * leading;
        this.mark({
          kind: 'text',
          x: x + padding + Math.max(0, right),
          y,
          size: cellSize,
          text,
          colour: ink,
        });
      }
      x += width;
    }
    this.y += height;
    this.mark({ kind: 'rule', x: paper.left, y: this.y, width: printWidth });
  }

  private cellLines(cell: string, width: number): string[] {
    const cut = cell.length > CELL_CHARACTERS_MAX ? `${cell.slice(0, CELL_CHARACTERS_MAX)}…` : cell;
    const lines = wrap(this.measure, cut, cellSize, width - 2 * padding);
    if (lines.length <= CELL_LINES_MAX) return lines;
    const kept = lines.slice(0, CELL_LINES_MAX);
    kept[CELL_LINES_MAX - 1] = `${kept[CELL_LINES_MAX - 1]!.slice(0, -2)}…`;
    return kept;
  }

  private widthOf(text: string): number {
    let width = 0;
    for (const character of text) width += this.measure.widthOf(character) * cellSize;
    return width;
  }

  private fits(points: number): boolean {
    return this.y + points <= paper.height - paper.bottom;
  }

  private need(points: number): void {
    if (!this.fits(points)) this.turn();
  }

  private turn(): void {
    this.pages.push([]);
    this.y = paper.top;
  }

  private mark(mark: Mark): void {
    this.pages.at(-1)!.push(mark);
  }
}

function heightOf(lines: readonly (readonly string[])[]): number {
  return Math.max(...lines.map((cell) => cell.length)) * cellSize * leading + 2 * padding;
}
