import { describe, expect, it } from '@jest/globals';
import { messageSchemas, ownMessageSchemas } from '../index.js';

/**
 * Every field that a message may have, by what it carries. A new field is put into the group it belongs to; what belongs to none
 * (a name, a birthday, an insured symbol or number, a measured value) does not travel.
 */
const allowed = {
  identifiers: [
    ...[
      'submissionId',
      'replyId',
      'partnerId',
      'bundleId',
      'returnId',
      'payloadId',
      'decisionId',
      'importId',
      'actorId',
      'objectId',
    ],
    ...['credentialId', 'keyId', 'objectKey', 'receiptNumber', 'stream'],
    // Numbers of organisations and tickets, as the field gives them out.
    ...['number', 'providerNumber', 'insurerNumber', 'ticketNumber', 'mayActFor'],
    ...['successor', 'contractNumber', 'institutions'],
    // Names of files and archives: the standard forms them from numbers and dates.
    ...['rootName', 'file', 'name'],
    // Name of an organisation.
    'label',
  ],
  codes: [
    ...['kind', 'state', 'channel', 'verdict', 'cause', 'reason', 'form', 'severity', 'outcome', 'action'],
    ...['objectKind', 'purpose', 'claimType', 'guidanceTiming', 'guidanceLevel', 'returnReason', 'method'],
    ...['relation', 'code', 'commissionType', 'part'],
    'returnedBy',
    'interactionType',
    // Rule ids and titles, at most 100 characters.
    'returnText',
  ],
  flags: ['isReadable', 'isTaken', 'hasWatchFolder'],
  places: ['index', 'indexes', 'chunkIndex', 'level', 'rule', 'line', 'xpath', 'item', 'offset'],
  counts: [
    ...['recordCount', 'chunkCount', 'partnerCount', 'knownPartnerCount', 'segmentCount'],
    ...['acceptedCount', 'queryCount', 'returnedCount', 'heldCount', 'treeSize', 'sequence', 'version'],
    ...['sizeBytes', 'segmentBytes', 'compressedBytes', 'bytes'],
    ...['partIndex', 'partCount'],
    ...['uploadBytesMax', 'uploadsConcurrentMax', 'requestsPerMinuteMax'],
  ],
  yen: [
    ...['unitYen', 'copaymentYen', 'otherProgramYen', 'claimYen', 'amountYen', 'limitYen', 'priceYen'],
    // Thousandths of a percent of a copayment.
    'rate',
  ],
  days: [
    ...['receivedAt', 'inspectedAt', 'sealedAt', 'voidedAt', 'acknowledgedAt', 'signedAt', 'recordedAt'],
    ...[
      'askedAt',
      'sentBackAt',
      'usedAt',
      'reportedAt',
      'confirmedAt',
      'requestedAt',
      'validFrom',
      'validUntil',
    ],
    ...['inspectionDate', 'serviceDate', 'settingsVersion', 'importedAt', 'validTo', 'expiry'],
  ],
  digests: [
    ...['sha256', 'verifier', 'hash', 'rootHash', 'recordHashSum', 'crc32', 'wrappedKey', 'jws'],
    // Keyed: they tell nothing without the key.
    ...['holderDigest', 'householdDigest', 'nameDigest'],
  ],
  groups: [
    ...['original', 'returned'],
    ...['tickets', 'members', 'contracts', 'prices', 'basic', 'detail', 'other', 'dock', 'guidance'],
    ...['records', 'findings', 'heads', 'credentials', 'limits', 'payload', 'claim'],
    // Where the two files of a record lie in the ZIP, not what is in them.
    ...['result', 'claimFile'],
  ],
} as const;
const allowedFields = new Set<string>(Object.values(allowed).flat());

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
  items?: Schema;
  anyOf?: Schema[];
  pattern?: string;
  maxLength?: number;
  maxItems?: number;
  const?: unknown;
}

/** Calls `visit` for every schema inside, with the path that leads there. */
function walk(schema: Schema, path: string, visit: (schema: Schema, path: string) => void): void {
  visit(schema, path);
  for (const [name, inner] of Object.entries(schema.properties ?? {})) walk(inner, `${path}.${name}`, visit);
  if (schema.items !== undefined) walk(schema.items, `${path}[]`, visit);
  for (const inner of schema.anyOf ?? []) walk(inner, path, visit);
}

const types = Object.entries({ ...messageSchemas, ...ownMessageSchemas }) as [string, Schema][];

describe('what travels', () => {
  it.each(types)(
    '%s has only fields of identifiers, codes, places, counts, yen, days and digests',
    (type, schema) => {
      const strange: string[] = [];
      walk(schema, type, ({ properties }, path) => {
        for (const name of Object.keys(properties ?? {})) {
          if (!allowedFields.has(name)) strange.push(`${path}.${name}`);
        }
      });
      expect(strange).toEqual([]);
    },
  );

  it('has no word on the list that tells of a person', () => {
    const personal =
      /birth|gender|sex|kana|address|phone|postal|symbol|branch|person|patient|insured|diagnos|measure|^bmi|blood|(^|[a-z])value/i;
    expect([...allowedFields].filter((name) => personal.test(name))).toEqual([]);
  });

  it.each(types)('%s is closed, and every text and list in it has a bound', (type, schema) => {
    const open: string[] = [];
    walk(schema, type, (inner, path) => {
      if (inner.type === 'object' && inner.additionalProperties !== false) open.push(`${path} {}`);
      const isBounded = inner.maxLength !== undefined || inner.const !== undefined;
      if (inner.type === 'string' && !isBounded && !/^\^.*\$$/.test(inner.pattern ?? '')) open.push(path);
      if (inner.type === 'array' && inner.maxItems === undefined) open.push(`${path} []`);
    });
    expect(open).toEqual([]);
  });

  it('uses every word of the list, so that the list only holds what is needed', () => {
    const used = new Set<string>();
    for (const [type, schema] of types) {
      walk(schema, type, ({ properties }) => Object.keys(properties ?? {}).forEach((name) => used.add(name)));
    }
    expect([...allowedFields].filter((name) => !used.has(name))).toEqual([]);
  });
});
