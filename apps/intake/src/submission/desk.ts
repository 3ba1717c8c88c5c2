import type { ArchiveKind } from '@daiko/contracts';
import { dayInJapan, parseRootName } from '@daiko/exchange-format';
import {
  compareFindings,
  type Finding,
  type InspectionSettings,
  inspectDesk,
  repeatedNameFinding,
} from '@daiko/inspection-rules';
import type { ByteSource } from '@daiko/payload-store';
import { SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Incoming } from './incoming.js';
import { notReady, orNotReady } from './or-not-ready.js';
import { isRootNameUsed } from './submission.store.js';

/** What the desk (受付点検, L0–L2) says of an archive, with what only intake's memory knows. */
export interface DeskVerdict {
  isRefused: boolean;
  findings: Finding[];
  /** Set unless refused. */
  accepted: {
    rootName: string;
    /** Who sends, as the name says: a provider, or an insurer whose archive answers ours. */
    providerNumber: string;
    senderKind: 'provider' | 'insurer';
    kind: ArchiveKind;
    recordCount: number;
  } | null;
  receivedAt: Date;
  /** JST day of receipt, YYYYMMDD: by it all chunks are judged. */
  inspectionDate: string;
  settingsVersion: string;
}

/** Injection token of the settings of inspection. */
export const INSPECTION_SETTINGS = Symbol('inspection settings');

/** Name of an archive without folders and `.zip`: what its root folder must be called. */
export function archiveNameOf(fileName: string): string {
  return fileName.replace(/^.*[\\/]/, '').replace(/\.zip$/i, '');
}

/** The desk (受付): judges names, form and pairs of an archive before it is acknowledged. */
@Injectable()
export class Desk {
  constructor(
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext,
    @Inject(INSPECTION_SETTINGS) private readonly settings: InspectionSettings,
  ) {}

  /** @throws {Problem} not ready, where a rule of ours or the store failed: no verdict on the sender's data */
  async judge(source: ByteSource, sha256: string, incoming: Incoming): Promise<DeskVerdict> {
    const { logger, database } = this.context;
    const { partnerId } = incoming.sender;
    const receivedAt = this.context.now();
    const inspectionDate = dayInJapan(receivedAt);
    const who = { senderNumber: incoming.sender.number, mayActFor: incoming.sender.mayActFor };
    const judging = inspectDesk(
      source,
      { fileName: incoming.fileName, ...who },
      this.settings,
      inspectionDate,
    );
    const report = await orNotReady('object-store', logger, judging);
    if (report.verdict === 'held') {
      logger.error('A rule of the desk failed', { rule: report.faults.join(' ') });
      throw notReady('desk');
    }
    const findings = [...report.findings];
    const { rootName, kind, recordCount } = report;
    if (rootName !== null && (await isRootNameUsed(database, rootName, { partnerId, sha256 }))) {
      findings.push(repeatedNameFinding(rootName));
    }
    findings.sort(compareFindings);
    const isRefused = report.verdict === 'refused' || findings.some(({ severity }) => severity === 'refuse');
    const parsed = parseRootName(rootName ?? '');
    const base = { findings, receivedAt, inspectionDate, settingsVersion: this.settings.version };
    if (isRefused) return { ...base, isRefused, accepted: null };
    if (rootName === null || kind === null || !parsed.ok)
      throw new Error('the desk accepted an archive without name');
    const providerNumber = parsed.value.sender;
    const senderKind = providerNumber.length === 10 ? 'provider' : 'insurer';
    return {
      ...base,
      isRefused,
      accepted: { rootName, providerNumber, senderKind, kind, recordCount },
    };
  }
}
