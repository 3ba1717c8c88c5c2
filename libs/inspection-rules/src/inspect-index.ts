import type { ClaimFacts } from '@daiko/contracts';
import {
  type ArchiveDirectory,
  archiveKindOf,
  type ByteSource,
  calendarDate,
  type CheckupClaim,
  type EntryLocation,
  type Exchange,
  type GuidanceClaim,
  parseRootName,
  readCheckupClaim,
  readEntry,
  readGuidanceClaim,
  readIndex,
  readSummary,
  type XmlElement,
} from '@daiko/exchange-format';
import { catalogue } from './catalogue.js';
import { factsOfCheckupClaim, factsOfGuidanceClaim } from './claim-facts.js';
import { reckonedFrom } from './reckoned-claim.js';
import {
  appliesToOf,
  type DocumentFacts,
  type DocumentRole,
  readDocument,
  schemaVerdictOf,
} from './document-facts.js';
import { Engine, FindingCollector } from './engine.js';
import { exchangeMadeBy, exchangesTaken } from './exchange-of.js';
import type { Facts } from './frame.js';
import type { Finding } from './finding.js';
import { identityOfClaim, personOf } from './identity.js';
import type { ClaimTotals, IndexFacts } from './index-facts.js';
import { readBatches, type RecordBytes } from './read-batches.js';
import type { LinkedBy } from './record-links.js';
import type { SchemaVerdict } from './document-facts.js';
import type { Rule } from './rule.js';
import type { InspectionSettings } from './settings.js';

/** What L3 says about an archive. */
export interface IndexReport {
  readonly verdict: 'accepted' | 'refused' | 'held';
  readonly findings: readonly Finding[];
  readonly totals: ClaimTotals;
  /** Who sends it to whom, and as what (種別); null where name and index do not agree. */
  readonly exchange: Exchange | null;
  /** What the schemas say of the index and the summary. */
  readonly schemaVerdicts: { readonly index: SchemaVerdict; readonly summary: SchemaVerdict };
  /** Ids of rules that failed. */
  readonly faults: readonly string[];
}

/** Told of every claim that can be read, in the order of the archive: its money, and whose it is. */
export type ClaimListener = (index: number, claimFacts: ClaimFacts, whose: LinkedBy) => void;

const LEVEL = 3;

/**
 * Judges ix08 and su08 (L3) against the archive as submitted; reads every claim once, in batches, and keeps sums only.
 * All findings of the level are collected. Throws only what `source` throws.
 */
export async function inspectIndex(
  source: ByteSource,
  directory: ArchiveDirectory,
  settings: InspectionSettings,
  date: string,
  onClaim?: ClaimListener,
  rules: readonly Rule[] = catalogue,
): Promise<IndexReport> {
  const facts: Facts = { date: calendarDate(date), settings };
  const indexFile = await readOne(source, 'index', directory.facts.index, settings);
  const summaryFile = await readOne(source, 'summary', directory.facts.summary, settings);
  const totals = await sumClaims(source, directory, settings, onClaim);
  const collector = new FindingCollector(rootsOf(indexFile, summaryFile), LEVEL);
  const engine = new Engine(rules, settings);
  for (const file of [indexFile, summaryFile]) {
    if (file !== null)
      engine.step('document', 4, [appliesToOf(file.expectedKind)]).run(file, facts, collector);
  }
  const index = indexFactsOf(directory, indexFile, summaryFile, totals, settings);
  engine.step('index', LEVEL, ['ix', 'su']).run(index, facts, collector);
  const isRefused = collector.hasSeverity('refuse') || index.index === null || index.summary === null;
  return {
    verdict: collector.hasFault ? 'held' : isRefused ? 'refused' : 'accepted',
    findings: collector.sorted(settings.findingsMax),
    totals,
    exchange: exchangeMadeBy(index.rootName, index.index, settings),
    schemaVerdicts: { index: schemaVerdictOf(indexFile), summary: schemaVerdictOf(summaryFile) },
    faults: collector.faults,
  };
}

