import { metrics } from './metrics.js';

/** The only names a log line may carry: identifiers, codes, counts and times; never a value from a document. */
export const logFieldNames = [
  'action',
  'attempt',
  'bundleId',
  'channel',
  'check',
  'chunkIndex',
  'code',
  'count',
  'credentialId',
  'decisionId',
  'delayMs',
  'durationMs',
  'faultNumber',
  'handler',
  'host',
  'invoiceId',
  'keyId',
  'limitBytes',
  'messageId',
  'messageType',
  'method',
  'month',
  'objectKey',
  'outcome',
  'partnerId',
  'partnerKind',
  'payloadId',
  'port',
  'processId',
  'queue',
  'reason',
  'receiptNumber',
  'recordCount',
  'recordIndex',
  'returnId',
  'rootName',
  'route',
  'rule',
  'sequence',
  'service',
  'setting',
  'settingsVersion',
  'signal',
  'sizeBytes',
  'state',
  'status',
  'stream',
  'submissionId',
  'traceId',
  'version',
] as const;
export type LogFieldName = (typeof logFieldNames)[number];
export type LogValue = string | number | boolean | null | undefined;
export type LogFields = Partial<Record<LogFieldName, LogValue>>;

const allowed = new Set<string>(logFieldNames);
const valueLengthMax = 200;

/** Keeps allowed fields with plain values, cuts long texts, counts what it drops. */
export function selectFields(fields: Record<string, unknown> | undefined): Record<string, LogValue> {
  const kept: Record<string, LogValue> = {};
  for (const [name, value] of Object.entries(fields ?? {})) {
    if (name === 'error' || value === undefined) continue;
    if (!allowed.has(name) || (typeof value === 'object' && value !== null) || typeof value === 'function') {
      droppedFields().inc();
    } else {
      kept[name] =
        typeof value === 'string'
          ? value.slice(0, valueLengthMax)
          : typeof value === 'bigint'
            ? value.toString()
            : (value as LogValue);
    }
  }
  return kept;
}

const droppedFields = () =>
  metrics.counter('daiko_log_fields_dropped_total', 'Log fields outside the allow-list that were dropped');
