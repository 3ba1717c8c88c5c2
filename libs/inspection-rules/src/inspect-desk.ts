import type { ArchiveKind } from '@daiko/contracts';
import {
  type ArchiveDefect,
  type ArchiveDirectory,
  archiveKindOf,
  type ByteSource,
  calendarDate,
  type EntryDefect,
  isDefective,
  parseRootName,
  readDirectory,
  verifyLocalHeaders,
} from '@daiko/exchange-format';
import { type ArchiveContext, type ArchiveFacts, archiveNameOf } from './archive-facts.js';
import { catalogue } from './catalogue.js';
import { Engine, FindingCollector } from './engine.js';
import type { Facts } from './frame.js';
import type { Finding } from './finding.js';
import type { Rule } from './rule.js';
import type { InspectionSettings } from './settings.js';

/** What the desk (受付) says about an archive: L0 to L2. */
export interface DeskReport {
  /** `held` when one of our rules failed: no verdict on the data. */
  readonly verdict: 'accepted' | 'refused' | 'held';
  readonly findings: readonly Finding[];
  /** Null when the ZIP is unfit. */
  readonly directory: ArchiveDirectory | null;
  /** Name of the archive without `.zip`. */
  readonly rootName: string | null;
  readonly kind: ArchiveKind | null;
  readonly recordCount: number;
  /** Ids of rules that failed. */
  readonly faults: readonly string[];
}

/**
 * Judges what can be judged without opening a file: form of the ZIP, names, folders, pairs by name (L0–L2).
 * The first level that refuses ends it, with all findings of that level. `date` is the JST day of receipt, YYYYMMDD.
 * Throws only what `source` throws.
 */
export async function inspectDesk(
  source: ByteSource,
  context: ArchiveContext,
  settings: InspectionSettings,
  date: string,
  rules: readonly Rule[] = catalogue,
): Promise<DeskReport> {
  const archive = await readArchiveFacts(source, context, settings);
  const facts: Facts = { date: calendarDate(date), settings };
  const collector = judgeArchive(archive, facts, rules);
  const isRefused = archive.directory === null || collector.hasSeverity('refuse');
  return {
    verdict: collector.hasFault ? 'held' : isRefused ? 'refused' : 'accepted',
    findings: collector.sorted(settings.findingsMax),
    directory: archive.directory,
    rootName: archive.rootName === null ? null : archive.namedBy,
    kind: archive.rootName === null ? null : archiveKindOf(archive.rootName.kindCode),
    recordCount: archive.directory?.recordCount ?? 0,
    faults: collector.faults,
  };
}

async function readArchiveFacts(
  source: ByteSource,
  context: ArchiveContext,
  settings: InspectionSettings,
): Promise<ArchiveFacts> {
  const archiveName = archiveNameOf(context.fileName);
  const answer = await readDirectory(source, settings.limits);
  const localDefects = isDefective(answer)
    ? []
    : (await verifyLocalHeaders(source, answer, settings.limits)).map(asArchiveDefect);
  const directory = isDefective(answer) || localDefects.length > 0 ? null : answer;
  const namedBy = directory?.rootFolder ?? archiveName;
  const parsed = parseRootName(namedBy);
  return {
    context,
    archiveName,
    directory,
    defects: isDefective(answer) ? answer : localDefects,
    namedBy,
    rootName: parsed.ok ? parsed.value : null,
    rootNameReason: parsed.ok ? null : parsed.reason,
  };
}

// A local header that lies makes the whole archive unfit; an entry too large already broke a limit of the directory.
function asArchiveDefect({ code, entry, offset, values }: EntryDefect): ArchiveDefect {
  const asWhole =
    code === 'too-large' ? 'entry-size-limit' : code === 'truncated' ? code : 'header-disagreement';
  return { code: asWhole, entry, offset, values };
}

function judgeArchive(archive: ArchiveFacts, facts: Facts, rules: readonly Rule[]): FindingCollector {
  const engine = new Engine(rules, facts.settings);
  const collector = new FindingCollector(new Map());
  for (const level of [0, 1, 2]) {
    engine.step('archive', level, ['zip']).run(archive, facts, collector);
    if (archive.directory === null ? level === 1 : collector.hasSeverity('refuse')) break;
  }
  return collector;
}
