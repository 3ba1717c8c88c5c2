import type { MessageData } from '@daiko/contracts';
import { parseTicketNumber } from '@daiko/exchange-format';
import type { Cells, Column } from './cells.js';
import { personColumns, personOfCells } from './person-cells.js';
import { type RowErrors, says } from './row-errors.js';

export type TicketEntry = MessageData<'billing.tickets.published.v1'>['tickets'][number];
type Copayment = NonNullable<TicketEntry['basic']>;

const parts = [
  ['basic', '基本'],
  ['detail', '詳細'],
  ['other', '追加'],
  ['dock', 'ドック'],
  ['guidance', '保健指導'],
] as const;
type Part = (typeof parts)[number][0];

const states = {
  '': 'valid',
  valid: 'valid',
  有効: 'valid',
  cancelled: 'cancelled',
  取消: 'cancelled',
  reissued: 'reissued',
  再交付: 'reissued',
} as const;

/** Columns of 受診券発行台帳. */
export const ticketColumns: readonly Column[] = [
  { name: 'ticket_number', ja: '整理番号', isNeeded: true },
  ...personColumns,
  { name: 'expiry', ja: '有効期限', isNeeded: true },
  { name: 'state', ja: '状態', isNeeded: false },
  { name: 'successor', ja: '再交付後の整理番号', isNeeded: false },
  ...parts.flatMap(([name, ja]) => [
    { name: `${name}_code`, ja: `窓口負担（${ja}）`, isNeeded: false },
    { name: `${name}_amount`, ja: `窓口負担額（${ja}）`, isNeeded: false },
    { name: `${name}_rate`, ja: `窓口負担率（${ja}）`, isNeeded: false },
    { name: `${name}_limit`, ja: `保険者負担上限額（${ja}）`, isNeeded: false },
  ]),
];

const ticketForm = says('11桁の数字', '11 digits');

/** Reads tickets; a number may stand once. */
export class TicketRows {
  private readonly seen = new Set<string>();

  constructor(
    private readonly insurerNumber: string,
    private readonly key: Uint8Array,
    private readonly errors: RowErrors,
  ) {}

  /** The ticket of a line; null where a cell is wrong, which is noted. */
  take(cells: Cells): TicketEntry | null {
    const before = this.errors.count;
    const ticketNumber = cells.raw('ticket_number');
    if (!parseTicketNumber(ticketNumber).ok) cells.refuse('ticket_number', ticketForm);
    else if (this.seen.has(ticketNumber)) {
      cells.refuse('ticket_number', says('整理番号は1回だけ', 'each ticket once'));
    } else this.seen.add(ticketNumber);
    const person = personOfCells(cells, this.insurerNumber, this.key);
    const expiry = cells.day('expiry');
    const state = cells.oneOf('state', states);
    const successor = successorOf(cells);
    const copayments = copaymentsOf(cells);
    if (this.errors.count > before || person === null || expiry === null || state === null) return null;
    return { ticketNumber, holderDigest: person.holderDigest, expiry, state, successor, ...copayments };
  }
}

function successorOf(cells: Cells): string | null {
  const successor = cells.raw('successor');
  if (successor === '' || parseTicketNumber(successor).ok) return successor || null;
  return cells.refuse('successor', ticketForm);
}

function copaymentsOf(cells: Cells): Record<Part, Copayment | null> {
  const entries = parts.map(([part]) => [part, copaymentOf(cells, part)]);
  return Object.fromEntries(entries) as Record<Part, Copayment | null>;
}

/** An empty code: the ticket cannot be used for this part. */
function copaymentOf(cells: Cells, part: Part): Copayment | null {
  const names = { amount: `${part}_amount`, rate: `${part}_rate`, limit: `${part}_limit` };
  const code = cells.raw(`${part}_code`);
  if (code === '') {
    for (const name of Object.values(names)) refuseUnless(cells, name, false);
    return null;
  }
  const known = cells.oneOf(`${part}_code`, { 1: '1', 2: '2', 3: '3', 4: '4' } as const);
  if (known === null) return null;
  const wantsAmount = known === '2' || known === '4';
  refuseUnless(cells, names.amount, wantsAmount);
  refuseUnless(cells, names.rate, known === '3');
  return {
    code: known,
    amountYen: wantsAmount ? cells.yen(names.amount) : null,
    rate: known === '3' ? rateOf(cells, names.rate) : null,
    limitYen: cells.raw(names.limit) === '' ? null : cells.yen(names.limit),
  };
}

/** An amount or a rate that the code does not have. */
function refuseUnless(cells: Cells, column: string, isWanted: boolean): void {
  if (isWanted || cells.raw(column) === '') return;
  cells.refuse(column, says('この窓口負担コードでは空欄', 'empty with this copayment code'));
}

/** Percent in the file, thousandths of a percent in claims. */
function rateOf(cells: Cells, column: string): number | null {
  const form = says('0～100の％（小数3桁まで）', 'percent, 0 to 100, at most 3 decimals');
  const rate = cells.matching(column, /^(100(\.0{1,3})?|\d{1,2}(\.\d{1,3})?)$/, form);
  return rate === null ? null : Math.round(Number(rate) * 1000);
}
