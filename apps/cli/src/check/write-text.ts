import type { ByteSource, EntryLocation } from '@daiko/exchange-format';
import {
  type BegunInspection,
  type Finding,
  openRules,
  reasonRank,
  type RecordReport,
  severityRank,
} from '@daiko/inspection-rules';
import { archiveWords, openHeading, recordWords, severityWords, titleOf } from '@daiko/report';
import { displayWidth } from '@daiko/exchange-format';
import { entriesOf, type Excerpt, excerptOf } from './excerpt.js';
import type { FixHints } from './fix-hints.js';
import type { Output } from './output.js';
import type { Tally } from './tally.js';
import { paint, printable, severityPaint, type Terminal, verdictPaint } from './terminal.js';

/** Findings of one rule that are printed in full; the rest is counted. */
const DETAILS_OF_A_RULE = 10;

/** What a text report is made of. */
export interface TextReportParts {
  readonly source: ByteSource;
  readonly inspection: BegunInspection;
  readonly records: AsyncIterable<RecordReport>;
  readonly tally: Tally;
  /** Null unless asked for. */
  readonly hints: FixHints | null;
  readonly terminal: Terminal;
  readonly output: Output;
}

/** Writes a report for a person: grouped by record, Japanese first; what repeats is counted, not repeated. */
export class TextReport {
  private readonly shown = new Map<string, number>();

  constructor(private readonly parts: TextReportParts) {}

  async write(): Promise<void> {
    const { inspection, records, output } = this.parts;
    const { versions, archive, directory } = inspection;
    const { ja, en } = archiveWords[archive.verdict];
    const verdict = this.painted(archive.verdict === 'accepted' ? 'green' : 'red', `${ja} / ${en}`);
    await output.write(`${printable(archive.name)}  ${verdict}\n`);
    await output.write(
      `  点検日 / date ${versions.date}  規則 / rules ${versions.rules}  設定 / settings ${versions.settings}  様式 / schemas ${versions.schemas}\n`,
    );
    for (const finding of inOrderOfMending(archive.findings))
      await this.writeFinding(finding, entriesOf(directory));
    for await (const report of records) await this.writeRecord(report);
    await this.writeStatistics();
    await this.writeSummary();
  }

  private async writeStatistics(): Promise<void> {
    const { inspection, tally, output } = this.parts;
    const findings = tally.countStatistics(inspection.statistics());
    if (findings.length === 0) return;
    await output.write('\nアーカイブ全体 / the archive as a whole\n');
    for (const finding of findings) await this.writeFinding(finding, []);
  }

  private async writeRecord(report: RecordReport): Promise<void> {
    const isNew = report.findings.some(({ rule }) => (this.shown.get(rule) ?? 0) < DETAILS_OF_A_RULE);
    if (!isNew && report.verdict !== 'held') return;
    const { ja, en } = recordWords[report.verdict];
    const of = report.verdict === 'held' ? '（点検側の障害）' : '';
    const verdict = this.painted(verdictPaint[report.verdict], `${ja}${of} / ${en}`);
    const lines = ['', `記録 / record ${report.index + 1}  ${verdict}`];
    for (const path of [report.file, report.claim]) if (path !== null) lines.push(`  ${printable(path)}`);
    await this.parts.output.write(`${lines.join('\n')}\n`);
    for (const finding of inOrderOfMending(report.findings)) {
      await this.writeFinding(finding, [report.resultEntry, report.claimEntry]);
    }
  }

