import type { PayloadRef, RecordVerdict } from '@daiko/contracts';
import type { ArchiveReport, Finding, ReportVersions } from '@daiko/inspection-rules';
import type { PayloadStore } from '@daiko/payload-store';

/** Findings with their values, of one record (by its index) or of the archive (`null`). */
export interface FindingsOf {
  index: number | null;
  /** Of a record; absent in reports that were sealed before these were kept. */
  verdict?: RecordVerdict;
  file?: string | null;
  claim?: string | null;
  ticketNumber?: string | null;
  /** Of the archive: what it was judged by and its verdict; absent in reports that were sealed before these were kept. */
  versions?: ReportVersions;
  verdictOfArchive?: ArchiveReport['verdict'];
  findings: readonly Finding[];
}

/** Findings with values exist only here: sealed payloads of the platform, one of the archive and one a chunk. */
export class ReportVault {
  constructor(private readonly payloads: PayloadStore) {}

  /** Seals findings; null where there are none. */
  async seal(findings: FindingsOf[], now: Date): Promise<PayloadRef | null> {
    if (findings.length === 0) return null;
    const session = await this.payloads.seal({
      service: 'inspection',
      owner: 'platform',
      retention: 'report',
      purpose: 'inspection-report',
      now,
    });
    try {
      await session.write(Buffer.from(JSON.stringify(findings), 'utf8'));
      return await session.finish();
    } catch (fault) {
      await session.abort();
      throw fault;
    }
  }

  async open(ref: PayloadRef): Promise<FindingsOf[]> {
    const source = await this.payloads.open(ref, 'inspection-report');
    const bytes = await source.read(0, await source.size());
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as FindingsOf[];
  }
}
