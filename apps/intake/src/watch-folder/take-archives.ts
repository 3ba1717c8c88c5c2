import { type KnownPartner, PartnerDirectory } from '@daiko/access';
import { Problem, problemBody } from '@daiko/contracts';
import type { Finding } from '@daiko/inspection-rules';
import { crashPoint } from '@daiko/observability';
import { SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { IntakeConfig } from '../config.js';
import { intakeProblems } from '../problems.js';
import { cleanFileName } from '../submission/file-name.js';
import { Readiness } from '../submission/readiness.js';
import { ReceiveSubmission } from '../submission/receive-submission.js';
import { receivedView } from '../submission/submission-view.js';
import { UploadSlots } from '../submission/upload-slots.js';
import { PartnerFolder } from './partner-folder.js';
import { refusalText } from './refusal-text.js';

/** Problems that sending the same file again would not mend; anything else is tried again at the next look. */
const lastingCodes: ReadonlySet<string> = new Set([
  intakeProblems.archiveRefused.code,
  intakeProblems.archiveTooLarge.code,
  intakeProblems.fileNameMissing.code,
]);
const partnersAtOnce = 4;

/**
 * Takes archives from the watch folders (監視フォルダー). A file moves only after its receipt or refusal has committed and lies
 * beside it; after a crash in between it is taken again, and the same content has the same receipt.
 */
@Injectable()
export class TakeArchives implements OnModuleInit {
  constructor(
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext<IntakeConfig>,
    private readonly directory: PartnerDirectory,
    private readonly readiness: Readiness,
    private readonly receiving: ReceiveSubmission,
    private readonly slots: UploadSlots,
  ) {}

  onModuleInit(): void {
    const { DAIKO_INTAKE_WATCH_FOLDER: root, DAIKO_INTAKE_WATCH_INTERVAL_MS: intervalMs } =
      this.context.config;
    if (root === undefined) return;
    this.context.tasks.every('watch-folder', intervalMs, () => this.look(root), { atStart: true });
  }

  /** One look into all folders. */
  async look(root: string): Promise<void> {
    if (!(await this.directory.isFresh())) return;
    const partners = await this.directory.partnersWithWatchFolder();
    for (let first = 0; first < partners.length; first += partnersAtOnce) {
      const batch = partners.slice(first, first + partnersAtOnce);
      await Promise.all(batch.map((partner) => this.lookAt(root, partner)));
    }
  }

  private async lookAt(root: string, partner: KnownPartner): Promise<void> {
    const { logger } = this.context;
    const { partnerId } = partner;
    if (!(await PartnerFolder.isWorthOpening(root, partner.number))) return;
    const folder = await PartnerFolder.open(root, partner.number);
    if (folder === null) {
      logger.warn('A watch folder is a link or no folder; it is left alone', { partnerId });
      return;
    }
    for (const name of await folder.archives()) {
      try {
        await this.readiness.check();
        await this.slots.run(partner, () => this.take(folder, partner, name));
      } catch (error) {
        const code = error instanceof Problem ? error.kind.code : undefined;
        logger.warn('An archive stays in its watch folder until the next look', { partnerId, code, error });
        return;
      }
    }
  }

  private async take(folder: PartnerFolder, partner: KnownPartner, name: string): Promise<void> {
    const file = await folder.openArchive(name);
    if (file === null) return;
    const opened = await file.stat();
    try {
      const received = await this.receive(file, partner, name);
      const receipt = `${JSON.stringify(receivedView(received), null, 2)}\n`;
      await folder.write('receipts', `${name}.receipt.json`, receipt);
      await crashPoint('intake.receipt-written');
      await folder.move(name, 'received', this.context.now(), opened);
    } catch (error) {
      if (!(error instanceof Problem) || !lastingCodes.has(error.kind.code)) throw error;
      if (await folder.isStill(name, opened)) await this.refuse(folder, name, opened, error);
    } finally {
      await file.close();
    }
  }

  private async receive(file: FileHandle, partner: KnownPartner, name: string) {
    if (cleanFileName(name) !== name) throw new Problem(intakeProblems.fileNameMissing);
    const { uploadBytesMax } = partner.limits;
    const bytesMax = Math.min(uploadBytesMax, this.context.config.DAIKO_INTAKE_UPLOAD_BYTES_MAX);
    const { size } = await file.stat();
    if (size > bytesMax) throw new Problem(intakeProblems.archiveTooLarge, { limitBytes: bytesMax });
    const { partnerId, number, mayActFor, limits } = partner;
    return this.receiving.receive(
      {
        sender: { partnerId, number, mayActFor, limits, credentialId: null },
        channel: 'watch-folder',
        fileName: name,
        body: file.createReadStream({ autoClose: false, highWaterMark: 256 * 1024 }),
        sizeHintBytes: size,
        promise: null,
        idempotencyKey: null,
      },
      bytesMax,
    );
  }

  private async refuse(folder: PartnerFolder, name: string, opened: Stats, problem: Problem): Promise<void> {
    const body = problemBody(problem);
    const findings = (problem.extensions.findings ?? []) as Finding[];
    // A name that cannot be used may be anything; the papers get one that can.
    const paper = cleanFileName(name) ?? `name-${this.context.now().getTime()}.zip`;
    await folder.write('refused', `${paper}.findings.json`, `${JSON.stringify(body, null, 2)}\n`);
    await folder.write('refused', `${paper}.findings.txt`, refusalText(name, body, findings));
    await folder.move(name, 'refused', this.context.now(), opened);
  }
}
