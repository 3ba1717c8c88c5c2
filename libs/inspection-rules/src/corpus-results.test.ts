import { describe, expect, it } from '@jest/globals';
import { detailMistakes } from '../test/mistakes/detail-mistakes.js';
import { documentMistakes, identityMistakes } from '../test/mistakes/header-mistakes.js';
import { codeMistakes } from '../test/mistakes/code-mistakes.js';
import { furtherMistakes } from '../test/mistakes/further-mistakes.js';
import { judgeMistake, mistakenRecord } from '../test/mistakes/judge-mistake.js';
import { legalResults } from '../test/mistakes/legal-results.js';
import type { Mistake } from '../test/mistakes/mistake.js';
import { structureMistakes } from '../test/mistakes/structure-mistakes.js';
import { textMistakes } from '../test/mistakes/text-mistakes.js';
import { valueMistakes } from '../test/mistakes/value-mistakes.js';
import type { Finding, InspectionReport } from './index.js';

const isGrave = ({ severity }: Finding) => severity !== 'warning' && severity !== 'info';
const shown = ({ rule, severity, xpath, message }: Finding) =>
  `${rule} ${severity} ${xpath ?? ''} ${message.ja}`;

/** Grave findings on the archive and on the records beside the mistaken one. */
function elsewhere({ archive, records }: InspectionReport): string[] {
  const neighbours = records.flatMap(({ findings }, at) => (at === mistakenRecord ? [] : findings));
  return [...archive.findings, ...neighbours].filter(isGrave).map(shown);
}

/** What is wrong with an answer; nothing where the mistake is said once, in its words and at its place. */
function faultsOf({ answer }: Mistake, report: InspectionReport): string[] {
  const record = report.records[mistakenRecord]!;
  const { findings } = record;
  const grave = findings.filter(isGrave);
  if (answer === null) return grave.map(shown);
  const [main] = answer.rules;
  const said = findings.filter(({ rule }) => rule === main);
  const isNamed = ({ message }: Finding) => answer.says.every((word) => message.ja.includes(word));
  const faults = [
    ...(record.verdict === 'held' ? ['a rule threw'] : []),
    ...(said.length === 0 ? ['silent'] : []),
    ...(said.length > 0 && !said.some(isNamed) ? ['vague'] : []),
    ...(said.some((one) => isNamed(one) && answer.at.test(one.xpath ?? '')) ? [] : ['wrong place']),
    ...grave.filter(({ rule }) => !answer.rules.includes(rule)).map(({ rule }) => `noise ${rule}`),
  ];
  return faults.length === 0 ? [] : [...faults, ...findings.map(shown)];
}

function prove(mistakes: readonly Mistake[]): void {
  it.each(mistakes.map((mistake) => [mistake.name, mistake] as const))('%s', async (_name, mistake) => {
    const report = await judgeMistake(mistake);
    expect([...faultsOf(mistake, report), ...elsewhere(report)]).toEqual([]);
    expect(report.archive.verdict).toBe('accepted');
  });
}

describe('the judge says of a result what is wrong with it, where it is, and of nothing beside it', () => {
  describe('who the person is', () => prove(identityMistakes));
  describe('dates, ticket and document', () => prove(documentMistakes));
  describe('sections and items', () => prove(structureMistakes));
  describe('numbers, units, types and marks', () => prove(valueMistakes));
  describe('codes and what follows from them', () => prove(codeMistakes));
  describe('texts', () => prove(textMistakes));
  describe('a second round', () => prove(furtherMistakes));
  describe('詳細な健診 and what is added', () => prove(detailMistakes));
});

describe('the judge leaves results alone that are unusual but right', () => prove(legalResults));
