export {
  type LedgerColumn,
  nextRecordState,
  type RecordEvent,
  type RecordState,
  recordStates,
} from './record-state.js';
export {
  type ArchiveKind,
  type ArchiveVerdict,
  type RecordVerdict,
  recordVerdicts,
  type Severity,
  severities,
} from './verdict.js';
export { recordHash, type RecordRef } from './record-hash.js';
export { isUuid, uuidPattern } from './uuid.js';
export {
  ClaimFacts,
  EntryRef,
  FindingMark,
  InspectedRecord,
  PayloadRef,
  RecordLine,
  ReplyRecord,
} from './messages/parts.js';
export {
  type MessageData,
  type MessageType,
  messageSchemas,
  ownMessageSchemas,
  type ServiceName,
  serviceNames,
} from './messages/messages.js';
export {
  type ChainPlace,
  type Envelope,
  messageBytesMax,
  schemaOf,
  violationsOf,
} from './messages/envelope.js';
export { type Bilingual, fill, Problem, type ProblemBody, problemBody, type ProblemKind } from './problem.js';
export type { RecordCount, RecordCountsPage } from './http/record-counts.js';
export {
  openApiDocument,
  type OpenApiOperation,
  type OpenApiPart,
  type OpenApiSchema,
} from './openapi/document.js';
export { openApiParts } from './openapi/parts.js';
