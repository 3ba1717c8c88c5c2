import { Allow, type Caller, callerMay, CurrentCaller } from '@daiko/access';
import { isUuid, Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { readPageQuery, SERVICE_CONTEXT, type ServiceContext, serviceProblems } from '@daiko/service';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { listFindings } from '../findings/finding.store.js';
import { intakeProblems } from '../problems.js';
import { findingView, submissionView } from './submission-view.js';
import { listSubmissions, readByReceipt } from './submission.store.js';

const findingsDefault = 200;
const findingsMax = 1000;

/** Submissions (受領単位): listed and looked into. */
@Controller('v1/submissions')
export class SubmissionsController {
  constructor(
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Own submissions in the order of their receipt; the operator sees all. */
  @Get()
  @Allow('submission:read', 'submission:read-any')
  async list(@CurrentCaller() caller: Caller, @Query() query: Record<string, unknown>) {
    const { after, limit } = readPageQuery(query, { default: 50, max: 500 });
    if (after !== null && !isUuid(after)) throw invalid('after');
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
