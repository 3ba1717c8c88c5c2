import { type PartnerRecord, readByNumber, readCredentials } from '@daiko/access';
import type { Transaction } from '@daiko/persistence';

/** Partners after `after` (a number) in the order of their numbers. Two reads a partner: the directory is small. */
export async function listPartners(
  tx: Transaction,
  after: string | null,
  limit: number,
): Promise<PartnerRecord[]> {
  const rows = await tx.query<{ number: string }>(
    'SELECT number FROM partner WHERE $1::text IS NULL OR number > $1 ORDER BY number LIMIT $2',
    [after, limit],
  );
  const partners: PartnerRecord[] = [];
  for (const { number } of rows) {
    const partner = await readPartner(tx, number);
    if (partner !== null) partners.push(partner);
  }
  return partners;
}

/** A partner whole, as it is published; null where there is none of that number. */
export async function readPartner(tx: Transaction, number: string): Promise<PartnerRecord | null> {
  const partner = await readByNumber(tx, number);
  if (partner === null) return null;
  const credentials = await readCredentials(tx, partner.partnerId);
  return {
    ...partner,
    credentials: credentials.map(({ credentialId, verifier, validFrom, validUntil }) => ({
      credentialId,
      verifier,
      validFrom: validFrom.toISOString(),
      validUntil: validUntil?.toISOString() ?? null,
    })),
  };
}

/** The same, held for a change until the transaction ends. */
export async function lockPartner(tx: Transaction, number: string): Promise<PartnerRecord | null> {
  await tx.query('SELECT 1 FROM partner WHERE number = $1 FOR UPDATE', [number]);
  return readPartner(tx, number);
}

/** Serialises changes that could take the last operator away. */
export async function lockOperators(tx: Transaction): Promise<void> {
  await tx.query("SELECT 1 FROM partner WHERE kind = 'operator' ORDER BY partner_id FOR UPDATE");
}

/** True where some active operator has a credential that is valid at `now`. */
export async function hasOperator(tx: Transaction, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM partner p JOIN credential c USING (partner_id)
     WHERE p.kind = 'operator' AND p.state = 'active' AND c.valid_from <= $1
       AND (c.valid_until IS NULL OR c.valid_until > $1) LIMIT 1`,
    [now],
  );
  return rows.length > 0;
}

/** How many partners there are. */
export async function countPartners(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ count: number }>('SELECT count(*)::int AS count FROM partner');
  return row?.count ?? 0;
}

/** True where the partner has, or once had, a credential of this verifier: what was published of it says so. */
export async function wasLetIn(tx: Transaction, partnerId: string, verifier: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM mark WHERE type = 'identity.partner.changed.v1' AND subject = $1 AND strpos(body, $2) > 0 LIMIT 1`,
    [partnerId, verifier],
  );
  return rows.length > 0;
}
