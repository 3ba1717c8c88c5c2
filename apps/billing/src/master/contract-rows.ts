import type { MessageData } from '@daiko/contracts';
import type { Cells, Column } from './cells.js';
import { type RowErrors, says } from './row-errors.js';

export type ContractEntry = MessageData<'billing.contracts.published.v1'>['contracts'][number];

/** Columns of 健診等契約マスタ: a line names an institution of a contract, or one of its prices. */
export const contractColumns: readonly Column[] = [
  { name: 'contract_number', ja: '契約番号', isNeeded: true },
  { name: 'kind', ja: '実施区分', isNeeded: true },
  { name: 'valid_from', ja: '契約開始日', isNeeded: true },
  { name: 'valid_to', ja: '契約終了日', isNeeded: false },
  { name: 'line', ja: '行区分', isNeeded: true },
  { name: 'code', ja: 'コード', isNeeded: true },
  { name: 'commission_type', ja: '委託料単価区分', isNeeded: false },
  { name: 'price', ja: '単価', isNeeded: true },
];

const kinds = { 1: 'checkup', checkup: 'checkup', 2: 'guidance', guidance: 'guidance' } as const;
const lines = {
  institution: 'institution',
  機関: 'institution',
  basic: 'basic',
  基本: 'basic',
  detail: 'detail',
  詳細: 'detail',
  other: 'other',
  追加: 'other',
  dock: 'dock',
  ドック: 'dock',
  motivational: 'motivational',
  動機付け: 'motivational',
  active: 'active',
  積極的: 'active',
} as const;
const commissionTypes = { '': '', 1: '1', 個別: '1', 2: '2', 集団: '2' } as const;
const ofGuidance = ['motivational', 'active'];

const codeForms: Readonly<Record<string, readonly [RegExp, ja: string, en: string]>> = {
  institution: [/^\d{10}$/, '健診・保健指導機関番号（10桁）', 'number of an institution, 10 digits'],
  detail: [/^[1-4]$/, '別表8のコード（1～4）', 'a code of 別表8, 1 to 4'],
  other: [/^[0-9A-Z]{17}$/, '項目コード（17桁）', 'an item code of 17 characters'],
};
const noCode = [/^$/, '空欄', 'empty'] as const;
const institutionsMax = 100_000;
const pricesMax = 1000;

interface OpenContract {
  entry: ContractEntry;
  institutions: Set<string>;
  prices: Set<string>;
  line: number;
}

/** Gathers contracts from lines that may stand in any order. */
export class ContractRows {
  private readonly contracts = new Map<string, OpenContract>();

  constructor(private readonly errors: RowErrors) {}

  take(cells: Cells): void {
    const before = this.errors.count;
    const contractNumber = cells.matching(
      'contract_number',
      /^[0-9A-Za-z_-]{1,40}$/,
      says('英数字・ハイフン（40文字以内）', 'letters, digits, hyphens; at most 40'),
    );
    const kind = cells.oneOf('kind', kinds);
    const validFrom = cells.day('valid_from');
    const validTo = cells.dayIfAny('valid_to');
    const line = cells.oneOf('line', lines);
    if (contractNumber === null || kind === null || validFrom === null || line === null) return;
    if (typeof validTo === 'string' && validTo < validFrom) {
      cells.refuse('valid_to', says('契約開始日以降', 'not before valid_from'));
    }
    const [form, ja, en] = codeForms[line] ?? noCode;
    const code = cells.matching('code', form, says(ja, en));
    if (this.errors.count > before || code === null) return;
    const head = { contractNumber, kind, validFrom, validTo: validTo ?? null };
    const contract = this.contractOf(cells, head);
    if (contract === null) return;
    if (line === 'institution') this.addInstitution(cells, contract, code);
    else this.addPrice(cells, contract, line, code === '' ? null : code);
  }

  /** The contracts, once the last line was taken. */
  all(): ContractEntry[] {
    for (const [contractNumber, { entry, line }] of this.contracts) {
      const missing =
        entry.institutions.length === 0
          ? says('機関の行が1行以上', 'at least one line of an institution')
          : entry.prices.length === 0
            ? says('単価の行が1行以上', 'at least one line of a price')
            : null;
      if (missing !== null) this.errors.add(line, 'line', contractNumber, missing);
    }
    return [...this.contracts.values()].map(({ entry }) => entry);
  }

  private contractOf(
    cells: Cells,
    head: Pick<ContractEntry, 'contractNumber' | 'kind' | 'validFrom' | 'validTo'>,
  ): OpenContract | null {
    const known = this.contracts.get(head.contractNumber);
    if (known === undefined) {
      const entry = { ...head, institutions: [], prices: [] };
      const opened = { entry, institutions: new Set<string>(), prices: new Set<string>(), line: cells.line };
      this.contracts.set(head.contractNumber, opened);
      return opened;
    }
    for (const [field, column] of [
      ['kind', 'kind'],
      ['validFrom', 'valid_from'],
      ['validTo', 'valid_to'],
    ] as const) {
      if (known.entry[field] === head[field]) continue;
      const first = String(known.entry[field] ?? '');
      return cells.refuse(
        column,
        says(`${known.line}行目と同じ「${first}」`, `"${first}" as in line ${known.line}`),
      );
    }
    return known;
  }

  private addInstitution(cells: Cells, { entry, institutions }: OpenContract, number: string): void {
    for (const column of ['commission_type', 'price']) {
      if (cells.raw(column) !== '')
        cells.refuse(column, says('機関の行では空欄', 'empty in a line of an institution'));
    }
    if (institutions.size >= institutionsMax) {
      cells.refuse(
        'code',
        says(`1契約${institutionsMax}機関以内`, `at most ${institutionsMax} institutions`),
      );
    } else if (!institutions.has(number)) {
      institutions.add(number);
      entry.institutions.push(number);
    }
  }

  private addPrice(
    cells: Cells,
    { entry, prices }: OpenContract,
    part: ContractEntry['prices'][number]['part'],
    code: string | null,
  ): void {
    const commissionType = cells.oneOf('commission_type', commissionTypes) || null;
    const priceYen = cells.yen('price');
    const isOfKind = ofGuidance.includes(part) === (entry.kind === 'guidance');
    if (!isOfKind) cells.refuse('line', says('実施区分に合う行区分', 'a line that fits the kind'));
    const key = `${part} ${code ?? ''} ${commissionType ?? ''}`;
    if (prices.has(key)) cells.refuse('line', says('同じ単価は1行だけ', 'each price once'));
    if (prices.size >= pricesMax)
      cells.refuse('line', says(`1契約${pricesMax}単価以内`, `at most ${pricesMax} prices`));
    if (priceYen === null || !isOfKind || prices.has(key) || prices.size >= pricesMax) return;
    prices.add(key);
    entry.prices.push({ commissionType, part, code, priceYen });
  }
}
