import type { GuidanceItemDraft } from '@daiko/exchange-format';

const arc = '1.2.392.200119.6';

export function coded(code: string, value: number | string, system: string): GuidanceItemDraft {
  return { code, type: 'CD', valueCode: String(value), valueCodeSystem: `${arc}.${system}` };
}

export function quantity(code: string, value: number | string, unit: string): GuidanceItemDraft {
  return { code, type: 'PQ', value: String(value), unit };
}

export function integer(code: string, value: number): GuidanceItemDraft {
  return { code, type: 'INT', value: String(value) };
}

export function text(code: string, value: string): GuidanceItemDraft {
  return { code, type: 'ST', value };
}
