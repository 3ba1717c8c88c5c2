import { OID_BASE } from '@daiko/exchange-format';

const itemsByTable: Readonly<Record<string, readonly string[]>> = {
  1112: ['1020000001'],
  3002: ['1020000002'],
  24030: ['1020000005', '1020000006', '1020000007'],
  24070: ['1022000016'],
  24110: ['1021001053'],
  24120: ['1021001054', '1021001055', '1021001056', '1021001057', '1021001058'],
  24090: ['1032001044', '1042001044'],
  24100: ['41', '42', '45', '46'].flatMap((end) => [`10320010${end}`, `10420010${end}`]),
  24130: ['1032001043', '1042001043'],
  24010: ['1042000085'],
  18150: ['1042000086'],
};

const systemByItem = new Map(
  Object.entries(itemsByTable).flatMap(([arc, items]) =>
    items.map((item) => [item, `${OID_BASE}.${arc}`] as const),
  ),
);

/** Code system of a coded item of guidance (特定保健指導情報ファイル仕様説明書); undefined for all others. */
export function guidanceCodeSystemOf(item: string): string | undefined {
  return systemByItem.get(item);
}
