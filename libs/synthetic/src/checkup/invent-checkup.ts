import { dayBefore, inventPerson } from '../person.js';
import { Random } from '../random.js';
import { type CheckupRecord, claimSubject, headerPatient, type RecordWish } from '../record.js';
import { additionalItemCodes, type Provider, type World } from '../world.js';
import { inventMeasurements } from './measurements.js';
import { checkupSections } from './sections.js';
import { settle } from './settlement.js';

const claimTypes = [
  [50, '1'],
  [20, '2'],
  [12, '3'],
  [8, '4'],
  [10, '5'],
] as const;

/** One checkup and its claim, valid in every respect. `serial` must be unique in the archive. */
export function inventCheckup(
  random: Random,
  world: World,
  provider: Provider,
  options: { serial: number; large: boolean; wish: RecordWish },
): CheckupRecord {
  const examDate = dayBefore(random, world.date, 3, 45);
  const person = inventPerson(random, world.insurers, options.serial, { date: examDate, oldest: 73 });
  const drawn = random.weighted(claimTypes);
  const claimType = options.wish.claimType ?? drawn;
  const detailed = claimType === '2' || claimType === '4';
  const drawnDetails = detailed ? inventDetails(random) : [];
  const details = options.wish.details ?? drawnDetails;
  const extended = claimType === '3' || claimType === '4';
  const additionalItems = extended ? additionalItemCodes.slice(0, random.between(1, 3)) : [];
  const results = inventMeasurements(random, {
    gender: person.gender,
    highPressure: detailed && options.wish.calm !== true,
    fasting: options.wish.fasting,
  });
  const ticket = { number: person.checkupTicket, expiry: person.ticketExpiry };
  const otherProgramYen = claimType === '1' && random.chance(6) ? 1500 : 0;
  const { commissionType } = provider;
  return {
    kind: 'checkup',
    report: {
      header: {
        reportCode: '10',
        creationDate: world.date,
        patient: headerPatient(person),
        author: provider,
        tickets: [{ kind: '1', ...ticket, insurerNumber: person.insurer.number }],
        programme: '010',
        serviceDate: examDate,
        performer: provider,
      },
      sections: checkupSections(random, person, results, {
        doctor: provider.doctor,
        details,
        additionalItems,
        dock: claimType === '5',
        large: options.large,
        // A source of its own: what it decides shifts nothing else.
        variety: new Random(world.seed, 9, options.serial),
      }),
    },
    claim: {
      subject: claimSubject(person, provider),
      ticketNumber: ticket.number,
      ticketExpiry: ticket.expiry,
      ...settle(
        { claimType, commissionType, details, additionalItems, otherProgramYen },
        person.insurer.terms,
      ),
    },
  };
}

function inventDetails(random: Random): ('1' | '2' | '3' | '4')[] {
  const chosen = (['1', '2', '3', '4'] as const).filter(() => random.chance(50));
  return chosen.length === 0 ? ['2'] : chosen;
}
