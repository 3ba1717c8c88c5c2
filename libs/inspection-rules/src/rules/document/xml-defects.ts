import type { ParsedXml, XmlDefect } from '@daiko/exchange-format';

/** Why a document could not be read; nothing for one that could. */
export function defectsIn(parsed: ParsedXml | null): readonly XmlDefect[] {
  return parsed === null || parsed.ok ? [] : parsed.defects;
}
