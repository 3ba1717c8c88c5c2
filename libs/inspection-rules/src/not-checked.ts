import type { InspectionSettings } from './settings.js';
import type { ArchiveContext } from './archive-facts.js';
import { rulesOfLastYear } from './statistics/last-year.js';

/**
 * Rules of the catalogue that need more than the archive: a scanner, masters (台帳, 契約, 機関), a history,
 * or other archives of the institution (H014: how many in a row were returned). They are checked where those are, never offline.
 */
const beyondTheArchive: readonly string[] = [
  'A006',
  'A027',
  'A028',
  'A029',
  ...['I003', 'I020'],
  ...['T009', 'T010', 'T011', 'T012', 'T013', 'T014', 'T015', 'T016', 'T017', 'T018', 'T019'],
  ...['T020', 'T021', 'T022', 'T023', 'T025', 'T026'],
  ...['K034', 'E009', 'P016', 'P019', 'P020', 'P021', 'P022', 'P024'],
  ...['G008', 'G031', 'G032', 'G033', 'G037', 'G038', 'G039', 'G041', 'G051', 'G052', 'G053'],
  ...['H001', 'H002', 'H003', 'H004', 'H005', 'H006', 'H007', 'H008', 'H009', 'H010', 'H011', 'H012'],
  ...['H013', 'H014', 'R004', 'R005', 'R006', 'R008'],
  ...rulesOfLastYear,
];

/** Ids of rules that an inspection of the archive alone leaves open, sorted. */
export function notChecked(context: ArchiveContext, settings: InspectionSettings): string[] {
  const open = [...beyondTheArchive];
  if (context.senderNumber === undefined) open.push('A012');
  if (settings.agencyNumber === '') open.push('A013');
  if (settings.cutOffDay === null) open.push('A031');
  if (!hasPatterns(settings)) open.push('I008');
  return open.sort();
}

/** True where some insurer said what its 記号・番号 look like. */
function hasPatterns({ terms, insurerTerms }: InspectionSettings): boolean {
  const all = [terms, ...insurerTerms.map((change) => change.terms)];
  return all.some(({ insuredPatterns }) => insuredPatterns !== undefined && insuredPatterns !== null);
}
