import { v3Namespace, v4Namespace } from '@daiko/exchange-format';
import type { InventedRecord } from '../record.js';
import type { NamedDefect, PairFiles } from './defect.js';
import { editClaimSubject, editPatient } from './edit-record.js';

const both = ['checkup', 'guidance'] as const;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

function inBoth(rule: string, edit: <T extends InventedRecord>(record: T) => T): NamedDefect {
  return { rule, verdict: 'returned', kinds: both, applyCheckup: edit, applyGuidance: edit };
}

function inClaimText(rule: string, edit: (text: string) => string): NamedDefect {
  return {
    rule,
    verdict: 'returned',
    kinds: both,
    applyFiles: (files: PairFiles) => ({
      ...files,
      claim: files.claim === null ? null : encoder.encode(edit(decoder.decode(files.claim))),
    }),
  };
}

function inResultText(rule: string, edit: (text: string) => string): NamedDefect {
  return {
    rule,
    verdict: 'returned',
    kinds: both,
    applyFiles: (files: PairFiles) => ({ ...files, data: encoder.encode(edit(decoder.decode(files.data))) }),
  };
}

function wrongLastDigit(number: string): string {
  return number.slice(0, -1) + String((Number(number.at(-1)) + 1) % 10);
}

/** Defects of both kinds: identity, XML. */
export const sharedDefects = {
  'insurer-number-check-digit': inBoth('I002', (record) =>
    editPatient(record, { insurerNumber: wrongLastDigit(record.claim.subject.insurerNumber) }),
  ),
  'pair-number-differs': inBoth('I023', (record) =>
    editClaimSubject(record, { number: `${record.claim.subject.number}９` }),
  ),
  'pair-birth-differs': inBoth('I026', (record) => {
    const { birthDate } = record.claim.subject;
    const day = birthDate.endsWith('02') ? '03' : '02';
    return editClaimSubject(record, { birthDate: `${birthDate.slice(0, 6)}${day}` });
  }),
  'birth-impossible': inBoth('I014', (record) =>
    editPatient(record, { birthDate: `${record.claim.subject.birthDate.slice(0, 4)}0230` }),
  ),
  'claim-not-well-formed': inClaimText('X001', (text) => text.replace('</settlement>', '')),
  doctype: inClaimText('X002', (text) =>
    text.replace('?>\n', '?>\n<!DOCTYPE claim [<!ENTITY outside SYSTEM "file:///nowhere">]>\n'),
  ),
  'result-element-unknown': inResultText('X007', (text) =>
    text.replace('<recordTarget', '<facility/><recordTarget'),
  ),
  'wrong-namespace': inClaimText('X005', (text) => text.replace(v4Namespace, 'urn:example:other')),
  'old-namespace': inClaimText('X006', (text) => text.replace(v4Namespace, v3Namespace)),
} satisfies Record<string, NamedDefect>;

/** Defects of the archive as a whole. */
export const archiveDefects = {
  'index-count-wrong': {
    rule: 'S001',
    verdict: 'refused',
    kinds: both,
    applyIndex: (draft) => ({ ...draft, totalRecordCount: draft.totalRecordCount + 1 }),
  },
  'summary-claim-wrong': {
    rule: 'S006',
    verdict: 'refused',
    kinds: both,
    applySummary: (draft) => ({ ...draft, totalClaimAmount: draft.totalClaimAmount + 1000 }),
  },
  'missing-pair': {
    rule: 'A019',
    verdict: 'refused',
    kinds: both,
    applyFiles: (files) => ({ ...files, claim: null }),
  },
  'duplicate-in-archive': { rule: 'H001', verdict: 'returned', kinds: both, repeats: true },
} satisfies Record<string, NamedDefect>;
