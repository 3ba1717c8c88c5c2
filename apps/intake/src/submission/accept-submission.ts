import { type PayloadRef, Problem, recordHash } from '@daiko/contracts';
import { parseRootName } from '@daiko/exchange-format';
import { type Finding, repeatedNameFinding, toFindingMark } from '@daiko/inspection-rules';
import { type ServiceTransaction, UnitOfWork } from '@daiko/messaging';
import { crashPoint } from '@daiko/observability';
import { SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import { Inject, Injectable } from '@nestjs/common';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { IntakeConfig } from '../config.js';
import { insertFindings } from '../findings/finding.store.js';
import { intakeProblems } from '../problems.js';
import { latestCheckpoint } from '../receipt/checkpoint.store.js';
import { receiptNumberOf } from '../receipt/receipt-number.js';
import { RECEIPT_KEY, type ReceiptKey } from '../receipt/receipt-keys.js';
import { signReceipt } from '../receipt/sign-receipt.js';
import { SCANNER, type Scanner } from '../scanner/scanner.js';
import { archiveNameOf, type DeskVerdict } from './desk.js';
import type { Incoming } from './incoming.js';
import { notReady } from './or-not-ready.js';
import {
  insertRefusal,
  insertSubmission,
  type NewSubmission,
  nextReceiptSerial,
  readById,
  type Submission,
} from './submission.store.js';
import { acceptUpload } from './upload.store.js';

/** Thrown inside the transaction so that it rolls back. */
class Collision extends Error {}

/** Acknowledges (受領) or refuses (受付不可): each in one transaction with its mark. */
@Injectable()
export class AcceptSubmission {
  constructor(
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext<IntakeConfig>,
    private readonly unitOfWork: UnitOfWork,
    @Inject(RECEIPT_KEY) private readonly receiptKey: ReceiptKey,
    @Inject(SCANNER) private readonly scanner: Scanner,
  ) {}

  /** The submission with its receipt; null where the same content or name has been accepted in the meantime. */
  async accept(
    incoming: Incoming,
    uploadId: string,
    payload: PayloadRef,
    verdict: DeskVerdict,
  ): Promise<Submission | null> {
    if (verdict.accepted === null) return this.refuse(incoming, verdict.findings);
    const submissionId = uuidv7();
    const recordHashSum = await sumOfRecordHashes(submissionId, verdict.accepted.recordCount);
    try {
      await this.unitOfWork.run(async (tx) => {
        const receiptNumber = receiptNumberOf(verdict.inspectionDate, await nextReceiptSerial(tx));
        const facts = {
          ...verdict.accepted!,
          receiptNumber,
          partnerNumber: incoming.sender.number,
          channel: incoming.channel,
          scanner: this.scanner.state,
          sha256: payload.sha256,
          sizeBytes: payload.sizeBytes,
        };
        const receipt = await signReceipt(
          {
            ...facts,
            agencyNumber: this.context.config.DAIKO_AGENCY_NUMBER,
            receivedAt: verdict.receivedAt.toISOString(),
            checkpoint: await latestCheckpoint(tx),
          },
          this.receiptKey,
        );
        const { inspectionDate, settingsVersion, receivedAt } = verdict;
        const { partnerId } = incoming.sender;
        const submission: NewSubmission = {
          ...facts,
          ...{
            submissionId,
            partnerId,
            receipt,
            receivedAt,
            inspectionDate,
            settingsVersion,
            payload,
            recordHashSum,
          },
        };
        if (!(await insertSubmission(tx, submission))) throw new Collision();
        if (!(await acceptUpload(tx, uploadId, submissionId))) throw notReady('database');
        await insertFindings(
          tx,
          submissionId,
          verdict.findings.map((finding) => ({ recordIndex: null, mark: toFindingMark(finding) })),
        );
        announce(tx, submission);
        this.mark(tx, incoming, 'submission:send', 'submission', submissionId);
        await crashPoint('intake.accepting');
      });
    } catch (error) {
      if (error instanceof Collision) return null;
      throw error;
    }
    return readById(this.context.database, submissionId);
  }

  /** The same again: the key is tied to the earlier submission, and the repetition leaves its mark. */
  async repeat(incoming: Incoming, uploadId: string, earlier: Submission): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await acceptUpload(tx, uploadId, earlier.submissionId);
      this.mark(tx, incoming, 'submission:repeat', 'submission', earlier.submissionId);
    });
  }

  /** Refuses (受付不可): leaves a mark without values. @throws {Problem} always, with all findings */
  async refuse(incoming: Incoming, findings: readonly Finding[]): Promise<never> {
    const refusalId = uuidv7();
    const archiveName = archiveNameOf(incoming.fileName);
    await this.unitOfWork.run(async (tx) => {
      await insertRefusal(tx, {
        refusalId,
        partnerId: incoming.sender.partnerId,
        rootName: parseRootName(archiveName).ok ? archiveName : null,
        findings: findings.map(toFindingMark),
        channel: incoming.channel,
        refusedAt: this.context.now(),
      });
      this.mark(tx, incoming, 'submission:refuse', 'refusal', refusalId);
    });
    throw new Problem(
      intakeProblems.archiveRefused,
      { findingCount: findings.length },
      { verdict: 'refused', refusalId, archive: archiveName, findings },
    );
  }

  /** A027 after a race for one root name. @throws {Problem} always */
  refuseRepeatedName(incoming: Incoming): Promise<never> {
    return this.refuse(incoming, [repeatedNameFinding(archiveNameOf(incoming.fileName))]);
  }

  private mark(
    tx: Parameters<Parameters<UnitOfWork['run']>[0]>[0],
    { sender }: Incoming,
    action: string,
    objectKind: string,
    objectId: string,
  ): void {
    const { partnerId, credentialId } = sender;
    tx.recordAccess({ actorId: partnerId, credentialId, action, objectKind, objectId });
  }
}

/** A provider's records are new ones; an insurer's archive speaks of records that it got or was asked about. */
function announce(tx: ServiceTransaction, submission: NewSubmission): void {
  const { submissionId } = submission;
  if (submission.senderKind === 'provider') {
    tx.publish('intake.submission.received.v1', submissionId, messageOf(submission));
    return;
  }
  const { submissionId: replyId, providerNumber: insurerNumber, ...facts } = messageOf(submission);
  tx.publish('intake.reply.received.v1', replyId, { replyId, insurerNumber, ...facts });
}

function messageOf(submission: NewSubmission) {
  const { submissionId, receiptNumber, partnerId, providerNumber, rootName, kind, sha256, sizeBytes } =
    submission;
  const { recordCount, inspectionDate, settingsVersion, channel, payload } = submission;
  return {
    ...{
      submissionId,
      receiptNumber,
      partnerId,
      providerNumber,
      rootName,
      kind,
      sha256,
      sizeBytes,
      recordCount,
    },
    ...{ inspectionDate, settingsVersion, channel, payload },
    receivedAt: submission.receivedAt.toISOString(),
  };
}

/** Sum of the hashes of all records of a submission, decimal; lets other work in between. */
async function sumOfRecordHashes(submissionId: string, recordCount: number): Promise<string> {
  let sum = 0n;
  for (let index = 0; index < recordCount; index += 1) {
    sum += recordHash(submissionId, index);
    if (index % 5000 === 4999) await nextTurn();
  }
  return sum.toString();
}
