import { type Static, Type } from '@sinclair/typebox';
import { ContractsPublished, MembersPublished, TicketsPublished } from './masters.js';
import {
  closed,
  Count,
  Day,
  FindingMark,
  HashSum,
  InspectedRecord,
  Instant,
  Kind,
  nullable,
  oneOf,
  PartnerNumber,
  PayloadRef,
  RecordLine,
  ReplyRecord,
  RootName,
  Sha256,
  Uuid,
  Yen,
} from './parts.js';

const Limits = closed({ uploadBytesMax: Count, uploadsConcurrentMax: Count, requestsPerMinuteMax: Count });
const Credential = closed({
  credentialId: Type.String({ pattern: '^[a-z0-9]{8,32}$' }),
  /** SHA-256 of the secret, hex: all that is ever kept of it. */
  verifier: Sha256,
  validFrom: Instant,
  validUntil: nullable(Instant),
});

/** identity: a partner (取引先) or its credentials changed; always the whole partner, `version` only grows. */
export const PartnerChanged = closed({
  partnerId: Uuid,
  version: Type.Integer({ minimum: 1 }),
  kind: oneOf(['provider', 'insurer', 'operator'] as const),
  number: PartnerNumber,
  label: Type.String({ maxLength: 120 }),
  state: oneOf(['active', 'suspended'] as const),
  /** Provider numbers it may submit for beside its own. */
  mayActFor: Type.Array(PartnerNumber, { maxItems: 5000 }),
  limits: Limits,
  hasWatchFolder: Type.Boolean(),
  credentials: Type.Array(Credential, { maxItems: 2 }),
});

/** identity: heartbeat; a copy that has not heard it for long refuses. */
export const DirectoryConfirmed = closed({ confirmedAt: Instant, partnerCount: Count });

/** What intake says of any archive that it acknowledged. */
const acknowledgedArchive = {
  rootName: RootName,
  kind: Kind,
  sha256: Sha256,
  sizeBytes: Count,
  recordCount: Count,
  receivedAt: Instant,
  /** JST day of receipt: the date by which all chunks are judged. */
  inspectionDate: Day,
  settingsVersion: Type.String({ maxLength: 40 }),
  channel: oneOf(['https', 'watch-folder'] as const),
  payload: PayloadRef,
};

/** intake: an archive was acknowledged (受領); from here on its records must never be lost. */
export const SubmissionReceived = closed({
  submissionId: Uuid,
  receiptNumber: Type.String({ pattern: '^[0-9A-Z-]{8,40}$' }),
  partnerId: Uuid,
  providerNumber: Type.String({ pattern: '^\\d{10}$' }),
  ...acknowledgedArchive,
});

/** intake: an insurer's archive was acknowledged: returns (種別 4, 5) or answers to queries (11). None of its records is a new one. */
export const ReplyReceived = closed({
  replyId: Uuid,
  receiptNumber: Type.String({ pattern: '^[0-9A-Z-]{8,40}$' }),
  partnerId: Uuid,
  insurerNumber: Type.String({ pattern: '^\\d{8}$' }),
  ...acknowledgedArchive,
});

/** inspection: a part of an insurer's archive is judged; of returns routing says which are taken, answers are settled already. */
export const ReplyJudged = closed({
  replyId: Uuid,
  insurerNumber: Type.String({ pattern: '^\\d{8}$' }),
  interactionType: nullable(oneOf(['4', '5', '11'] as const)),
  kind: Kind,
  rootName: RootName,
  payload: PayloadRef,
  verdict: oneOf(['accepted', 'refused'] as const),
  partIndex: Count,
  partCount: Count,
  findings: Type.Array(FindingMark, { maxItems: 200 }),
  records: Type.Array(ReplyRecord, { maxItems: 256 }),
});

/** routing: records that insurers returned after delivery, each delivered → sent back once at most; `original` null: not taken. */
export const RecordsSentBack = closed({
  replyId: Uuid,
  insurerNumber: Type.String({ pattern: '^\\d{8}$' }),
  interactionType: oneOf(['4', '5'] as const),
  sentBackAt: Instant,
  partIndex: Count,
  records: Type.Array(
    closed({
      index: Count,
      original: nullable(
        closed({
          submissionId: Uuid,
          index: Count,
          providerNumber: Type.String({ pattern: '^\\d{10}$' }),
          claimYen: Yen,
        }),
      ),
      findings: Type.Array(FindingMark, { maxItems: 200 }),
    }),
    { maxItems: 256 },
  ),
});

