export {
  type LedgerColumn,
  ledgerColumn,
  nextRecordState,
  type RecordEvent,
  recordEvents,
  type RecordState,
  recordStates,
} from './record-state.js';
export {
  type ArchiveKind,
  archiveKinds,
  type ArchiveVerdict,
  archiveVerdicts,
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
  jsonBody,
  jsonResponse,
  openApiDocument,
  type OpenApiOperation,
  type OpenApiPart,
  type OpenApiSchema,
  problemResponses,
} from './openapi/document.js';
export { openApiParts } from './openapi/parts.js';
