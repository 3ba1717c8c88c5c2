import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { catalogue } from './catalogue.js';
import { RETURN_TEXT_MAX, returnText, titlesOf } from './return-text.js';

const folder = join(import.meta.dirname, 'rules');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const ruleFiles = files.filter((file) => /^[a-z]\d{3}-[a-z0-9-]+\.ts$/.test(basename(file)));
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/** Rules whose condition lies outside the archive; their findings have makers of their own. */
const ofMemory = ['A006', 'A027', 'A028', 'R004', 'R006', 'R008'];

describe('the catalogue', () => {
  it('holds every rule file once, in the order of ids', () => {
    const ids = ruleFiles.map((file) => basename(file).slice(0, 4).toUpperCase()).sort();
    expect(catalogue.map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(catalogue.map((rule) => [rule.id, rule] as const))(
    '%s is complete in both languages',
    (_id, rule) => {
      const { title, message, remedy } = rule;
      expect(placeholders(message.ja)).toEqual(placeholders(message.en));
      expect(placeholders(remedy.ja)).toEqual(placeholders(remedy.en));
      expect([...placeholders(title.ja), ...placeholders(title.en)]).toEqual([]);
      for (const text of [title.ja, title.en, message.ja, message.en, remedy.ja, remedy.en, rule.source]) {
        expect(text.trim()).not.toBe('');
      }
      // A return must hold at least one title whole.
      expect([...`[${rule.id}]${title.ja}。ほか99件`].length).toBeLessThanOrEqual(RETURN_TEXT_MAX);
      expect(remedy.ja.endsWith('。') && remedy.en.endsWith('.')).toBe(true);
    },
  );

  it('gives a reason to every rule that can return a record, and to no rule of the archive', () => {
    for (const { id, severity, returnReason, subject } of catalogue) {
      if (severity === 'return') expect([id, returnReason]).not.toEqual([id, null]);
      if (subject === 'archive' || subject === 'index') expect([id, returnReason]).toEqual([id, null]);
    }
  });

  it('has a firing document and a near miss for every rule', () => {
    const tests = [
      ...files.map((file) => join(folder, file)),
      join(import.meta.dirname, 'inspect-desk.test.ts'),
    ]
      .concat(join(import.meta.dirname, 'inspect-index.test.ts'))
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const untested = catalogue.map(({ id }) => id).filter((id) => !new RegExp(`\\[\\s*'${id}',`).test(tests));
    expect(untested).toEqual(ofMemory);
  });

  it('writes the text of a return with whole sentences only', () => {
    const findings = catalogue
      .filter(({ severity }) => severity === 'return')
      .map(({ id, severity, returnReason }) => ({ rule: id, severity, returnReason }));
    const text = returnText(findings as never, titlesOf(catalogue));
    expect([...text].length).toBeLessThanOrEqual(RETURN_TEXT_MAX);
    expect(text).toMatch(/^(\[[A-Z]\d{3}\][^[]+。)+ほか\d+件$/);
  });
});
