import type { Message } from '@daiko/messaging';

type Told =
  | Message<'inspection.chunk.inspected.v1'>
  | Message<'inspection.records.decided.v1'>
  | Message<'routing.bundle.sealed.v1'>
  | Message<'routing.bundle.voided.v1'>
  | Message<'routing.bundle.acknowledged.v1'>;

/** A set of messages as another bookkeeper reads it: no journals, no order, only what is accepted and what lies in a live bundle. */
export interface SecondBook {
  /** `submission/index` → state and yen. */
  claims: Map<string, string>;
  acceptedYen: number;
  sealedYen: number;
  owedToProviders: Map<string, number>;
}

export function secondBook(messages: readonly Told[]): SecondBook {
  const voided = new Set<string>();
  const lines = new Map<string, string[]>();
  const accepted = new Map<string, { yen: number; provider: string }>();
  for (const { data } of messages) {
    if ('providerNumber' in data) {
      for (const { index, verdict, claim } of data.records) {
        if (verdict !== 'accepted' || claim === null) continue;
        accepted.set(`${data.submissionId}/${index}`, { yen: claim.claimYen, provider: data.providerNumber });
      }
    } else if ('sealedAt' in data) {
      lines.set(
        data.bundleId,
        data.records.map(({ submissionId, index }) => `${submissionId}/${index}`),
      );
    } else if ('voidedAt' in data) voided.add(data.bundleId);
  }
  const live = new Set(
    [...lines].filter(([bundleId]) => !voided.has(bundleId)).flatMap(([, names]) => names),
  );
  const book: SecondBook = { claims: new Map(), acceptedYen: 0, sealedYen: 0, owedToProviders: new Map() };
  for (const [name, { yen, provider }] of accepted) {
    const isSealed = live.has(name);
    book.claims.set(name, `${isSealed ? 'sealed' : 'accepted'} ${yen}`);
    if (isSealed) book.sealedYen += yen;
    else book.acceptedYen += yen;
    book.owedToProviders.set(provider, (book.owedToProviders.get(provider) ?? 0) + yen);
  }
  return book;
}