async function readOne(
  source: ByteSource,
  role: DocumentRole,
  location: EntryLocation | null,
  settings: InspectionSettings,
): Promise<DocumentFacts | null> {
  if (location === null) return null;
  const answer = await readEntry(source, location, settings.limits);
  const kind = role === 'index' ? 'ix08' : 'su08';
  return readDocument(role, location.path, kind, answer, settings);
}

function rootsOf(...files: readonly (DocumentFacts | null)[]): Map<XmlElement, string> {
  const roots = new Map<XmlElement, string>();
  for (const file of files) {
    if (file !== null && file.root !== null) roots.set(file.root, file.path);
  }
  return roots;
}

function indexFactsOf(
  directory: ArchiveDirectory,
  index: DocumentFacts | null,
  summary: DocumentFacts | null,
  totals: ClaimTotals,
  settings: InspectionSettings,
): IndexFacts {
  const name = parseRootName(directory.rootFolder);
  return {
    directory,
    rootName: name.ok ? name.value : null,
    possibleExchanges: name.ok ? exchangesTaken(name.value, settings) : [],
    isGuidance: name.ok && archiveKindOf(name.value.kindCode) === 'guidance',
    index: isSound(index) && index.root !== null ? readIndex(index.root) : null,
    summary: isSound(summary) && summary.root !== null ? readSummary(summary.root) : null,
    totals,
    areTotalsProved: totals.unreadCount === 0,
  };
}

/** A file that breaks its schema is judged no deeper: X007 says what is wrong with it. */
function isSound(file: DocumentFacts | null): file is DocumentFacts {
  return file !== null && file.isReadable && (file.schemaErrors ?? []).length === 0;
}

async function sumClaims(
  source: ByteSource,
  directory: ArchiveDirectory,
  settings: InspectionSettings,
  onClaim: ClaimListener | undefined,
): Promise<ClaimTotals> {
  const sums = { readCount: 0, unreadCount: 0, ...noMoney, reckoned: { ...noMoney } };
  const indexes = directory.recordCount;
  for await (const batch of readBatches(source, directory, upTo(indexes), settings, true)) {
    for (const record of batch) addClaim(sums, record, settings, onClaim);
  }
  return sums;
}

function addClaim(
  sums: Writable<ClaimTotals>,
  { record, claim }: RecordBytes,
  settings: InspectionSettings,
  onClaim: ClaimListener | undefined,
): void {
  if (record.claim === null) return;
  const kind = record.guidance ? 'gc08' : 'cc08';
  const answer = claim ?? { ok: false, defect: truncatedAt(record.claim) };
  const file = readDocument('claim', record.claim.path, kind, answer, settings, false);
  const read = file.isReadable && file.root !== null ? readClaim(file.root, record.guidance) : null;
  if (read === null) {
    sums.unreadCount++;
    return;
  }
  const { claim: claimed, facts, reckoned } = read;
  sums.readCount++;
  for (const part of moneyParts) {
    sums[part] += facts[part];
    sums.reckoned[part] += reckoned[part];
  }
  onClaim?.(record.index, facts, linkedBy(claimed));
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends number ? number : Writable<T[K]> };

const noMoney = { unitYen: 0, copaymentYen: 0, otherProgramYen: 0, claimYen: 0 };
const moneyParts = ['unitYen', 'copaymentYen', 'otherProgramYen', 'claimYen'] as const;

function readClaim(root: XmlElement, isGuidance: boolean) {
  const claim = isGuidance ? readGuidanceClaim(root) : readCheckupClaim(root);
  const facts = 'unitAmount' in claim ? factsOfCheckupClaim(claim) : factsOfGuidanceClaim(claim);
  if (facts === null) return null;
  return { claim, facts, reckoned: reckonedFrom(claim, facts) };
}

function linkedBy(claim: CheckupClaim | GuidanceClaim): LinkedBy {
  const identity = identityOfClaim(claim);
  return {
    identity: personOf(identity),
    name: identity.name?.value ?? '',
    ticketNumber: identity.ticketNumber?.value ?? null,
  };
}

function truncatedAt({ path, offset }: EntryLocation) {
  return { code: 'truncated', entry: path, offset, values: {} } as const;
}

function* upTo(count: number): Generator<number> {
  for (let index = 0; index < count; index++) yield index;
}
