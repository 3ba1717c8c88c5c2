import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Allow, type Caller, CurrentCaller } from '@daiko/access';
import { Database } from '@daiko/persistence';
import { listUndecided } from '../chunk/chunk.store.js';
import { afterOf } from '../query/record-cursor.js';
import { pageOf } from '../query/undecided-view.js';
import { RetryHeld } from './retry-held.js';

/** 保留: records that a fault of ours keeps from a verdict, and the way out of it. */
@Controller('v1/held')
export class HeldController {
  constructor(
    private readonly database: Database,
    private readonly retryHeld: RetryHeld,
  ) {}

  @Get()
  @Allow('held:read')
  async list(@Query('after') after?: string): Promise<object> {
    return pageOf('held', await listUndecided(this.database, 'held', afterOf(after), 100), 100);
  }

  @Post('retry')
  @HttpCode(200)
  @Allow('held:retry')
  retry(@CurrentCaller() caller: Caller): Promise<{ retried: number; stillHeld: number }> {
    return this.retryHeld.all(caller);
  }
}
