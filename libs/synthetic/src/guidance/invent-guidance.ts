import { type CalendarDate, fiscalYear, fiscalYearEnd } from '@daiko/exchange-format';
import { copayment } from '../checkup/settlement.js';
import { dayBefore, inventPerson, type Person } from '../person.js';
import type { Random } from '../random.js';
import { claimSubject, type GuidanceRecord, headerPatient } from '../record.js';
import type { Provider, World } from '../world.js';
import { type Course, type GuidanceLevel, type GuidanceStage, inventDates, stages } from './course.js';
import { type GuidanceBody, guidanceBody } from './sections.js';

/** One guidance record and its claim, valid in every respect. Without `level` the seed decides between 1 and 2. */
export function inventGuidance(
  random: Random,
  world: World,
  provider: Provider,
  options: { serial: number; stage: GuidanceStage; level: GuidanceLevel | null },
): GuidanceRecord {
  const { stage } = options;
  const serviceDate = dayBefore(random, world.date, 3, 30);
  const dates = inventDates(random, stage, serviceDate);
  const drawn = random.chance(45) ? '1' : '2';
  const level = options.level ?? drawn;
  const oldest = level === '1' ? 64 : 73;
  const person = inventPerson(random, world.insurers, options.serial, { date: dates.examDate, oldest });
  const expiry = fiscalYearEnd(fiscalYear(dates.interviewDate));
  const insurerNumber = person.insurer.number;
  const course = { stage, level, serviceDate, ...dates, smoker: random.chance(25) };
  const body = guidanceBody(random, course);
  return {
    kind: 'guidance',
    report: {
      header: {
        reportCode: `2${stages[stage].timing}`,
        creationDate: world.date,
        patient: { ...headerPatient(person), address: null },
        author: provider,
        tickets: [
          { kind: '1', number: person.checkupTicket, expiry: person.ticketExpiry, insurerNumber },
          { kind: '2', number: person.guidanceTicket, expiry, insurerNumber },
        ],
        programme: '100',
        serviceDate,
        performer: provider,
      },
      sections: body.sections,
    },
    claim: guidanceClaim(person, provider, course, body, expiry),
  };
}

function guidanceClaim(
  person: Person,
  provider: Provider,
  course: Course,
  body: GuidanceBody,
  expiry: CalendarDate,
): GuidanceRecord['claim'] {
  const { terms } = person.insurer;
  const { level, stage } = course;
  const { timing, active, motivational } = stages[stage];
  const unitPrice = terms.guidanceYen[level === '1' ? '1' : '2'];
  const paymentRate = level === '1' ? active : motivational;
  const calculatedAmount = amountDue(unitPrice, paymentRate, course, body);
  // Collected in full at the first claim.
  const isFirst = timing === '1' || timing === '5';
  const paymentAmount = isFirst ? copayment(terms.guidanceCopayment, null, unitPrice) : 0;
  return {
    guidanceLevel: level,
    guidanceTiming: timing,
    subject: claimSubject(person, provider),
    ticketNumber: person.guidanceTicket,
    checkupTicketNumber: person.checkupTicket,
    ticketExpiry: expiry,
    copayment: terms.guidanceCopayment,
    maxInsuranceLimit: null,
    unitPrice,
    paymentRate,
    pointCountCompleted: body.completedPoints,
    pointCountIntended: stage === 'ended' ? body.intendedPoints : null,
    calculatedAmount,
    paymentStatus: '1',
    paymentAmount,
    claimAmount: calculatedAmount - paymentAmount,
  };
}

/** 算定金額, whole yen, halves up; at an early end by the share of points reached. */
function amountDue(price: number, rate: number, { stage, level }: Course, body: GuidanceBody): number {
  if (stage !== 'ended') return Math.floor((price * rate + 50) / 100);
  if (level !== '1') return 0;
  const intended = body.intendedPoints!;
  const completed = Math.min(body.completedPoints!, intended);
  return Math.floor((price * rate * completed * 2 + 100 * intended) / (200 * intended));
}
