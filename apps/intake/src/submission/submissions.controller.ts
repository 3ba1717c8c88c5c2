import { Allow, type Caller, callerMay, CurrentCaller } from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { readPageQuery, SERVICE_CONTEXT, type ServiceContext, serviceProblems } from '@daiko/service';
import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IntakeConfig } from '../config.js';
import { listFindings } from '../findings/finding.store.js';
import { intakeProblems } from '../problems.js';
import { ExpectContinue } from './expect-continue.js';
import { Readiness } from './readiness.js';
import { ReceiveSubmission } from './receive-submission.js';
import { findingView, receivedView, submissionView } from './submission-view.js';
import { listSubmissions, readByReceipt } from './submission.store.js';
import { discardBody, openUpload, readUploadHeaders } from './upload-request.js';

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const findingsDefault = 200;
const findingsMax = 1000;

/** Submissions (受領単位): taken in, listed, looked into. */
@Controller('v1/submissions')
export class SubmissionsController {
  constructor(
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext<IntakeConfig>,
    private readonly unitOfWork: UnitOfWork,
    private readonly receiving: ReceiveSubmission,
    private readonly readiness: Readiness,
    private readonly expectContinue: ExpectContinue,
  ) {}

  /** 201 with the receipt, 200 where the same was received before, 422 with all findings. */
  @Post()
  @Allow('submission:send')
  async send(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { uploadBytesMax } = caller.limits;
    const bytesMax = Math.min(uploadBytesMax, this.context.config.DAIKO_INTAKE_UPLOAD_BYTES_MAX);
    const headers = readUploadHeaders(request.raw, bytesMax);
    await this.readiness.check();
    this.expectContinue.proceed(request.raw, reply.raw);
    try {
      const upload = await openUpload(request.raw, headers);
      const { idempotencyKey } = headers;
      const incoming = { ...upload, idempotencyKey, sender: caller, channel: 'https' as const };
      const received = await this.receiving.receive(incoming, bytesMax);
      const { receiptNumber } = received.submission;
      void reply.code(received.isNew ? 201 : 200).header('location', `/v1/submissions/${receiptNumber}`);
      return receivedView(received);
    } catch (error) {
      await discardBody(request.raw, 64 * 1024 * 1024, 5_000);
      throw error;
    }
  }

  /** Own submissions in the order of their receipt; the operator sees all. */
  @Get()
  @Allow('submission:read', 'submission:read-any')
  async list(@CurrentCaller() caller: Caller, @Query() query: Record<string, unknown>) {
    const { after, limit } = readPageQuery(query, { default: 50, max: 500 });
    if (after !== null && !uuidForm.test(after)) throw invalid('after');
    const { name = null, sha256 = null } = query;
    if (name !== null && (typeof name !== 'string' || !/^[0-9A-Za-z_.-]{1,120}$/.test(name)))
      throw invalid('name');
    if (sha256 !== null && (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)))
      throw invalid('sha256');
    const rows = await listSubmissions(this.context.database, {
      partnerId: ownOnly(caller),
      rootName: name === null ? null : name.replace(/\.zip$/i, ''),
      sha256,
      after,
      limit,
    });
    await this.markReading(caller, 'submission-list', caller.partnerId, rows.length);
    return {
      submissions: rows.map(submissionView),
      next: rows.length < limit ? null : (rows.at(-1)?.submissionId ?? null),
    };
  }

  /** State, counts and findings of one submission; somebody else's is as unknown as one that does not exist. */
  @Get(':receiptNumber')
  @Allow('submission:read', 'submission:read-any')
  async read(
    @CurrentCaller() caller: Caller,
    @Param('receiptNumber') receiptNumber: string,
    @Query() query: Record<string, unknown>,
  ) {
    const offset = readCount(query.findingsAfter, 0, 10_000_000, 'findingsAfter');
    const limit = readCount(query.findingsLimit, findingsDefault, findingsMax, 'findingsLimit');
    const submission = await readByReceipt(this.context.database, receiptNumber, ownOnly(caller));
    if (submission === null) throw new Problem(intakeProblems.submissionUnknown);
    const findings = await listFindings(this.context.database, submission.submissionId, { offset, limit });
    await this.markReading(caller, 'submission', submission.submissionId);
    return {
      ...submissionView(submission),
      findings: findings.map(findingView),
      findingsNext: findings.length < limit ? null : offset + findings.length,
    };
  }

  private async markReading(
    { partnerId, credentialId }: Caller,
    objectKind: string,
    objectId: string,
    recordCount?: number,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) =>
      tx.recordAccess({
        actorId: partnerId,
        credentialId,
        action: 'submission:read',
        objectKind,
        objectId,
        ...(recordCount === undefined ? {} : { recordCount }),
      }),
    );
  }
}

function ownOnly(caller: Caller): string | null {
  return callerMay(caller, 'submission:read-any') ? null : caller.partnerId;
}

function invalid(places: string): Problem {
  return new Problem(serviceProblems.requestInvalid, { places });
}

function readCount(raw: unknown, fallback: number, max: number, name: string): number {
  if (raw === undefined) return fallback;
  const value = typeof raw === 'string' && /^\d{1,9}$/.test(raw) ? Number(raw) : NaN;
  if (!(value >= 0 && value <= max)) throw invalid(`${name} (0-${max})`);
  return value;
}
