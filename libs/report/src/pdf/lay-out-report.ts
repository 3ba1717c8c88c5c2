import { parseRootName } from '@daiko/exchange-format';
import { openRules } from '@daiko/inspection-rules';
import {
  type Defect,
  type DefectPlace,
  type ListedRecord,
  type ReportSummary,
  type SharedByPlaces,
  sharedBy,
  withoutRoot,
} from '../summary.js';
import {
  archiveWords,
  correctionLines,
  countText,
  itemName,
  openHeading,
  reasonName,
  recordWords,
  severityWords,
  titleOf,
  wholeReturnText,
} from '../words.js';
import { type Column, type Mark, PageLayout } from './page-layout.js';
import type { TextMeasure } from './text-measure.js';

const grey = '#444444';
const colours = {
  refuse: '#a40000',
  return: '#a40000',
  query: '#7a4a00',
  warning: '#333333',
  info: '#333333',
};

/** A column of the places of a defect, and what it says of one. */
type PlaceColumn = Column & { readonly text: (place: DefectPlace) => string };

const placeColumns: readonly PlaceColumn[] = [
  {
    head: '記録',
    share: 5,
    isNumber: true,
    text: ({ record }) => (record === null ? '' : String(record + 1)),
  },
  { head: '整理番号', share: 10, text: ({ ticketNumber }) => ticketNumber ?? '' },
  { head: 'ファイル', share: 29, text: ({ file }) => withoutRoot(file) },
  { head: '行', share: 4, isNumber: true, text: ({ line }) => (line === null ? '' : String(line)) },
];
const valueColumn: PlaceColumn = { head: '検出値', share: 12, text: ({ value }) => value ?? '' };
const expectedColumn: PlaceColumn = { head: '期待値', share: 12, text: ({ expected }) => expected ?? '' };
const messageColumn: PlaceColumn = { head: '指摘', share: 28, text: ({ message }) => message.ja };

/** The columns that differ from place to place, as wide as there is room. */
function columnsFor({ message, hasValues, hasExpected }: SharedByPlaces): readonly PlaceColumn[] {
  const shown = [...placeColumns];
  if (hasValues) shown.push(valueColumn);
  if (hasExpected) shown.push(expectedColumn);
  if (message === null) shown.push(messageColumn);
  const all = shown.reduce((sum, { share }) => sum + share, 0);
  return shown.map((column) => ({ ...column, share: (column.share * 100) / all }));
}

const recordColumns: readonly Column[] = [
  { head: '記録', share: 4, isNumber: true },
  { head: '整理番号', share: 9 },
  { head: '判定', share: 8 },
  { head: 'ファイル', share: 29 },
  { head: '不備', share: 50 },
];

/** Puts 受付結果・返戻一覧 on pages (A4 across): result, what to mend first, records that did not pass. */
export function layOutReport(summary: ReportSummary, measure: TextMeasure): Mark[][] {
  const layout = new PageLayout(measure);
  const { header, defects, records, recordsLeftOut } = summary;
  layout.paragraph('受付結果・返戻一覧', 16);
  layout.space(4);
  for (const line of resultLines(summary)) layout.paragraph(line, 9.5);
  layout.space(8);
  layout.paragraph('直すところ（優先順）', 12, { keep: 40 });
  layout.rule();
  if (defects.length === 0) layout.paragraph('指摘はありません。', 9.5);
  for (const [at, defect] of defects.entries()) putDefect(layout, defect, at + 1, header.versions.date);
  if (records.length > 0) {
    layout.space(8);
    layout.paragraph('返戻・照会・保留の記録', 12, { keep: 60 });
    layout.rule();
    const rest =
      recordsLeftOut > 0 ? `最初の${records.length}件（ほか${recordsLeftOut}件）` : `${records.length}件`;
    layout.paragraph(rest, 8.5, { colour: grey, keep: 40 });
    layout.table(recordColumns, records.map(recordRow));
  }
  const corrections = correctionLines(header.corrections ?? []);
  if (corrections.length > 0) {
    layout.space(8);
    layout.paragraph('訂正', 12, { keep: 40 });
    layout.rule();
    for (const line of corrections) layout.paragraph(line, 8.5);
  }
  putEnd(layout, header.notChecked);
  return layout.pages;
}

