import type { ArchiveVerdict, RecordVerdict, Severity } from '@daiko/contracts';
import { type BegunInspection, catalogue, type Finding, type RecordReport } from '@daiko/inspection-rules';
import type { Output } from './output.js';
import type { Tally } from './tally.js';

/** Findings of one rule that are printed in full; the rest is counted. */
const DETAILS_OF_A_RULE = 10;

const archiveWords: Readonly<Record<ArchiveVerdict, string>> = {
  accepted: '受付可 / accepted',
  refused: '受付不可 / refused',
  held: '判定保留（点検側の障害） / held (a fault of the checker)',
};
const recordWords: Readonly<Record<RecordVerdict, string>> = {
  accepted: '合格 / accepted',
  query: '照会 / query',
  returned: '返戻 / returned',
  held: '判定保留（点検側の障害） / held (a fault of the checker)',
};
const severityWords: Readonly<Record<Severity, string>> = {
  refuse: '受付不可 refuse',
  return: '返戻 return',
  query: '照会 query',
  warning: '警告 warning',
  info: '参考 info',
};

/** Writes a report for a person: grouped by record, Japanese first; what repeats is counted, not repeated. */
export async function writeText(inspection: BegunInspection, tally: Tally, output: Output): Promise<void> {
  const { versions, archive } = inspection;
  const shown = new Map<string, number>();
  tally.countFindings(archive.findings);
  await output.write(`${archive.name}  ${archiveWords[archive.verdict]}\n`);
  await output.write(
    `  点検日 / date ${versions.date}  規則 / rules ${versions.rules}  設定 / settings ${versions.settings}\n`,
  );
  for (const finding of archive.findings) await writeFinding(finding, shown, output);
  for await (const report of inspection.records()) {
    tally.countRecord(report);
    await writeRecord(report, shown, output);
  }
  await writeSummary(inspection, tally, shown, output);
}

async function writeRecord(report: RecordReport, shown: Map<string, number>, output: Output): Promise<void> {
  const isNew = report.findings.some(({ rule }) => (shown.get(rule) ?? 0) < DETAILS_OF_A_RULE);
  if (!isNew && report.verdict !== 'held') return;
  await output.write(`\n記録 / record ${report.index + 1}  ${recordWords[report.verdict]}\n`);
  for (const path of [report.file, report.claim]) if (path !== null) await output.write(`  ${path}\n`);
  for (const finding of report.findings) await writeFinding(finding, shown, output);
}

async function writeFinding(finding: Finding, shown: Map<string, number>, output: Output): Promise<void> {
  const count = (shown.get(finding.rule) ?? 0) + 1;
  shown.set(finding.rule, count);
  if (count > DETAILS_OF_A_RULE) return;
  const reason = finding.returnReason === null ? '' : `  理由 / reason ${finding.returnReason}`;
  const lines = [
    `  [${finding.rule}] ${severityWords[finding.severity]}${reason}`,
    `    ${finding.message.ja}`,
  ];
  lines.push(`    ${finding.message.en}`);
  const place = placeOf(finding);
  if (place !== '') lines.push(`    ${place}`);
  if (finding.value !== null || finding.expected !== null) {
    const expected = finding.expected === null ? '' : ` → ${finding.expected}`;
    lines.push(`    値 / value: ${finding.value ?? '—'}${expected}`);
  }
  lines.push(`    対応 / remedy: ${finding.remedy.ja} / ${finding.remedy.en}`);
  await output.write(`${lines.join('\n')}\n`);
}

function placeOf({ file, line, xpath, item }: Finding): string {
  const path = file === null ? '' : line === null ? file : `${file}:${line}`;
  return [path, xpath ?? '', item === null ? '' : `項目 / item ${item}`]
    .filter((part) => part !== '')
    .join('  ');
}

async function writeSummary(
  inspection: BegunInspection,
  tally: Tally,
  shown: ReadonlyMap<string, number>,
  output: Output,
): Promise<void> {
  const { accepted, query, returned, held } = tally.verdicts;
  const total = accepted + query + returned + held;
  const counts = `合格 accepted ${accepted}  照会 query ${query}  返戻 returned ${returned}  保留 held ${held}`;
  await output.write(`\n記録 / records ${total}: ${counts}\n`);
  const byCount = [...tally.rules].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  for (const [rule, count] of byCount) {
    const title = catalogue.find(({ id }) => id === rule)?.title;
    const hidden = count - Math.min(shown.get(rule) ?? 0, DETAILS_OF_A_RULE);
    const rest = hidden > 0 ? `（うち${hidden}件は省略 / ${hidden} not shown）` : '';
    await output.write(
      `  ${String(count).padStart(6)} × [${rule}] ${title?.ja ?? ''} / ${title?.en ?? ''}${rest}\n`,
    );
  }
  if (tally.faults.size > 0) {
    await output.write(`障害のあった規則 / rules that failed: ${[...tally.faults].sort().join(' ')}\n`);
  }
  const open = inspection.notChecked.join(' ');
  await output.write(
    `台帳・履歴・検査装置が必要なため点検していない規則 / not checked, need masters, history or scanner:\n  ${open}\n`,
  );
}
