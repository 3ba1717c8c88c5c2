import type { RecordVerdict } from '@daiko/contracts';
import {
  type ArchiveDirectory,
  type ByteSource,
  calendarDate,
  type EntryAnswer,
  type EntryLocation,
  parseRootName,
  type XmlElement,
} from '@daiko/exchange-format';
import { catalogue } from './catalogue.js';
import { duplicateKeyOf, factsOfCheckupClaim, factsOfGuidanceClaim } from './claim-facts.js';
import { type DocumentFacts, type DocumentRole, readDocument, schemaVerdictOf } from './document-facts.js';
import { FindingCollector } from './engine.js';
import { exchangeOf } from './exchange-of.js';
import { PairFacts } from './facts.js';
import type { ArchiveFrame } from './frame.js';
import { personOf } from './identity.js';
import { readBatches, type RecordBytes } from './read-batches.js';
import { readMemoryFacts } from './read-memory-facts.js';
import type { RecordReport } from './record-report.js';
import { type RecordRules, recordRulesFor, type RecordSteps } from './record-rules.js';
import { primaryReason, returnText } from './return-text.js';
import type { Rule } from './rule.js';
import { severitiesFor } from './severities.js';
import type { InspectionSettings } from './settings.js';
import { readStatistics } from './statistics/read-statistics.js';

/**
 * Judges records (L4–L6) one by one: reads them in batches, in the order asked for, and holds one batch at a time.
 * A rule that throws makes its record `held`; the others go on. Throws only what `source` throws.
 * What rules with memory (L7, L8) go by is read of the records that `remembers` names.
 */
export async function* inspectRecords(
  source: ByteSource,
  directory: ArchiveDirectory,
  indexes: Iterable<number>,
  settings: InspectionSettings,
  date: string,
  rules: readonly Rule[] = catalogue,
  remembers: (index: number) => boolean = everyRecord,
): AsyncGenerator<RecordReport> {
  const name = parseRootName(directory.rootFolder);
  const exchange = await exchangeOf(source, directory, settings);
  const judge = new RecordJudge(
    {
      date: calendarDate(date),
      settings,
      submissionDate: name.ok ? name.value.date : null,
      exchange,
      senderNumber: name.ok ? name.value.sender : null,
      receiverNumber: name.ok ? name.value.receiver : null,
    },
    recordRulesFor(rules, settings, exchange),
    remembers,
  );
  for await (const batch of readBatches(source, directory, indexes, settings)) {
    for (const bytes of batch) yield judge.judge(bytes);
  }
}

const everyRecord = (): boolean => true;

class RecordJudge {
  constructor(
    private readonly frame: ArchiveFrame,
    private readonly rules: RecordRules,
    private readonly remembers: (index: number) => boolean,
  ) {}

  judge({ record, result, claim }: RecordBytes): RecordReport {
    const isGuidance = record.guidance;
    const roots = new Map<XmlElement, string>();
    const collector = new FindingCollector(roots);
    const resultFile = this.readFile('result', record.result, isGuidance, result, roots);
    const claimFile = this.readFile('claim', record.claim, isGuidance, claim, roots);
    const { pair, isSound } = this.runRules(isGuidance, resultFile, claimFile, collector);
    const memory =
      isSound && this.remembers(record.index) ? this.read(pair, readMemoryFacts, collector) : null;
    const statistics = isSound ? this.read(pair, readStatistics, collector) : null;
    const findings = collector.folded(this.frame.settings.findingsMax);
    const facts = factsOfRecord(pair);
    const verdict = this.verdictOf(collector, facts);
    return {
      index: record.index,
      verdict,
      file: record.result?.path ?? null,
      claim: record.claim?.path ?? null,
      findings,
      returnReason: verdict === 'returned' ? primaryReason(findings) : null,
      returnText: verdict === 'returned' ? returnText(findings, this.rules.titleOf) : null,
      isReadable:
        claimFile?.isReadable === true &&
        claimFile.generation === 'v4' &&
        claimFile.schemaErrors?.length === 0,
      ...facts,
      memory,
      statistics,
      schemaVerdicts: { result: schemaVerdictOf(resultFile), claim: schemaVerdictOf(claimFile) },
      resultEntry: record.result,
      claimEntry: record.claim,
      faults: collector.faults,
    };
  }

  private readFile(
    role: DocumentRole,
    location: EntryLocation | null,
    isGuidance: boolean,
    answer: EntryAnswer | null,
    roots: Map<XmlElement, string>,
  ): DocumentFacts | null {
    if (location === null || answer === null) return null;
    const kind = role === 'result' ? (isGuidance ? 'hg08' : 'hc08') : isGuidance ? 'gc08' : 'cc08';
    const file = readDocument(role, location.path, kind, answer, this.frame.settings);
    if (file.root !== null) roots.set(file.root, file.path);
    return file;
  }

