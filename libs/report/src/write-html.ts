import { openRules } from '@daiko/inspection-rules';
import { htmlStyle } from './html-style.js';
import {
  type Defect,
  type DefectPlace,
  type ListedRecord,
  type ReportSummary,
  sharedBy,
  withoutRoot,
} from './summary.js';
import type { ReportedCorrection } from './reported.js';
import {
  archiveWords,
  itemName,
  reasonName,
  recordWords,
  severityWords,
  titleOf,
  wholeReturnText,
  correctionLines,
  countText,
  openHeading,
} from './words.js';

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as one page to read and to print (A4), Japanese first; it loads nothing and runs nothing. */
export function* writeHtml(summary: ReportSummary): Generator<string> {
  const { header, defects, records, recordsLeftOut } = summary;
  const date = header.versions.date;
  yield head(header.name);
  yield result(summary);
  yield `<section aria-labelledby="defects"><h2 id="defects">直すところ（優先順） <span lang="en">What to mend, first things first</span></h2>\n`;
  if (defects.length === 0) yield '<p>指摘はありません。 <span lang="en">No findings.</span></p>\n';
  for (const [at, defect] of defects.entries()) yield article(defect, at + 1, date);
  yield '</section>\n';
  if (records.length > 0) yield* recordTable(records, recordsLeftOut);
  yield correctionList(header.corrections ?? []);
  yield foot(header.notChecked);
}

