import type { MessageData } from '@daiko/contracts';
import type { Cells, Column } from './cells.js';
import { personColumns, personOfCells } from './person-cells.js';
import { type RowErrors, says } from './row-errors.js';

export type MemberEntry = MessageData<'billing.members.published.v1'>['members'][number];

const relations = { '': 'self', self: 'self', 本人: 'self', family: 'family', 家族: 'family' } as const;

/** Columns of 被保険者マスタ. */
export const memberColumns: readonly Column[] = [
  ...personColumns,
  { name: 'name', ja: 'カナ氏名', isNeeded: true },
  { name: 'valid_from', ja: '資格取得日', isNeeded: true },
  { name: 'valid_to', ja: '資格喪失前日', isNeeded: false },
  { name: 'relation', ja: '続柄', isNeeded: false },
];

/** Reads members; a person may have several periods, which may not overlap. */
export class MemberRows {
  private readonly periods = new Map<string, { from: string; to: string | null }[]>();

  constructor(
    private readonly insurerNumber: string,
    private readonly key: Uint8Array,
    private readonly errors: RowErrors,
  ) {}

  /** The member of a line; null where a cell is wrong, which is noted. */
  take(cells: Cells): MemberEntry | null {
    const before = this.errors.count;
    const person = personOfCells(cells, this.insurerNumber, this.key);
    if (cells.raw('name') === '') cells.refuse('name', says('カナ氏名', 'the name in kana'));
    const validFrom = cells.day('valid_from');
    const validTo = cells.dayIfAny('valid_to');
    const relation = cells.oneOf('relation', relations);
    if (validFrom !== null && typeof validTo === 'string' && validTo < validFrom) {
      cells.refuse('valid_to', says('資格取得日以降', 'not before valid_from'));
    }
    if (this.errors.count > before || person === null || validFrom === null || relation === null) return null;
    const entry = {
      householdDigest: person.householdDigest,
      holderDigest: person.holderDigest,
      nameDigest: person.nameDigest ?? '',
      validFrom,
      validTo: validTo ?? null,
      relation,
    };
    return this.isFree(cells, entry) ? entry : null;
  }

  private isFree(
    cells: Cells,
    { holderDigest, nameDigest, validFrom: from, validTo: to }: MemberEntry,
  ): boolean {
    const key = `${holderDigest} ${nameDigest}`;
    const periods = this.periods.get(key) ?? [];
    if (
      periods.some((other) => (to === null || other.from <= to) && (other.to === null || from <= other.to))
    ) {
      cells.refuse(
        'valid_from',
        says('同じ人の期間と重ならない日', 'no overlap with another period of this person'),
      );
      return false;
    }
    this.periods.set(key, [...periods, { from, to }]);
    return true;
  }
}