  /** Runs level after level; answers the facts as far as the files could be read, and whether L5 let the pair pass. */
  private runRules(
    isGuidance: boolean,
    resultFile: DocumentFacts | null,
    claimFile: DocumentFacts | null,
    collector: FindingCollector,
  ): { pair: PairFacts | null; isSound: boolean } {
    const { frame, rules } = this;
    const steps = isGuidance ? rules.guidance : rules.checkup;
    const pair = this.readPair(isGuidance, resultFile, claimFile, collector);
    // Who pays, and when it was, decides how hard a rule weighs, on the file as on what is in it.
    if (pair !== null) collector.severities = severitiesFor(frame.settings, pair.circumstances);
    if (resultFile !== null) steps.resultFile.run(resultFile, frame, collector);
    if (claimFile !== null) steps.claimFile.run(claimFile, frame, collector);
    if (pair === null || collector.hasSeverity('return')) return { pair, isSound: false };
    steps.pair.run(pair, pair, collector);
    if (collector.hasSeverity('return')) return { pair, isSound: false };
    runContents(steps, pair, collector);
    return { pair, isSound: true };
  }

  private verdictOf(collector: FindingCollector, facts: ReturnType<typeof factsOfRecord>): RecordVerdict {
    if (collector.hasFault) return 'held';
    if (collector.hasSeverity('return') || collector.hasSeverity('refuse')) return 'returned';
    // What passes must have an insurer and an amount; settings that let it through without are our fault.
    if (facts.claimFacts === null || facts.insurerNumber === null) {
      collector.fail('facts');
      return 'held';
    }
    return collector.hasSeverity('query') ? 'query' : 'accepted';
  }

  private read<T>(
    pair: PairFacts | null,
    reader: (pair: PairFacts) => T | null,
    collector: FindingCollector,
  ): T | null {
    try {
      return pair === null ? null : reader(pair);
    } catch {
      collector.fail('reading');
      return null;
    }
  }

  private readPair(
    isGuidance: boolean,
    resultFile: DocumentFacts | null,
    claimFile: DocumentFacts | null,
    collector: FindingCollector,
  ): PairFacts | null {
    try {
      return new PairFacts(this.frame, isGuidance, resultFile, claimFile);
    } catch {
      collector.fail('reading');
      return null;
    }
  }
}

function runContents(steps: RecordSteps, pair: PairFacts, collector: FindingCollector): void {
  const { resultIdentity, claimIdentity, checkup, checkupClaim, guidance, guidanceClaim } = pair;
  steps.contents.run(pair, pair, collector);
  if (resultIdentity !== null) steps.resultIdentity.run(resultIdentity, pair, collector);
  if (claimIdentity !== null) steps.claimIdentity.run(claimIdentity, pair, collector);
  if (checkup !== null) {
    steps.checkup.run(checkup, pair, collector);
    steps.items.run(checkup.items, pair, collector);
  }
  if (checkupClaim !== null) steps.checkupClaim.run(checkupClaim, pair, collector);
  if (guidance !== null) steps.guidance.run(guidance, pair, collector);
  if (guidanceClaim !== null) steps.guidanceClaim.run(guidanceClaim, pair, collector);
}

function factsOfRecord(pair: PairFacts | null) {
  const identity = pair?.claimIdentity ?? pair?.resultIdentity ?? null;
  const { checkupClaim = null, guidanceClaim = null } = pair ?? {};
  const claimFacts =
    checkupClaim !== null
      ? factsOfCheckupClaim(checkupClaim)
      : guidanceClaim !== null
        ? factsOfGuidanceClaim(guidanceClaim)
        : null;
  const person = identity === null ? null : personOf(identity);
  const ticketNumber = matching(identity?.ticketNumber?.value, /^\d{11}$/);
  const serviceDate = pair?.serviceDate ?? null;
  return {
    insurerNumber: matching(identity?.insurerNumber?.value, /^\d{8}$/),
    ticketNumber,
    serviceDate,
    claimFacts,
    insurerReason: matching(pair?.claim?.insurerResult?.reasonCode?.value, /^\d{2}$/),
    identity: person,
    duplicateKey:
      person === null || pair === null
        ? null
        : duplicateKeyOf({
            identity: person,
            ticketNumber,
            serviceDate,
            institutionNumber: identity?.providerNumber?.value ?? null,
            isGuidance: pair.isGuidance,
            guidanceTiming: claimFacts?.guidanceTiming ?? null,
          }),
  };
}

function matching(text: string | undefined, form: RegExp): string | null {
  return text !== undefined && form.test(text) ? text : null;
}
