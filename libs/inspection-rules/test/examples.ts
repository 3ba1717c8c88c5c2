import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from '@jest/globals';
import type { Finding } from '../src/index.js';
import type { ExcerptPair } from './excerpts.js';

/** Where the examples lie that `docs/rules/` shows: one file a rule. */
export const exampleFolder = join(import.meta.dirname, '../examples');

/** A wrong and a corrected example of a rule, as a test has proved it. */
export interface RuleExample extends ExcerptPair {
  readonly rule: string;
  /** Test file with the table it is from. */
  readonly table: string;
  /** Kind of file by its folder and first letter, null for the archive itself. */
  readonly file: string | null;
  readonly line: number | null;
  readonly xpath: string | null;
  readonly message: { readonly ja: string; readonly en: string };
}

/**
 * Keeps the example of a rule (`DAIKO_WRITE_EXAMPLES=1`), or proves that the one kept is what the table gives now. The first table
 * that has a case of a rule gives its example.
 */
export function keepExample(finding: Finding, excerpts: ExcerptPair): void {
  const table = basename(expect.getState().testPath ?? '');
  const path = join(exampleFolder, `${finding.rule}.json`);
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as RuleExample) : null;
  if (kept !== null && kept.table !== table) return;
  const example: RuleExample = {
    rule: finding.rule,
    table,
    file: finding.file === null ? null : finding.file.replace(/^[^/]*\//, '').replace(/\d{26}/, '…'),
    line: finding.line,
    xpath: finding.xpath,
    message: finding.message,
    ...excerpts,
  };
  if (process.env.DAIKO_WRITE_EXAMPLES === '1') {
    mkdirSync(exampleFolder, { recursive: true });
    writeFileSync(path, `${JSON.stringify(example, null, 2)}\n`);
  } else {
    // Stale or missing: run the test with DAIKO_WRITE_EXAMPLES=1, then npm run generate.
    expect(kept).toEqual(example);
  }
}
