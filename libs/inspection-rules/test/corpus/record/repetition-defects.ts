import { defect } from '../defect.js';
import { checkupBefore, guidanceBefore, ofAnother } from '../repeated-records.js';
import { addDays, calendarDate } from '@daiko/exchange-format';
import type { Row } from '../defect.js';

/** One event that is claimed twice in one archive: the later record is returned, the earlier one stands. */
export const repetitionDefects: readonly Row[] = [
  defect(
    '同じ記録を別のファイル名でもう一度送った',
    { checkup: checkupBefore },
    'H001 return',
    'claim',
    'すでに請求 記録2',
  ),
  defect(
    '同じ受診券で別の日の健診も請求した',
    {
      checkup: () => {
        const { report, ...record } = checkupBefore();
        const serviceDate = addDays(calendarDate(report.header.serviceDate), -1);
        return { ...record, report: { ...report, header: { ...report.header, serviceDate } } };
      },
    },
    'H002 return',
    'claim checkupCard/id',
    '同じ受診券',
  ),
  defect(
    '同じ方の同じ日の健診を、番号だけ変えてもう一度請求した',
    {
      checkup: () => {
        const { birthDate, name } = checkupBefore().claim.subject;
        return ofAnother(checkupBefore(), { number: '９９９９９９０１', birthDate, name });
      },
    },
    'H015 query',
    'claim checkupCard/id',
    '対象者の異なる 記録2',
  ),
  defect(
    '保健指導の同じ時点を書き直してもう一度請求した',
    {
      guidance: () => {
        const record = guidanceBefore();
        const { subject } = record.claim;
        return { ...record, claim: { ...record.claim, subject: { ...subject, postalCode: '100-0001' } } };
      },
    },
    'H008 return',
    'claim encounter/guidanceTiming',
    'すでに',
    { on: 'motivational, first' },
  ),
  defect(
    '同じ人の同じ健診を別の受診券でもう一度請求した',
    {
      checkup: () => {
        const { report, claim } = checkupBefore();
        const [ticket] = report.header.tickets;
        const tickets = [{ ...ticket!, number: '26199999999' }];
        return {
          kind: 'checkup',
          claim: { ...claim, ticketNumber: '26199999999' },
          report: { ...report, header: { ...report.header, tickets } },
        };
      },
    },
    'H003 query',
    'claim subjectPerson/insuranceCard',
    '同じ年度 記録2',
  ),
  defect(
    '別の人の記録に同じ受診券整理番号',
    { checkup: () => ofAnother(checkupBefore()) },
    'H015 query',
    'claim checkupCard/id',
    '整理番号 対象者 記録2',
  ),
  defect(
    '同じ人を別の被保険者番号で、同じ受診券整理番号でもう一度',
    { checkup: () => ofAnother(checkupBefore(), { number: '９９９９９９０１' }) },
    'H015 query',
    'claim checkupCard/id',
    '整理番号 記号・番号 記録2',
    { on: 'dock with limit' },
  ),
  defect(
    '別の人の保健指導に同じ利用券整理番号',
    { guidance: () => ofAnother(guidanceBefore(), { birthDate: '19670222' }) },
    'H008 return',
    'claim encounter/guidanceTiming',
    'すでに 記録2',
    { on: 'motivational, first' },
  ),
];
