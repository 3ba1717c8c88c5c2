import type { ArchiveDirectory, ByteSource } from '@daiko/exchange-format';
import { type Finding, inspectDesk, type InspectionSettings } from '@daiko/inspection-rules';
import type { PayloadStore } from '@daiko/payload-store';
import type { Submission } from './submission.store.js';

export interface OpenArchive {
  source: ByteSource;
  directory: ArchiveDirectory;
  /** What the desk says of it (L0–L2): hints only, since it was taken. */
  deskFindings: readonly Finding[];
}

/** What changed between intake's acknowledgement and now: a fault of ours or tampering, never the provider's. */
export class AcknowledgedArchiveUnreadable extends Error {
  constructor(submissionId: string, rules: string[]) {
    super(
      `the acknowledged archive of submission ${submissionId} no longer passes the desk: ${rules.join(', ')}`,
    );
    this.name = 'AcknowledgedArchiveUnreadable';
  }
}

/** What is needed to open a received archive. */
export type SealedArchive = Pick<Submission, 'submissionId' | 'fileName' | 'inspectionDate' | 'payload'>;

/**
 * The few archives that chunks are being judged from: opened once (one use of the private key) and kept with their
 * directory, so that the directory is not read again for each chunk. Bounded by count; a directory is at most 128 bytes a record.
 */
export class OpenArchives {
  private readonly open = new Map<string, Promise<OpenArchive>>();

  constructor(
    private readonly payloads: PayloadStore,
    private readonly settings: InspectionSettings,
    private readonly archivesMax: number,
  ) {}

  async get(submission: SealedArchive): Promise<OpenArchive> {
    const known = this.open.get(submission.submissionId);
    if (known !== undefined) return known;
    const opening = this.read(submission);
    this.open.set(submission.submissionId, opening);
    for (const oldest of this.open.keys()) {
      if (this.open.size <= this.archivesMax) break;
      this.open.delete(oldest);
    }
    try {
      return await opening;
    } catch (fault) {
      this.open.delete(submission.submissionId);
      throw fault;
    }
  }

  private async read(submission: SealedArchive): Promise<OpenArchive> {
    const source = await this.payloads.open(submission.payload, 'inspection');
    const context = { fileName: submission.fileName };
    const desk = await inspectDesk(source, context, this.settings, submission.inspectionDate);
    if (desk.directory === null) {
      throw new AcknowledgedArchiveUnreadable(
        submission.submissionId,
        desk.findings.map(({ rule }) => rule),
      );
    }
    return { source, directory: desk.directory, deskFindings: desk.findings };
  }
}
