import { addDays, calendarDate, type GuidanceItemDraft } from '@daiko/exchange-format';
import type { GuidanceRecord, RecordWish } from '../record.js';
import type { NamedDefect } from './defect.js';
import {
  editDoneActs,
  editGuidanceClaim,
  editGuidanceItem,
  editTicket,
  withoutSection,
} from './edit-record.js';

const guidance = ['guidance'] as const;

function returned(
  rule: string,
  applyGuidance: (record: GuidanceRecord) => GuidanceRecord,
  wish: RecordWish = {},
): NamedDefect {
  return { rule, verdict: 'returned', kinds: guidance, applyGuidance, wish };
}

/** A number written `by` too large. */
const raised = (by: number) => (item: GuidanceItemDraft) => [
  { ...item, value: String(Number(item.value) + by) },
];

/** The first day something was done in a section. */
function dayIn(record: GuidanceRecord, section: string): ReturnType<typeof calendarDate> {
  const acts = record.report.sections.find(({ code }) => code === section)?.acts ?? [];
  return calendarDate(acts.find(({ mood }) => mood === 'EVN')!.date!);
}

/** The evaluation on another day; the header follows. */
function evaluatedOn(record: GuidanceRecord, serviceDate: string): GuidanceRecord {
  const moved = editDoneActs(record, '90060', (act) => ({ ...act, date: serviceDate }));
  return { ...moved, report: { ...moved.report, header: { ...moved.report.header, serviceDate } } };
}

/** Defects of guidance alone. */
export const guidanceDefects = {
  'guidance-level-differs': returned('G004', (record) =>
    editGuidanceClaim(record, { guidanceLevel: record.claim.guidanceLevel === '1' ? '2' : '1' }),
  ),
  'guidance-amount-wrong': returned('G044', (record) =>
    editGuidanceClaim(record, { claimAmount: record.claim.claimAmount + 100 }),
  ),
  'guidance-rate-wrong': returned(
    'G042',
    (record) => {
      const calculatedAmount = Math.floor((record.claim.unitPrice * 50 + 50) / 100);
      const claimAmount = calculatedAmount - record.claim.paymentAmount;
      return editGuidanceClaim(record, { paymentRate: 50, calculatedAmount, claimAmount });
    },
    { stage: 'first' },
  ),
  'guidance-ticket-expired': returned(
    'T008',
    (record) => editTicket(record, '2', { expiry: addDays(dayIn(record, '90030'), -1) }),
    { stage: 'first' },
  ),
  'evaluation-section-missing': returned('G002', (record) => withoutSection(record, '90060'), {
    stage: 'evaluated',
    level: '2',
  }),
  'plan-missing': returned('G003', (record) => withoutSection(record, '90070'), {
    stage: 'first',
    level: '1',
  }),
  'checkup-date-missing': returned('G007', (record) => editGuidanceItem(record, '1020000004', () => []), {
    stage: 'first',
    level: '2',
  }),
  'early-interview-code-wrong': returned(
    'G011',
    (record) =>
      editGuidanceItem(record, '1022000016', (item) => [
        { ...item, valueCode: item.valueCode === '0' ? '2' : '0' },
      ]),
    { stage: 'first', level: '2' },
  ),
  'interview-by-telephone': returned(
    'G012',
    (record) => editDoneActs(record, '90030', (act) => ({ ...act, form: '5' })),
    { stage: 'first', level: '2' },
  ),
  'second-half-missing': returned('G016', (record) => editDoneActs(record, '90030', () => null), {
    stage: 'first-split',
  }),
  'interview-too-short': {
    ...returned(
      'G013',
      (record) => editGuidanceItem(record, '1022000013', (item) => [{ ...item, value: '15' }]),
      {
        stage: 'first',
        level: '2',
      },
    ),
    verdict: 'warning',
  },
  'planned-points-wrong': returned('G019', (record) => editGuidanceItem(record, '1041010080', raised(10)), {
    stage: 'first',
    level: '1',
  }),
  'support-points-wrong': returned('G022', (record) => editGuidanceItem(record, '1032300014', raised(10)), {
    stage: 'evaluated',
    level: '1',
  }),
  'support-count-wrong': returned('G024', (record) => editGuidanceItem(record, '1042010010', raised(1)), {
    stage: 'evaluated',
    level: '1',
  }),
  'completed-points-wrong': returned(
    'G025',
    (record) =>
      editGuidanceClaim(editGuidanceItem(record, '1042010080', raised(10)), {
        pointCountCompleted: record.claim.pointCountCompleted! + 10,
      }),
    { stage: 'evaluated', level: '1' },
  ),
  'weight-not-evaluated': returned('G027', (record) => editGuidanceItem(record, '1042001032', () => []), {
    stage: 'evaluated',
    level: '2',
  }),
  'evaluation-too-early': returned(
    'G029',
    (record) => evaluatedOn(record, addDays(dayIn(record, '90030'), 80)),
    { stage: 'evaluated', level: '2' },
  ),
  'achievement-without-goal': returned(
    'G034',
    (record) => editGuidanceItem(record, '1042001046', (item) => [{ ...item, valueCode: '0' }]),
    { stage: 'evaluated', level: '1' },
  ),
  'completed-points-at-start': returned(
    'G046',
    (record) => editGuidanceClaim(record, { pointCountCompleted: 20 }),
    {
      stage: 'first',
      level: '1',
    },
  ),
  'intended-points-missing': returned(
    'G047',
    (record) => editGuidanceClaim(record, { pointCountIntended: null }),
    {
      stage: 'ended',
      level: '1',
    },
  ),
  'amount-at-early-end': {
    ...returned(
      'G050',
      (record) => {
        const amount = Math.floor((record.claim.unitPrice * record.claim.paymentRate + 50) / 100);
        return editGuidanceClaim(record, { calculatedAmount: amount, claimAmount: amount });
      },
      { stage: 'ended', level: '2' },
    ),
    verdict: 'query',
  },
} satisfies Record<string, NamedDefect>;
