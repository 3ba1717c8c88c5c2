import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { uuidPattern } from '../uuid.js';
import { archiveKinds, recordVerdicts, severities } from '../verdict.js';

export const oneOf = <T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.Union(values.map((value) => Type.Literal(value))));
/** An object with these fields and no others. */
export const closed = <T extends Record<string, TSchema>>(fields: T) =>
  Type.Object(fields, { additionalProperties: false });
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const Uuid = Type.String({ pattern: `^${uuidPattern}$` });
export const Instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?Z$' });
/** YYYYMMDD, Japanese calendar day. */
export const Day = Type.String({ pattern: '^\\d{8}$' });
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
export const Count = Type.Integer({ minimum: 0 });
export const Yen = Type.Integer({ minimum: -1e15, maximum: 1e15 });
/** Sum of 64-bit record hashes, decimal. */
export const HashSum = Type.String({ pattern: '^\\d{1,40}$' });
export const PartnerNumber = Type.String({ pattern: '^[0-9A-Za-z-]{1,32}$' });
export const Kind = oneOf(archiveKinds);
export const RootName = Type.String({ pattern: '^[0-9_]{1,64}$' });

/** Where a sealed payload lies and what opens it; the wrapped key stands in the owner's row, never beside the object. */
export const PayloadRef = closed({
  payloadId: Uuid,
  objectKey: Type.String({ maxLength: 200 }),
  keyId: Type.String({ maxLength: 120 }),
  wrappedKey: Type.String({ maxLength: 400, pattern: '^[A-Za-z0-9+/=]+$' }),
  segmentBytes: Count,
  segmentCount: Count,
  sizeBytes: Count,
  sha256: Sha256,
});
export type PayloadRef = Static<typeof PayloadRef>;

/** Where one file of a record lies inside the received ZIP; offsets and sizes in bytes. */
export const EntryRef = closed({
  name: Type.String({ pattern: '^[hcgp]\\d{26}\\.xml$' }),
  offset: Count,
  compressedBytes: Count,
  bytes: Count,
  crc32: Count,
  method: Type.Integer({ minimum: 0, maximum: 8 }),
});
export type EntryRef = Static<typeof EntryRef>;

/** A finding (指摘) without values: rule, place and code only. */
export const FindingMark = closed({
  rule: Type.String({ pattern: '^[A-Z]\\d{3}$' }),
  level: Type.Integer({ minimum: 0, maximum: 9 }),
  severity: oneOf(severities),
  returnReason: nullable(Type.String({ pattern: '^\\d{2}$' })),
  file: nullable(Type.String({ maxLength: 160 })),
  line: nullable(Type.Integer({ minimum: 1 })),
  xpath: nullable(Type.String({ maxLength: 400 })),
  item: nullable(Type.String({ maxLength: 20 })),
});
export type FindingMark = Static<typeof FindingMark>;

/** The money of one claim (決済情報), integer yen. Guidance: `unitYen` is 算定金額 and `otherProgramYen` is 0. */
export const ClaimFacts = closed({
  unitYen: Yen,
  copaymentYen: Yen,
  otherProgramYen: Yen,
  claimYen: Yen,
  claimType: nullable(Type.String({ pattern: '^\\d$' })),
  guidanceTiming: nullable(Type.String({ pattern: '^\\d$' })),
  guidanceLevel: nullable(Type.String({ pattern: '^\\d$' })),
});
export type ClaimFacts = Static<typeof ClaimFacts>;

/**
 * One judged record. `isReadable` is false where the claim cannot be parsed or is not schema-valid (its return is a 返戻一覧).
 * `claim` and `insurerNumber` are null only where the claim could not be read.
 */
export const InspectedRecord = closed({
  index: Count,
  verdict: oneOf(recordVerdicts),
  returnReason: nullable(Type.String({ pattern: '^\\d{2}$' })),
  returnText: nullable(Type.String({ maxLength: 100 })),
  /** Whose return it is: the reason is of 別表9, or of 別表10 where the insurer's. Left out: the agency's. */
  returnedBy: Type.Optional(oneOf(['agency', 'insurer'] as const)),
  isReadable: Type.Boolean(),
  insurerNumber: nullable(Type.String({ pattern: '^\\d{8}$' })),
  ticketNumber: nullable(Type.String({ pattern: '^\\d{11}$' })),
  serviceDate: nullable(Day),
  claim: nullable(ClaimFacts),
  result: nullable(EntryRef),
  claimFile: nullable(EntryRef),
  findings: Type.Array(FindingMark, { maxItems: 200 }),
});
export type InspectedRecord = Static<typeof InspectedRecord>;

/** One pair of an insurer's archive; `isTaken`: nothing in its form speaks against it. The reason is one of 別表10. */
export const ReplyRecord = closed({
  index: Count,
  isTaken: Type.Boolean(),
  returnReason: nullable(Type.String({ pattern: '^\\d{2}$' })),
  claimYen: nullable(Yen),
  result: nullable(EntryRef),
  claimFile: nullable(EntryRef),
  findings: Type.Array(FindingMark, { maxItems: 200 }),
});
export type ReplyRecord = Static<typeof ReplyRecord>;

/** A record named in a bundle or a return, with its claimed yen. */
export const RecordLine = closed({ submissionId: Uuid, index: Count, claimYen: Yen });
export type RecordLine = Static<typeof RecordLine>;
