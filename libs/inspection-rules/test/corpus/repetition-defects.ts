import { addDays, calendarDate } from '@daiko/exchange-format';
import type { CheckupRecord, GuidanceRecord } from '@daiko/synthetic';
import type { CorpusDefect } from './prove-corpus.js';
import { isCheckup, isGuidance, neighboursOf } from './valid-records.js';

/** The record before the target. */
function checkupBefore(): CheckupRecord {
  const { record } = neighboursOf('basic')[1]!;
  if (!isCheckup(record)) throw new Error('a checkup was expected');
  return record;
}

function guidanceBefore(): GuidanceRecord {
  const { record } = neighboursOf('motivational, first')[1]!;
  if (!isGuidance(record)) throw new Error('a guidance was expected');
  return record;
}

/** One event that is claimed twice in one archive: the later record is returned, the earlier one stands. */
export const repetitionDefects: readonly CorpusDefect[] = [
  {
    defect: '同じ記録を別のファイル名でもう一度送った',
    edit: { checkup: checkupBefore },
    rule: 'H001',
    file: 'claim',
    words: /すでに請求.*記録2/,
  },
  {
    defect: '同じ受診券で別の日の健診も請求した',
    edit: {
      checkup: () => {
        const { report, ...record } = checkupBefore();
        const serviceDate = addDays(calendarDate(report.header.serviceDate), -1);
        return { ...record, report: { ...report, header: { ...report.header, serviceDate } } };
      },
    },
    rule: 'H002',
    file: 'claim',
    at: /checkupCard\/id$/,
    words: /同じ受診券/,
  },
  {
    defect: '保健指導の同じ時点を書き直してもう一度請求した',
    on: 'motivational, first',
    edit: {
      guidance: () => {
        const record = guidanceBefore();
        const { subject } = record.claim;
        return { ...record, claim: { ...record.claim, subject: { ...subject, postalCode: '100-0001' } } };
      },
    },
    rule: ['H008', 'H001'],
    file: 'claim',
    words: /すでに|既に/,
  },
];