/** inspection: L3 passed; counts and yen as submitted (データ受領書), and what L3 found that refuses nothing. */
export const SubmissionCounted = closed({
  submissionId: Uuid,
  recordCount: Count,
  unitYen: Yen,
  copaymentYen: Yen,
  otherProgramYen: Yen,
  claimYen: Yen,
  findings: Type.Optional(Type.Array(FindingMark, { maxItems: 1000 })),
});

/** inspection: the whole archive is refused (受付不可) at L3. */
export const SubmissionRefused = closed({
  submissionId: Uuid,
  recordCount: Count,
  findings: Type.Array(FindingMark, { maxItems: 1000 }),
});

/** inspection, to itself: a chunk waits to be judged. */
export const ChunkPlanned = closed({ submissionId: Uuid, chunkIndex: Count });

/** inspection: the records of one chunk are judged. */
export const ChunkInspected = closed({
  submissionId: Uuid,
  providerNumber: Type.String({ pattern: '^\\d{10}$' }),
  kind: Kind,
  chunkIndex: Count,
  inspectedAt: Instant,
  records: Type.Array(InspectedRecord, { maxItems: 1000 }),
});

/** inspection: queries or held records that were decided later; each record carries its new verdict. */
export const RecordsDecided = closed({
  submissionId: Uuid,
  providerNumber: Type.String({ pattern: '^\\d{10}$' }),
  kind: Kind,
  decisionId: Uuid,
  cause: oneOf(['query-decided', 'query-answered', 'held-retried'] as const),
  records: Type.Array(InspectedRecord, { maxItems: 1000 }),
});

/** inspection: queries were put to the insurer of their records (確認依頼); they wait for its answer. */
export const RecordsAsked = closed({
  submissionId: Uuid,
  kind: Kind,
  insurerNumber: Type.String({ pattern: '^\\d{8}$' }),
  askedAt: Instant,
  indexes: Type.Array(Count, { maxItems: 1000 }),
});

/**
 * inspection: every chunk is judged; open queries and held records do not keep a submission from being judged. `returned` where a
 * clerk returned it as a whole (一括返戻): every record that was not returned yet is, for this one reason of 別表9.
 */
export const SubmissionJudged = closed({
  submissionId: Uuid,
  chunkCount: Count,
  recordCount: Count,
  recordHashSum: HashSum,
  acceptedCount: Count,
  queryCount: Count,
  returnedCount: Count,
  heldCount: Count,
  returned: Type.Optional(
    closed({
      returnReason: Type.String({ pattern: '^0[1-9]$' }),
      returnText: Type.String({ maxLength: 100 }),
    }),
  ),
});

/** routing: a bundle (送付単位) for an insurer is sealed; its money moves. */
export const BundleSealed = closed({
  bundleId: Uuid,
  insurerNumber: Type.String({ pattern: '^\\d{8}$' }),
  kind: Kind,
  rootName: RootName,
  sha256: Sha256,
  sizeBytes: Count,
  sealedAt: Instant,
  recordCount: Count,
  claimYen: Yen,
  recordHashSum: HashSum,
  records: Type.Array(RecordLine, { maxItems: 32_000 }),
});

/** routing: a bundle was taken back before any acknowledgement; its records are accepted again. */
export const BundleVoided = closed({
  bundleId: Uuid,
  insurerNumber: Type.String({ pattern: '^\\d{8}$' }),
  voidedAt: Instant,
  reason: oneOf(['unreadable', 'withdrawn'] as const),
  recordCount: Count,
  claimYen: Yen,
});

/** routing: the insurer has acknowledged the bundle (受領確認); its records are delivered. */
export const BundleAcknowledged = closed({
  bundleId: Uuid,
  insurerNumber: Type.String({ pattern: '^\\d{8}$' }),
  sha256: Sha256,
  acknowledgedAt: Instant,
});

/** routing: a return (返戻) is sealed for a provider: an archive of 種別 2 or a 返戻一覧 for what cannot be parsed. */
export const ReturnSealed = closed({
  returnId: Uuid,
  providerNumber: Type.String({ pattern: '^\\d{10}$' }),
  kind: Kind,
  form: oneOf(['archive', 'list'] as const),
  name: Type.String({ pattern: '^[0-9A-Za-z_.-]{1,80}$' }),
  sha256: Sha256,
  sizeBytes: Count,
  sealedAt: Instant,
  recordCount: Count,
  records: Type.Array(RecordLine, { maxItems: 32_000 }),
});

