import { calendarDate, SCHEMA_FILES, writeIndex, writeSummary, oids } from '@daiko/exchange-format';
import { defaultSettings, inspect, type InspectionReport } from '../../src/index.js';
import { buildArchive, type Files, invented, sourceOf } from '../build-archive.js';
import { type PairTexts, validRecord } from '../judge-record.js';
import type { Mistake } from './mistake.js';

/** Number of the record with the mistake among its neighbours. */
export const mistakenRecord = 2;

const provider = '4511000004';
const root = `${provider}_${invented.agency}_${invented.date}0_1`;

/** Judges a mistake as `daiko check` does: in an archive of five whose four others are valid and of all claim types. */
export async function judgeMistake({
  base,
  edit,
}: Pick<Mistake, 'base' | 'edit'>): Promise<InspectionReport> {
  const pairs = (['extended', 'detailed', null, 'dock', 'checkup'] as const).map((neighbour, index) =>
    neighbour === null ? edit(validRecord(base)) : anotherPerson(validRecord(neighbour), index),
  );
  const source = sourceOf(await buildArchive(root, filesOf(pairs)));
  return inspect(source, { fileName: `${root}.zip` }, defaultSettings(invented.agency), invented.date);
}

// The bases lie in one archive, so a neighbour may not be the same person as the record under test.
function anotherPerson({ result, claim }: PairTexts, index: number): PairTexts {
  const renamed = (text: string) =>
    text
      .replace(/(6\.209(?:\.1\d{8})?" extension="\d{3})\d{2}/, `$19${index}`)
      .replace(/(6\.205" extension=")../, `$1９${'０１２３４５'[index]}`);
  return { result: renamed(result), claim: renamed(claim) };
}

function filesOf(pairs: readonly PairTexts[]): Files {
  const files: Record<string, string | Uint8Array> = {};
  pairs.forEach(({ result, claim }, index) => {
    const digits = `${provider}${invented.date}01${String(index).padStart(6, '0')}`;
    files[`DATA/h${digits}.xml`] = result;
    files[`CLAIMS/c${digits}.xml`] = claim;
  });
  const sum = (element: string) =>
    pairs.reduce((total, { claim }) => {
      const amount = Number(new RegExp(`<${element} value="(\\d+)"`).exec(claim)?.[1] ?? 0);
      return total + amount;
    }, 0);
  files['ix08_V08.xml'] = writeIndex({
    interactionType: '1',
    creationDate: calendarDate(invented.date),
    sender: { root: oids.providerNumber, number: provider },
    receiver: { root: oids.agencyNumber, number: invented.agency },
    serviceEventType: '1',
    totalRecordCount: pairs.length * 2,
  });
  files['su08_V08.xml'] = writeSummary({
    serviceEventType: '1',
    totalSubjectCount: pairs.length,
    totalCostAmount: sum('unitAmount'),
    totalPaymentAmount: sum('paymentAmount'),
    totalPaymentByOtherProgram: 0,
    totalClaimAmount: sum('claimAmount'),
  });
  for (const path of SCHEMA_FILES) files[path] = '<xs:schema/>';
  return files;
}
