import { addDays, type CalendarDate, daysBetween, fiscalYear, fiscalYearEnd } from '@daiko/exchange-format';
import { copayment } from '../checkup/settlement.js';
import { dayBefore, inventPerson, type Person } from '../person.js';
import type { Random } from '../random.js';
import { claimSubject, type GuidanceRecord, headerPatient } from '../record.js';
import type { Provider, World } from '../world.js';
import { guidanceSections } from './sections.js';

/** The first claim (報告区分 21, 開始時) of a guidance and its record, valid in every respect. */
export function inventGuidance(
  random: Random,
  world: World,
  provider: Provider,
  options: { serial: number },
): GuidanceRecord {
  const interviewDate = dayBefore(random, world.date, 3, 30);
  const examDate = inventExamDate(random, interviewDate);
  const level = random.chance(45) ? '1' : '2';
  const oldest = level === '1' ? 64 : 73;
  const person = inventPerson(random, world.insurers, options.serial, { date: examDate, oldest });
  const expiry = fiscalYearEnd(fiscalYear(interviewDate));
  const insurerNumber = person.insurer.number;
  return {
    kind: 'guidance',
    report: {
      header: {
        reportCode: '21',
        creationDate: world.date,
        patient: { ...headerPatient(person), address: null },
        author: provider,
        tickets: [
          { kind: '1', number: person.checkupTicket, expiry: person.ticketExpiry, insurerNumber },
          { kind: '2', number: person.guidanceTicket, expiry, insurerNumber },
        ],
        programme: '100',
        serviceDate: interviewDate,
        performer: provider,
      },
      sections: guidanceSections(random, {
        level,
        examDate,
        interviewDate,
        early: earlyCode(daysBetween(examDate, interviewDate)),
        smoker: random.chance(25),
      }),
    },
    claim: guidanceClaim(person, provider, level, expiry),
  };
}

function guidanceClaim(
  person: Person,
  provider: Provider,
  level: '1' | '2',
  expiry: CalendarDate,
): GuidanceRecord['claim'] {
  const { terms } = person.insurer;
  const unitPrice = terms.guidanceYen[level];
  const paymentRate = level === '1' ? 40 : 80;
  const calculatedAmount = Math.floor((unitPrice * paymentRate + 50) / 100);
  const paymentAmount = copayment(terms.guidanceCopayment, null, unitPrice);
  return {
    guidanceLevel: level,
    guidanceTiming: '1',
    subject: claimSubject(person, provider),
    ticketNumber: person.guidanceTicket,
    checkupTicketNumber: person.checkupTicket,
    ticketExpiry: expiry,
    copayment: terms.guidanceCopayment,
    maxInsuranceLimit: null,
    unitPrice,
    paymentRate,
    pointCountCompleted: null,
    pointCountIntended: null,
    calculatedAmount,
    paymentStatus: '1',
    paymentAmount,
    claimAmount: calculatedAmount - paymentAmount,
  };
}

function inventExamDate(random: Random, interviewDate: CalendarDate): CalendarDate {
  const date = addDays(interviewDate, -(random.chance(30) ? random.between(0, 7) : random.between(20, 60)));
  return date < '20240401' ? interviewDate : date;
}

function earlyCode(days: number): '0' | '1' | '2' {
  if (days === 0) return '1';
  return days <= 7 ? '2' : '0';
}
