import { createRequire } from 'node:module';
import type { ReportSummary } from '../summary.js';
import { dayOf, layOutReport } from './lay-out-report.js';
import { type Mark, paper, printWidth } from './page-layout.js';
import { printableIn, type TextMeasure } from './text-measure.js';

export const pdfMediaType = 'application/pdf';

/** Where the font of the PDF lies (BIZ UDPGothic, OFL-1.1); whoever writes a PDF reads the file and hands the bytes over. */
export function pdfFontPath(): string {
  return createRequire(import.meta.url).resolve(
    '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  );
}

/** The part of a font of the PDF writer that tells widths. */
interface OpenedFont {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(code: number): boolean;
  glyphForCodePoint(code: number): { readonly advanceWidth: number };
}

/**
 * 受付結果・返戻一覧 as PDF (A4 across, the font embedded as far as it is used), page by page. The same summary and font give
 * the same bytes: no clock is asked, the day of the inspection is the day of the file.
 */
export async function* writePdf(summary: ReportSummary, font: Uint8Array): AsyncGenerator<Uint8Array> {
  const { name, versions } = summary.header;
  // Loaded where a PDF is wanted: it costs every other start of the program.
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({
    size: [paper.width, paper.height],
    margin: 0,
    autoFirstPage: false,
    font: null as unknown as string,
    lang: 'ja',
    displayTitle: true,
    info: informationOf(name, versions.date),
  });
  document.registerFont('text', Buffer.from(font.buffer, font.byteOffset, font.byteLength));
  document.font('text');
  const measure = measureOf(document);
  const pages = layOutReport(summary, measure);
  const ended = new Promise((resolve, reject) => document.once('end', resolve).once('error', reject));
  for (const [at, marks] of pages.entries()) {
    document.addPage();
    for (const mark of marks) draw(document, mark);
    const foot = printableIn(measure, `${name}\u3000点検日 ${dayOf(versions.date)}`);
    text(document, foot, paper.left, paper.height - 28, 7.5, '#444444');
    text(
      document,
      `${at + 1} / ${pages.length}`,
      paper.left + printWidth - 40,
      paper.height - 28,
      7.5,
      '#444444',
    );
    yield* taken(document);
  }
  document.end();
  for (;;) {
    yield* taken(document);
    if (document.readableEnded) break;
    await Promise.race([new Promise((resolve) => document.once('readable', resolve)), ended]);
  }
}

function informationOf(name: string, date: string) {
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6, 8)].map(Number);
  // Noon in Japan, so that every reader shows the same day.
  const at = new Date(Date.UTC(year ?? 1970, (month ?? 1) - 1, day ?? 1, 3));
  return {
    Title: `受付結果・返戻一覧 ${name}`,
    Creator: 'Daiko',
    Producer: 'Daiko',
    CreationDate: at,
    ModDate: at,
  };
}

function* taken(document: PDFKit.PDFDocument): Generator<Uint8Array> {
  for (
    let chunk = document.read() as Uint8Array | null;
    chunk !== null;
    chunk = document.read() as Uint8Array | null
  ) {
    yield chunk;
  }
}

function measureOf(document: PDFKit.PDFDocument): TextMeasure {
  const { font } = (document as unknown as { _font: { font: OpenedFont } })._font;
  const widths = new Map<string, number | null>();
  const known = (character: string): number | null => {
    let width = widths.get(character);
    if (width === undefined) {
      const code = character.codePointAt(0) ?? 0;
      const isThere = font.hasGlyphForCodePoint(code);
      width = isThere ? font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm : null;
      widths.set(character, width);
    }
    return width;
  };
  return { has: (character) => known(character) !== null, widthOf: (character) => known(character) ?? 1 };
}

function draw(document: PDFKit.PDFDocument, mark: Mark): void {
  if (mark.kind === 'text') text(document, mark.text, mark.x, mark.y, mark.size, mark.colour);
  else if (mark.kind === 'box') document.rect(mark.x, mark.y, mark.width, mark.height).fill(mark.colour);
  else {
    document
      .moveTo(mark.x, mark.y)
      .lineTo(mark.x + mark.width, mark.y)
      .lineWidth(0.4)
      .stroke('#888888');
  }
}

function text(
  document: PDFKit.PDFDocument,
  line: string,
  x: number,
  y: number,
  size: number,
  colour: string,
): void {
  if (line !== '') document.fontSize(size).fillColor(colour).text(line, x, y, { lineBreak: false });
}