function head(name: string): string {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>受付結果・返戻一覧 ${escapeHtml(name)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header><h1>受付結果・返戻一覧 <span lang="en">Inspection report</span></h1></header>
<main>
`;
}

function result({ header, verdicts }: ReportSummary): string {
  const { accepted, query, returned, held } = verdicts;
  const { date, rules, settings, standard, schemas } = header.versions;
  const counts = (['accepted', 'query', 'returned', 'held'] as const)
    .map((verdict) => `${recordWords[verdict].ja} ${verdicts[verdict]}件`)
    .join('、');
  const { receiptNumber = null } = header;
  const wholeReturn = wholeReturnText(header);
  const lines: [string, string][] = [
    ...(receiptNumber === null ? [] : [['受付番号', receiptNumber] as [string, string]]),
    ['アーカイブ', header.name],
    ['判定', `${archiveWords[header.verdict].ja} / ${archiveWords[header.verdict].en}`],
    ...(wholeReturn === null ? [] : [['一括返戻', wholeReturn] as [string, string]]),
    ['記録', `${accepted + query + returned + held}件（${counts}）`],
    ['点検日', `${date.slice(0, 4)}年${date.slice(4, 6)}月${date.slice(6)}日`],
    ['規則・設定・様式', [rules, settings, standard, schemas].filter((each) => each !== null).join(' ・ ')],
  ];
  const rows = lines.map(([term, text]) => `<dt>${term}</dt><dd>${escapeHtml(text)}</dd>`).join('\n');
  return `<section aria-labelledby="result"><h2 id="result">受付結果 <span lang="en">Result</span></h2>\n<dl>\n${rows}\n</dl></section>\n`;
}

function article(defect: Defect, number: number, date: string): string {
  const { rule, severity, returnReason, item, count, remedy, places } = defect;
  const word = severityWords[severity];
  const title = titleOf(rule);
  const about = [
    returnReason === null ? '' : `返戻理由 ${returnReason} ${reasonName(returnReason)}`,
    item === null ? '' : `項目 ${[item, itemName(item, date)].filter((part) => part !== '').join(' ')}`,
  ].filter((part) => part !== '');
  const lines = [
    `<article class="${severity}" aria-labelledby="defect-${number}">`,
    `<h3 id="defect-${number}"><span class="mark">${word.ja}</span>${number}. ${escapeHtml(`[${rule}] ${title.ja}`)} <span class="count">${countText(defect)}</span></h3>`,
    `<p lang="en">${escapeHtml(`${word.en}: ${title.en}`)}</p>`,
    about.length === 0 ? '' : `<p>${escapeHtml(about.join('　'))}</p>`,
    `<p>${escapeHtml(`対応: ${remedy.ja}`)}</p>\n<p lang="en">${escapeHtml(remedy.en)}</p>`,
    placeTable(places, count),
    '</article>',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

function placeTable(places: readonly DefectPlace[], count: number): string {
  const rest = count - places.length;
  const caption =
    rest > 0 ? `最初の${places.length}件（ほか${rest}件は同じ不備）` : `見つかった箇所 ${count}件`;
  const { message: shared, hasValues, hasExpected } = sharedBy(places);
  const heads = ['記録', '整理番号', 'ファイル', '行'];
  if (hasValues) heads.push('検出値');
  if (hasExpected) heads.push('期待値');
  if (shared === null) heads.push('指摘');
  const rows = places.map(
    ({ record, ticketNumber, file, line, value, expected, message }) =>
      `<tr>${numberCell(record === null ? null : record + 1)}${cell(ticketNumber, 'ticket')}${cell(withoutRoot(file), 'file')}${numberCell(line)}` +
      `${hasValues ? cell(value) : ''}${hasExpected ? cell(expected) : ''}${shared === null ? cell(message.ja) : ''}</tr>`,
  );
  const said = shared === null ? '' : `<p>${escapeHtml(`指摘: ${shared.ja}`)}</p>\n`;
  return said + tableOf(caption, heads, rows);
}

function* recordTable(records: readonly ListedRecord[], leftOut: number): Generator<string> {
  yield `<section aria-labelledby="records"><h2 id="records">返戻・照会・保留の記録 <span lang="en">Records that did not pass</span></h2>\n`;
  const rows = records.map(
    ({ index, verdict, file, ticketNumber, rules }) =>
      `<tr>${numberCell(index + 1)}${cell(ticketNumber, 'ticket')}${cell(recordWords[verdict].ja, 'ticket')}${cell(withoutRoot(file), 'file')}` +
      `${cell(rules.map((rule) => `[${rule}] ${titleOf(rule).ja}`).join('、'))}</tr>`,
  );
  const caption = leftOut > 0 ? `最初の${records.length}件（ほか${leftOut}件）` : `${records.length}件`;
  yield tableOf(caption, ['記録', '整理番号', '判定', 'ファイル', '不備'], rows);
  yield '</section>\n';
}

function correctionList(corrections: readonly ReportedCorrection[]): string {
  if (corrections.length === 0) return '';
  const items = correctionLines(corrections).map((line) => `<li>${escapeHtml(line)}</li>`);
  return `<section aria-labelledby="corrections"><h2 id="corrections">訂正 <span lang="en">Corrections</span></h2>\n<ul>\n${items.join('\n')}\n</ul></section>\n`;
}

function tableOf(caption: string, heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((each) => `<th scope="col">${each}</th>`).join('');
  return `<div class="scroll"><table><caption>${caption}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody></table></div>\n`;
}

function foot(notChecked: readonly string[]): string {
  const lines = openRules(notChecked).map(
    ({ why, rules }) =>
      `<li>${escapeHtml(why.ja)} <span lang="en">${escapeHtml(why.en)}</span>: ${escapeHtml(rules.join(' '))}</li>`,
  );
  const open =
    lines.length === 0
      ? ''
      : `<p>${openHeading.ja} <span lang="en">${openHeading.en}</span></p>\n<ul>\n${lines.join('\n')}\n</ul>\n`;
  return `</main>\n<footer>${open}<p>検出値は個人情報を含むことがあります。取扱いに注意してください。 <span lang="en">Values may be personal data: handle with care.</span></p></footer>\n</body>\n</html>\n`;
}

function cell(text: string | null, kind?: string): string {
  const open = kind === undefined ? '<td>' : `<td class="${kind}">`;
  return `${open}${escapeHtml(text ?? '')}</td>`;
}

function numberCell(value: number | null): string {
  return `<td class="number">${value ?? ''}</td>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Controls and marks that turn the direction of writing would let a value disguise what stands beside it.
// eslint-disable-next-line no-control-regex
const disguises = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text as it may stand in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(disguises, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
