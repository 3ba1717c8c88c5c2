import type { ChargeDraft } from '@daiko/exchange-format';
import { inventRecord } from '../archive/invent-record.js';
import type { ArchivePlan } from '../archive/plan-archive.js';
import type { InventedRecord } from '../record.js';
import type { Insurer, Terms, World } from '../world.js';

/** 受診券発行台帳, 被保険者マスタ and 契約マスタ of an insurer as CSV, for `daiko masters import`. */
export interface MasterFiles {
  readonly tickets: string;
  readonly members: string;
  readonly contracts: string;
}

const validFrom = '20240401';

/**
 * Masters of an insurer that agree with every record of it in the plans, the defective ones as they are sent, but for
 * the tickets that are cancelled.
 */
export function writeMasters(
  insurer: Insurer,
  plans: readonly ArchivePlan[],
  cancelled: readonly string[] = [],
): MasterFiles {
  const tickets = new Map<string, string>();
  const members = new Set<string>();
  for (const plan of plans) {
    for (const planned of plan.records) {
      const { record } = inventRecord(plan, planned);
      const { subject, ticketNumber, ticketExpiry } = record.claim;
      if (subject.insurerNumber !== insurer.number) continue;
      const person = [subject.symbol ?? '', subject.number, subject.birthDate, subject.gender];
      members.add([...person, subject.name, '20200401', '', 'self'].join());
      if (ticketNumber === null || ticketExpiry === null) continue;
      const state = cancelled.includes(ticketNumber) ? 'cancelled' : 'valid';
      const copayments = copaymentsOf(record, insurer.terms);
      tickets.set(ticketNumber, [ticketNumber, ...person, ticketExpiry, state, ...copayments].join());
    }
  }
  const world = plans[0]?.world;
  return {
    tickets: linesOf(ticketHeading, [...tickets.values()]),
    members: linesOf('symbol,number,birth_date,sex,name,valid_from,valid_to,relation', [...members]),
    contracts: linesOf(
      'contract_number,kind,valid_from,valid_to,line,code,commission_type,price',
      world === undefined ? [] : contractLines(insurer, world),
    ),
  };
}

const parts = ['basic', 'detail', 'other', 'dock', 'guidance'] as const;
const ticketHeading = [
  'ticket_number,symbol,number,birth_date,sex,expiry,state',
  ...parts.flatMap((part) => ['code', 'amount', 'rate', 'limit'].map((word) => `${part}_${word}`)),
].join();

/** A 受診券 has the parts of a checkup, a 利用券 guidance. */
function copaymentsOf({ kind }: InventedRecord, terms: Terms): string[] {
  const none = ['', '', '', ''];
  const { chargeBasic, chargeDetail, chargeOther, dockCopayment, dockLimit, guidanceCopayment } = terms;
  return kind === 'checkup'
    ? [
        ...chargeCells(chargeBasic),
        ...chargeCells(chargeDetail),
        ...chargeCells(chargeOther),
        ...chargeCells(dockCopayment, dockLimit),
        ...none,
      ]
    : [...none, ...none, ...none, ...none, ...chargeCells(guidanceCopayment)];
}

function chargeCells({ code, amount, rate }: ChargeDraft, limit: ChargeDraft | null = null): string[] {
  const percent = rate === undefined ? '' : String(rate / 1000);
  return [code, String(amount ?? ''), percent, String(limit?.amount ?? '')];
}

/** One contract for checkups and one for guidance, with every provider of the world, at the insurer's prices. */
function contractLines({ number, terms }: Insurer, { providers }: World): string[] {
  const line = (name: string, kind: '1' | '2', what: string, code: string, price: number | ''): string =>
    [`${name}-${number}`, kind, validFrom, '', what, code, '', price].join();
  const institutions = (name: string, kind: '1' | '2'): string[] =>
    providers.map((provider) => line(name, kind, 'institution', provider.number, ''));
  return [
    ...institutions('checkup', '1'),
    line('checkup', '1', 'basic', '', terms.basicYen),
    ...Object.entries(terms.detailYen).map(([code, yen]) => line('checkup', '1', 'detail', code, yen)),
    ...Object.entries(terms.additionalYen).map(([code, yen]) => line('checkup', '1', 'other', code, yen)),
    line('checkup', '1', 'dock', '', terms.dockYen),
    ...institutions('guidance', '2'),
    line('guidance', '2', 'active', '', terms.guidanceYen['1']),
    line('guidance', '2', 'motivational', '', terms.guidanceYen['2']),
  ];
}

function linesOf(heading: string, lines: readonly string[]): string {
  return [heading, ...lines, ''].join('\r\n');
}
