import { Controller, Get, Query, Res } from '@nestjs/common';
import { Allow, type Caller, CurrentCaller } from '@daiko/access';
import type { FastifyReply } from 'fastify';
import { answerPapers } from './answer-papers.js';
import { MonthQuery } from './month-query.js';
import { ReadPapers } from './read-papers.js';

/** 支払通知書: what each provider is to be paid for a 処理月. */
@Controller('v1/payment-notices')
export class PaymentNoticesController {
  constructor(private readonly papers: ReadPapers) {}

  @Get()
  @Allow('payment-notice:read', 'payment-notice:read-any')
  async list(
    @Query() query: MonthQuery,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | string> {
    const list = await this.papers.read('payment-notice', query.month, caller);
    return answerPapers('payment-notice', list, query.format, reply);
  }
}