  private async writeFinding(finding: Finding, entries: readonly (EntryLocation | null)[]): Promise<void> {
    const count = (this.shown.get(finding.rule) ?? 0) + 1;
    this.shown.set(finding.rule, count);
    if (count > DETAILS_OF_A_RULE) return;
    const { source, hints, terminal, output } = this.parts;
    const wantsHint = hints?.wants(finding) === true;
    const excerpt = wantsHint || terminal.isInteractive ? await excerptOf(source, entries, finding) : null;
    if (wantsHint) hints.add(finding, excerpt);
    const reason = finding.returnReason === null ? '' : `  理由 / reason ${finding.returnReason}`;
    const { ja, en } = severityWords[finding.severity];
    const mark = this.painted(severityPaint[finding.severity], `[${finding.rule}] ${ja} ${en}`);
    const lines = [`  ${mark}${reason}`, `    ${finding.message.ja}`, `    ${finding.message.en}`];
    const place = placeOf(finding);
    if (place !== '') lines.push(`    ${place}`);
    if (terminal.isInteractive && excerpt !== null) lines.push(...this.excerptLines(excerpt));
    if (finding.value !== null || finding.expected !== null) {
      const expected = finding.expected === null ? '' : ` → ${finding.expected}`;
      lines.push(`    値 / value: ${finding.value ?? '—'}${expected}`);
    }
    lines.push(`    対応 / remedy: ${finding.remedy.ja} / ${finding.remedy.en}`);
    // Painted parts are ours; what comes from the file must not steer the terminal.
    await output.write(`${[lines[0], ...lines.slice(1).map((line) => this.safe(line))].join('\n')}\n`);
  }

  private excerptLines({ line, text, caretAt, caretLength }: Excerpt): string[] {
    const gutter = `    ${line} | `;
    const clean = printable(text.replaceAll('\t', ' '));
    const blank = ' '.repeat(gutter.length + displayWidth(clean.slice(0, caretAt)));
    const length = Math.max(1, displayWidth(clean.slice(caretAt, caretAt + caretLength)));
    return [`${gutter}${clean}`, `${blank}${'^'.padEnd(length, '~')}`];
  }

  private safe(line: string): string {
    return /^ *\^~*$/.test(line) ? this.painted('red', line) : printable(line);
  }

  private painted(colour: Parameters<typeof paint>[1], text: string): string {
    return paint(this.parts.terminal.hasColours, colour, text);
  }

  private async writeSummary(): Promise<void> {
    const { inspection, tally, hints, terminal, output } = this.parts;
    const { accepted, query, returned, held } = tally.verdicts;
    const total = accepted + query + returned + held;
    const counts = `合格 accepted ${accepted}  照会 query ${query}  返戻 returned ${returned}  保留 held ${held}`;
    await output.write(`\n記録 / records ${total}: ${counts}\n`);
    const rules = tally.inOrderOfMending();
    for (const [rule, count] of rules) {
      const { ja, en } = titleOf(rule);
      const hidden = count - Math.min(this.shown.get(rule) ?? 0, DETAILS_OF_A_RULE);
      const rest = hidden > 0 ? `（うち${hidden}件は省略 / ${hidden} not shown）` : '';
      await output.write(`  ${String(count).padStart(6)} × [${rule}] ${ja} / ${en}${rest}\n`);
    }
    if (tally.faults.size > 0) {
      await output.write(`障害のあった規則 / rules that failed: ${[...tally.faults].sort().join(' ')}\n`);
    }
    await hints?.write(
      rules.map(([rule]) => rule),
      terminal.hasColours,
      output,
    );
    const open = openRules(inspection.notChecked).flatMap(({ why, rules }) => [
      `  ${why.ja} / ${why.en}:`,
      `    ${rules.join(' ')}`,
    ]);
    await output.write(`${openHeading.ja} / ${openHeading.en}:\n${open.join('\n')}\n`);
  }
}

/** What a sender should mend first at the beginning: what weighs most, then by the priority of 返戻理由. */
function inOrderOfMending(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      severityRank[a.severity] - severityRank[b.severity] ||
      reasonRank(a.returnReason) - reasonRank(b.returnReason),
  );
}

function placeOf({ file, line, xpath, item }: Finding): string {
  const path = file === null ? '' : line === null ? file : `${file}:${line}`;
  return [path, xpath ?? '', item === null ? '' : `項目 / item ${item}`]
    .filter((part) => part !== '')
    .join('  ');
}