function resultLines({ header, verdicts }: ReportSummary): string[] {
  const { accepted, query, returned, held } = verdicts;
  const { date, rules, settings, standard, schemas } = header.versions;
  const root = parseRootName(header.name);
  const counts = (['accepted', 'query', 'returned', 'held'] as const)
    .map((verdict) => `${recordWords[verdict].ja} ${verdicts[verdict]}件`)
    .join('、');
  const by = [rules, settings, standard, schemas].filter((each) => each !== null).join(' ・ ');
  const { receiptNumber = null } = header;
  const wholeReturn = wholeReturnText(header);
  return [
    ...(receiptNumber === null ? [] : [`受付番号\u3000${receiptNumber}`]),
    `アーカイブ\u3000${header.name}`,
    ...(root.ok ? [`送付元\u3000${root.value.sender}\u3000\u3000提出先\u3000${root.value.receiver}`] : []),
    `判定\u3000${archiveWords[header.verdict].ja}\u3000\u3000記録 ${accepted + query + returned + held}件（${counts}）`,
    ...(wholeReturn === null ? [] : [`一括返戻\u3000${wholeReturn}`]),
    `点検日\u3000${dayOf(date)}\u3000\u3000規則・設定・様式\u3000${by}`,
  ];
}

/** A day as people write it. */
export function dayOf(date: string): string {
  return `${date.slice(0, 4)}年${date.slice(4, 6)}月${date.slice(6)}日`;
}

function putDefect(layout: PageLayout, defect: Defect, number: number, date: string): void {
  const { rule, severity, returnReason, item, count, remedy, places } = defect;
  const about = [
    returnReason === null ? '' : `返戻理由 ${returnReason} ${reasonName(returnReason)}`,
    item === null ? '' : `項目 ${[item, itemName(item, date)].filter((part) => part !== '').join(' ')}`,
  ].filter((part) => part !== '');
  const title = `${number}. 【${severityWords[severity].ja}】 [${rule}] ${titleOf(rule).ja}\u3000${countText(defect)}`;
  layout.space(5);
  layout.paragraph(title, 10, { colour: colours[severity], keep: 70 });
  if (about.length > 0) layout.paragraph(about.join('\u3000\u3000'), 8.5, { indent: 12 });
  const shared = sharedBy(places);
  if (shared.message !== null) layout.paragraph(`指摘: ${shared.message.ja}`, 8.5, { indent: 12 });
  layout.paragraph(`対応: ${remedy.ja}`, 8.5, { indent: 12 });
  const rest = count - places.length;
  if (rest > 0)
    layout.paragraph(`最初の${places.length}件（ほか${rest}件は同じ不備）`, 8.5, {
      indent: 12,
      colour: grey,
    });
  layout.space(2);
  const columns = columnsFor(shared);
  layout.table(
    columns,
    places.map((place) => columns.map(({ text }) => text(place))),
  );
}

function recordRow({ index, verdict, file, ticketNumber, rules }: ListedRecord): string[] {
  const words = rules.map((rule) => `[${rule}] ${titleOf(rule).ja}`).join('、');
  return [String(index + 1), ticketNumber ?? '', recordWords[verdict].ja, withoutRoot(file), words];
}

function putEnd(layout: PageLayout, notChecked: readonly string[]): void {
  layout.space(8);
  if (notChecked.length > 0) {
    layout.paragraph(openHeading.ja, 7.5, { colour: grey, keep: 20 });
    for (const { why, rules } of openRules(notChecked)) {
      layout.paragraph(`${why.ja}: ${rules.join(' ')}`, 7.5, { colour: grey, indent: 12 });
    }
  }
  layout.paragraph('検出値は個人情報を含むことがあります。取扱いに注意してください。', 7.5, { colour: grey });
}