/** routing: the provider has acknowledged a return. */
export const ReturnAcknowledged = closed({ returnId: Uuid, acknowledgedAt: Instant });

/** any service: somebody read or did something (証跡). Committed before the first byte of the answer leaves. */
export const AccessRecorded = closed({
  actorId: Type.String({ maxLength: 64 }),
  credentialId: nullable(Type.String({ maxLength: 32 })),
  action: Type.String({ pattern: '^[a-z][a-z-]*:[a-z][a-z-]*$' }),
  objectKind: Type.String({ pattern: '^[a-z-]{1,40}$' }),
  objectId: Type.String({ maxLength: 120 }),
  recordCount: nullable(Count),
  outcome: oneOf(['allowed', 'denied'] as const),
  recordedAt: Instant,
});

/** any service: a private key opened a payload; a log of its own beside the log of access. */
export const KeyUsed = closed({
  keyId: Type.String({ maxLength: 120 }),
  payloadId: Uuid,
  purpose: Type.String({ pattern: '^[a-z-]{1,60}$' }),
  usedAt: Instant,
});

/** any service: its copy of the partner directory is not whole; identity answers by publishing every partner. */
export const DirectoryRequested = closed({ knownPartnerCount: Count, requestedAt: Instant });

/** any service: heads of its mark chains (heartbeat), so that a tail deleted before relay shows. Not itself chained. */
export const ChainReported = closed({
  heads: Type.Array(closed({ stream: Type.String({ maxLength: 80 }), sequence: Count, hash: Sha256 }), {
    maxItems: 100,
  }),
  reportedAt: Instant,
});

/** audit: a signed checkpoint over all heads and the root of the Merkle tree. */
export const CheckpointSigned = closed({
  treeSize: Count,
  rootHash: Sha256,
  signedAt: Instant,
  jws: Type.String({ maxLength: 8000 }),
});

/** Every message type of the platform and its schema. A version is never edited after release. */
export const messageSchemas = {
  'identity.partner.changed.v1': PartnerChanged,
  'identity.directory.confirmed.v1': DirectoryConfirmed,
  'intake.submission.received.v1': SubmissionReceived,
  'intake.reply.received.v1': ReplyReceived,
  'inspection.reply.judged.v1': ReplyJudged,
  'inspection.submission.counted.v1': SubmissionCounted,
  'inspection.submission.refused.v1': SubmissionRefused,
  'inspection.chunk.planned.v1': ChunkPlanned,
  'inspection.chunk.inspected.v1': ChunkInspected,
  'inspection.records.decided.v1': RecordsDecided,
  'inspection.records.asked.v1': RecordsAsked,
  'inspection.submission.judged.v1': SubmissionJudged,
  'routing.bundle.sealed.v1': BundleSealed,
  'routing.bundle.voided.v1': BundleVoided,
  'routing.bundle.acknowledged.v1': BundleAcknowledged,
  'routing.records.sent-back.v1': RecordsSentBack,
  'routing.return.sealed.v1': ReturnSealed,
  'routing.return.acknowledged.v1': ReturnAcknowledged,
  'billing.tickets.published.v1': TicketsPublished,
  'billing.members.published.v1': MembersPublished,
  'billing.contracts.published.v1': ContractsPublished,
  'audit.checkpoint.signed.v1': CheckpointSigned,
} as const;

/** Types that every service publishes about itself: `<service>.access.recorded.v1` and so on. */
export const ownMessageSchemas = {
  'access.recorded.v1': AccessRecorded,
  'key.used.v1': KeyUsed,
  'directory.requested.v1': DirectoryRequested,
  'chain.reported.v1': ChainReported,
} as const;

export const serviceNames = ['intake', 'inspection', 'routing', 'billing', 'audit', 'identity'] as const;
export type ServiceName = (typeof serviceNames)[number];

type OwnType = keyof typeof ownMessageSchemas;
export type MessageType = keyof typeof messageSchemas | `${ServiceName}.${OwnType}`;
export type MessageData<T extends MessageType> = T extends keyof typeof messageSchemas
  ? Static<(typeof messageSchemas)[T]>
  : T extends `${ServiceName}.${infer O extends OwnType}`
    ? Static<(typeof ownMessageSchemas)[O]>
    : never;
