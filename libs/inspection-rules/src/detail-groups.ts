import type { Bilingual } from '@daiko/contracts';
import type { CheckupItem } from '@daiko/exchange-format';
import { CHECKUP_SECTION, ELDERLY_SECTION } from './programme-sections.js';
import type { RecordReading } from './record-reading.js';
import { itemCodes } from './item-codes.js';
import { text } from './text.js';

/** Code of 別表8. */
export type DetailCode = '1' | '2' | '3' | '4';

/** One group of 詳細な健診 as a record has it. */
export interface DetailGroup {
  readonly code: DetailCode;
  readonly name: Bilingual;
  /** Results that have a value. */
  readonly results: readonly CheckupItem[];
  /** Item codes of the results. */
  readonly resultCodes: readonly string[];
  /** Section of the results: that of the programme as soon as one stands there; '' without results. */
  readonly section: string;
  /** Section where 詳細な健診 of the programme stand: 01010 of 特定健診, 01020 of 広域連合の保健事業. */
  readonly programmeSection: string;
  /** 実施理由, whatever its state. */
  readonly reason: CheckupItem | null;
  readonly reasonCode: string;
  /** 対象者, whatever its state. */
  readonly subject: CheckupItem | null;
  /** Item code of 対象者; null for 貧血, which has none. */
  readonly subjectCode: string | null;
  /** 対象者 as recorded; '' without a value. */
  readonly subjectValue: string;
}

const groups = [
  {
    code: '1',
    name: text('貧血検査', 'blood count'),
    results: [...itemCodes.hematocrit, ...itemCodes.hemoglobin, ...itemCodes.erythrocytes],
    reason: itemCodes.anaemiaReason,
    subject: null,
  },
  {
    code: '2',
    name: text('心電図検査', 'electrocardiogram'),
    results: itemCodes.electrocardiogramFinding,
    reason: itemCodes.electrocardiogramReason,
    subject: itemCodes.electrocardiogramSubject,
  },
  {
    code: '3',
    name: text('眼底検査', 'fundus'),
    results: itemCodes.fundus,
    reason: itemCodes.fundusReason,
    subject: itemCodes.fundusSubject,
  },
  {
    code: '4',
    name: text('血清クレアチニン検査', 'creatinine'),
    results: [...itemCodes.creatinine, ...itemCodes.egfr],
    reason: itemCodes.creatinineReason,
    subject: itemCodes.creatinineSubject,
  },
] as const;

/** Names of the groups by code of 別表8. */
export const detailNames: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  groups.map(({ code, name }) => [code, name]),
);

const codesOf = ({ results, reason }: (typeof groups)[number]): readonly string[] => [...results, ...reason];

/** Item codes of results and reasons of all groups. */
export const detailCodes: readonly string[] = groups.flatMap(codesOf);

/** Item codes of results and reason of a group of 別表8; none of another code. */
export function detailCodesOf(code: string): readonly string[] {
  return groups.filter((group) => group.code === code).flatMap(codesOf);
}

/** Items of 実施理由. */
export const detailReasonCodes: readonly string[] = groups.flatMap(({ reason }) => [...reason]);

/** Groups of which a record has anything at all, in the order of 別表8. */
export function detailGroupsOf(facts: RecordReading): readonly DetailGroup[] {
  const found: DetailGroup[] = [];
  const programmeSection = detailSectionOf(facts);
  for (const { code, name, results: codes, reason: reasonCodes, subject: subjectCodes } of groups) {
    const reason = facts.itemOf(reasonCodes);
    const subject = subjectCodes === null ? null : facts.itemOf(subjectCodes);
    const results = resultsOf(facts, codes);
    if (reason === null && subject === null && results.length === 0) continue;
    const isOfProgramme = results.some(({ sectionCode }) => sectionCode === programmeSection);
    found.push({
      code,
      name,
      results,
      resultCodes: codes,
      section: isOfProgramme ? programmeSection : (results[0]?.sectionCode ?? ''),
      programmeSection,
      reason,
      reasonCode: reasonCodes[0],
      subject,
      subjectCode: subjectCodes === null ? null : subjectCodes[0],
      subjectValue: subject?.state === 'VALUE' ? subject.valueCode : '',
    });
  }
  return found;
}

/** Where 詳細な健診 of a record stand; what a 広域連合 has written into 01010 is taken as its own (M033). */
function detailSectionOf({ programme, checkup }: RecordReading): string {
  const isElderly =
    programme === '020' && checkup?.sections.some(({ code }) => code?.value === ELDERLY_SECTION);
  return isElderly === true ? ELDERLY_SECTION : CHECKUP_SECTION;
}

function resultsOf(facts: RecordReading, codes: readonly string[]): readonly CheckupItem[] {
  let results: CheckupItem[] | null = null;
  for (const code of codes) {
    const item = facts.item(code);
    if (item?.state === 'VALUE') (results ??= []).push(item);
  }
  return results ?? none;
}

const none: readonly never[] = [];

/** True for a group done as 詳細な健診: results in the section of the programme, and 対象者 does not say otherwise. */
export function isDetailed(group: DetailGroup): boolean {
  return group.section === group.programmeSection && group.subjectValue !== '0';
}

/** True where of creatinine and eGFR the second stands alone: K025 says what is missing, and with it nothing else is amiss. */
export function isEgfrAlone({ code, results, reason, subject }: DetailGroup): boolean {
  const isAlone = results.every((item) => item.code === itemCodes.egfr[0]);
  return code === '4' && results.length > 0 && isAlone && reason === null && subject === null;
}

/** True where the record speaks of a group of 詳細な健診: by its results or by its reason. */
export function isSpokenOf(group: DetailGroup): boolean {
  return isDetailed(group) || group.reason?.state === 'VALUE';
}
