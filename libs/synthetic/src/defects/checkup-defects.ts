import { addDays, calendarDate, type CheckupItemDraft, oids } from '@daiko/exchange-format';
import { birthDateFor } from '../person.js';
import type { CheckupRecord } from '../record.js';
import type { NamedDefect } from './defect.js';
import { editClaim, editItem, editPatient, editTicket } from './edit-record.js';

const checkup = ['checkup'] as const;

function returned(rule: string, applyCheckup: NonNullable<NamedDefect['applyCheckup']>): NamedDefect {
  return { rule, verdict: 'returned', kinds: checkup, applyCheckup };
}

function withItem(
  rule: string,
  code: string,
  edit: (item: CheckupItemDraft) => CheckupItemDraft[],
): NamedDefect {
  return returned(rule, (record) => editItem(record, code, edit));
}

/** 10 yen too much of one kind; the sums follow. */
function withCopayment(
  rule: string,
  claimType: '1' | '2' | '3' | '5',
  part: 'paymentForBasic' | 'paymentForDetail' | 'paymentForOther',
): NamedDefect {
  const applyCheckup = (record: CheckupRecord) =>
    editClaim(record, {
      [part]: record.claim[part]! + 10,
      paymentAmount: record.claim.paymentAmount + 10,
      claimAmount: record.claim.claimAmount - 10,
    });
  return { ...returned(rule, applyCheckup), wish: { claimType } };
}

const examDateOf = (record: CheckupRecord) => calendarDate(record.report.header.serviceDate);

function withExamDate(record: CheckupRecord, serviceDate: string): CheckupRecord {
  return { ...record, report: { ...record.report, header: { ...record.report.header, serviceDate } } };
}

const theDayBefore = (record: CheckupRecord): CheckupRecord =>
  withExamDate(record, addDays(examDateOf(record), -1));

function withAnotherTicket(record: CheckupRecord): CheckupRecord {
  const { ticketNumber } = record.claim;
  if (ticketNumber === null) return record;
  const serial = (Number(ticketNumber.slice(3)) + 1) % 100_000_000;
  return editTicket(record, '1', { number: `${ticketNumber.slice(0, 3)}${String(serial).padStart(8, '0')}` });
}

/** Somebody else under the same ticket of the same insurer. */
function asAnotherPerson(record: CheckupRecord): CheckupRecord {
  const { number } = record.claim.subject;
  const last = number.endsWith('１') ? '２' : '１';
  return editPatient(record, { number: `${number.slice(0, -1)}${last}`, name: 'カクウノベツジン' });
}

/** Defects of checkups: money, results, dates. */
export const checkupDefects = {
  'ticket-used-twice': { ...returned('H002', theDayBefore), repeats: true },
  'second-checkup-of-the-year': {
    ...returned('H003', (record) => withAnotherTicket(theDayBefore(record))),
    verdict: 'query',
    repeats: true,
  },
  'ticket-of-another': { ...returned('H015', asAnotherPerson), verdict: 'query', repeats: true },
  'claim-amount-wrong': returned('P006', (record) =>
    editClaim(record, { claimAmount: record.claim.claimAmount + 500 }),
  ),
  'unit-amount-wrong': returned('P004', (record) =>
    editClaim(record, {
      unitAmount: record.claim.unitAmount + 1000,
      claimAmount: record.claim.claimAmount + 1000,
    }),
  ),
  'payment-sum-wrong': returned('P005', (record) =>
    editClaim(record, {
      paymentAmount: record.claim.paymentAmount + 100,
      claimAmount: record.claim.claimAmount - 100,
    }),
  ),
  'basic-copayment-wrong': withCopayment('P007', '1', 'paymentForBasic'),
  'detail-copayment-wrong': withCopayment('P008', '2', 'paymentForDetail'),
  'additional-copayment-wrong': withCopayment('P009', '3', 'paymentForOther'),
  'dock-copayment-wrong': withCopayment('P009', '5', 'paymentForOther'),
  'price-not-recorded': {
    ...returned('P011', (record) =>
      editClaim(record, {
        unitPriceBasic: 0,
        paymentForBasic: 0,
        unitAmount: 0,
        paymentAmount: 0,
        paymentByOtherProgram: null,
        claimAmount: 0,
      }),
    ),
    wish: { claimType: '1' },
  },
  'additional-price-without-code': {
    ...returned('P014', (record) => {
      const [first, ...others] = record.claim.unitPriceOthers;
      return editClaim(record, { unitPriceOthers: [{ ...first!, code: null }, ...others] });
    }),
    wish: { claimType: '3' },
  },
  'ticket-expired': returned('T007', (record) =>
    editTicket(record, '1', { expiry: addDays(examDateOf(record), -1) }),
  ),
  'bmi-missing': withItem('M003', '9N011000000000001', () => []),
  'waist-missing': withItem('M004', '9N016160100000001', () => []),
  'doctor-name-missing': withItem('M023', '9N511000000000049', (item) => [
    { ...item, authorName: undefined },
  ]),
  'smoking-old-code': withItem('C003', '9N736000000000011', (item) => [
    { ...item, valueCode: '2', valueCodeSystem: '1.2.392.200119.6.2003' },
  ]),
  'unit-wrong': withItem('V005', '9N006000000000001', (item) => [{ ...item, unit: 'g' }]),
  'unknown-item': withItem('V001', '9N001000000000001', (item) => [
    item,
    { code: '9N999000000000001', type: 'PQ', value: '1', unit: 'cm' },
  ]),
  'duplicate-item': withItem('V003', '9N001000000000001', (item) => [item, item]),
  'bmi-wrong': withItem('K002', '9N011000000000001', (item) => [
    { ...item, value: (Number(item.value) + 2).toFixed(1) },
  ]),
  'blood-pressure-inverted': returned('K006', (record) => {
    const lowered = editItem(record, '9A751000000000001', (item) => [{ ...item, value: '70' }]);
    return editItem(lowered, '9A761000000000001', (item) => [{ ...item, value: '120' }]);
  }),
  'exam-in-future': returned('D002', (record) =>
    withExamDate(record, addDays(calendarDate(record.report.header.creationDate), 30)),
  ),
  'exam-before-40': returned('D007', (record, random) => {
    const endYear = Number(record.report.header.tickets[0]!.expiry.slice(0, 4));
    return editPatient(record, { birthDate: birthDateFor(random, endYear, 32) });
  }),
  'fasting-mismatch': {
    ...withItem('K011', '9N141000000000011', (item) => [{ ...item, valueCode: '3' }]),
    wish: { fasting: true },
  },
  'value-implausible': {
    ...withItem('V015', '3B090000002327101', (item) => [{ ...item, value: '9900' }]),
    verdict: 'query',
  },
  'ticket-other-year': {
    ...returned('T003', (record) => {
      const number = record.claim.ticketNumber!;
      const year = String(Number(number.slice(0, 2)) - 1).padStart(2, '0');
      return editTicket(record, '1', { number: `${year}${number.slice(2)}` });
    }),
    verdict: 'query',
  },
  'local-item-in-programme-section': {
    ...withItem('V002', '9N001000000000001', (item) => [
      item,
      { code: 'LOCAL000000000001', codeSystem: oids.localItem, type: 'ST', value: '架空の独自項目' },
    ]),
    verdict: 'warning',
  },
} satisfies Record<string, NamedDefect>;
