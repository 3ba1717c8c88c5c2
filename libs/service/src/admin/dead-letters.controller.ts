import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Allow, type Caller, CurrentCaller } from '@daiko/access';
import { isUuid, Problem } from '@daiko/contracts';
import { DeadLetters, UnitOfWork } from '@daiko/messaging';
import { serviceProblems } from '../http/service-problems.js';
import { readPageQuery } from './read-page-query.js';

const replayCountMax = 1000;

/** Messages of this service that could not be handled (配達不能): look into them, replay them. */
@Controller('v1/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly deadLetters: DeadLetters,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  @Allow('dead-letter:read')
  async list(@Query() query: Record<string, unknown>): Promise<object> {
    const { limit } = readPageQuery(query, { default: 100, max: 1000 });
    return { deadLetters: await this.deadLetters.list(limit) };
  }

  /** Body: `{"ids": [...]}` or `{"ids": "all"}`. The mark commits before anything moves. */
  @Post('replay')
  @HttpCode(200)
  @Allow('dead-letter:replay')
  async replay(@Body() body: unknown, @CurrentCaller() caller: Caller): Promise<object> {
    const ids = readIds(body);
    await this.unitOfWork.run(async (tx) =>
      tx.recordAccess({
        actorId: caller.partnerId,
        credentialId: caller.credentialId,
        action: 'dead-letter:replay',
        objectKind: 'dead-letter',
        objectId: ids === 'all' || ids.length !== 1 ? 'several' : (ids[0] ?? 'several'),
        ...(ids === 'all' ? {} : { recordCount: ids.length }),
      }),
    );
    return { replayed: await this.deadLetters.replay(ids) };
  }
}

function readIds(body: unknown): string[] | 'all' {
  const { ids } = (body ?? {}) as { ids?: unknown };
  if (ids === 'all') return ids;
  const isList = Array.isArray(ids) && ids.length > 0 && ids.length <= replayCountMax;
  if (isList && ids.every((id) => typeof id === 'string' && isUuid(id))) return ids as string[];
  throw new Problem(serviceProblems.requestInvalid, { places: `ids ("all", or 1-${replayCountMax} UUIDs)` });
}
