import { Type } from '@sinclair/typebox';
import { closed, Count, Day, Instant, Kind, nullable, oneOf, Sha256, Uuid, Yen } from './parts.js';

/** Keyed digest of 16 bytes, base64url; tells nothing without the key. */
const Digest = Type.String({ pattern: '^[0-9A-Za-z_-]{22}$' });
const TicketNumber = Type.String({ pattern: '^\\d{11}$' });
const InsurerNumber = Type.String({ pattern: '^\\d{8}$' });

/** What every part of a published master says of the whole; a master is used when all its parts are there. */
const masterPart = {
  importId: Uuid,
  insurerNumber: InsurerNumber,
  /** Counts the imports of this master of this insurer; the highest holds. */
  version: Type.Integer({ minimum: 1 }),
  /** Of the file as it came. */
  sha256: Sha256,
  importedAt: Instant,
  /** From 0. */
  partIndex: Count,
  partCount: Type.Integer({ minimum: 1 }),
};

/** 窓口負担: code of 別表6, its amount or its rate (thousandths of a percent), 保険者負担上限額. */
const Copayment = closed({
  code: oneOf(['1', '2', '3', '4'] as const),
  amountYen: nullable(Yen),
  rate: nullable(Type.Integer({ minimum: 0, maximum: 100_000 })),
  limitYen: nullable(Yen),
});

/** billing: part of a 受診券発行台帳; a copayment that is null: the ticket cannot be used for that. */
export const TicketsPublished = closed({
  ...masterPart,
  tickets: Type.Array(
    closed({
      ticketNumber: TicketNumber,
      /** Of the person it was issued to. */
      holderDigest: Digest,
      expiry: Day,
      state: oneOf(['valid', 'cancelled', 'reissued'] as const),
      successor: nullable(TicketNumber),
      basic: nullable(Copayment),
      detail: nullable(Copayment),
      other: nullable(Copayment),
      dock: nullable(Copayment),
      guidance: nullable(Copayment),
    }),
    { maxItems: 20_000 },
  ),
});

/** billing: part of a 被保険者マスタ, as keyed digests. */
export const MembersPublished = closed({
  ...masterPart,
  members: Type.Array(
    closed({
      householdDigest: Digest,
      holderDigest: Digest,
      nameDigest: Digest,
      validFrom: Day,
      validTo: nullable(Day),
      relation: oneOf(['self', 'family'] as const),
    }),
    { maxItems: 20_000 },
  ),
});

/** billing: part of a 健診等契約マスタ; a contract with very many institutions comes in several entries of one number. */
export const ContractsPublished = closed({
  ...masterPart,
  contracts: Type.Array(
    closed({
      contractNumber: Type.String({ pattern: '^[0-9A-Za-z_-]{1,40}$' }),
      kind: Kind,
      validFrom: Day,
      validTo: nullable(Day),
      institutions: Type.Array(Type.String({ pattern: '^\\d{10}$' }), { maxItems: 20_000 }),
      prices: Type.Array(
        closed({
          commissionType: nullable(oneOf(['1', '2'] as const)),
          part: oneOf(['basic', 'detail', 'other', 'dock', 'motivational', 'active'] as const),
          code: nullable(Type.String({ pattern: '^[0-9A-Z]{1,17}$' })),
          priceYen: Yen,
        }),
        { maxItems: 1000 },
      ),
    }),
    { maxItems: 20_000 },
  ),
});
