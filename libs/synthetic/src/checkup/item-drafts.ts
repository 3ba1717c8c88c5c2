import { type CheckupItemDefinition, type CheckupItemDraft, itemByCode } from '@daiko/exchange-format';

/** Day whose item table the invented records use. */
export const tableDate = '20240401';

/** Lower and upper reference limits by item code, for large records. */
const ranges: Readonly<Record<string, readonly [low: string, high: string]>> = {
  '3F015000002327101': ['30', '149'],
  '3F070000002327101': ['40', '96'],
  '3F077000002327101': ['60', '119'],
  '3B035000002327201': ['0', '30'],
  '3B045000002327201': ['0', '30'],
  '3B090000002327101': ['0', '50'],
  '3D010000001926101': ['70', '99'],
  '3D046000001906202': ['4.6', '5.5'],
};

/** Builds item drafts from the item table; a rich builder adds names, methods, ranges and judgements. */
export class ItemDrafts {
  constructor(private readonly rich: boolean) {}

  quantity(code: string, value: string): CheckupItemDraft {
    const item = definition(code);
    const draft = { ...this.common(item), type: 'PQ', value, unit: item.unit };
    if (!this.rich || item.unit === '') return draft;
    const [low, high] = ranges[code] ?? ['0', undefined];
    return {
      ...draft,
      interpretation: interpret(value, low, high),
      referenceRange: { low, high, unit: item.unit },
    };
  }

  tenths(code: string, tenths: number): CheckupItemDraft {
    return this.quantity(code, `${Math.trunc(tenths / 10)}.${tenths % 10}`);
  }

  coded(code: string, valueCode: number | string): CheckupItemDraft {
    const item = definition(code);
    return {
      ...this.common(item),
      type: item.type,
      valueCode: String(valueCode),
      valueCodeSystem: item.codeSystem,
    };
  }

  text(code: string, value: string, authorName?: string): CheckupItemDraft {
    const item = definition(code);
    return { ...this.common(item), type: 'ST', value, authorName };
  }

  private common(item: CheckupItemDefinition) {
    return {
      code: item.code,
      displayName: this.rich ? item.name : undefined,
      methodCode: item.method === '' ? undefined : item.method,
    };
  }
}

function definition(code: string): CheckupItemDefinition {
  const item = itemByCode(code, tableDate);
  if (item === undefined) throw new RangeError(`no item ${code}`);
  return item;
}

function interpret(value: string, low: string, high: string | undefined): string {
  if (Number(value) < Number(low)) return 'L';
  return high !== undefined && Number(value) > Number(high) ? 'H' : 'N';
}
