import { Controller, Get, Query, Res } from '@nestjs/common';
import { Allow, type Caller, CurrentCaller } from '@daiko/access';
import type { FastifyReply } from 'fastify';
import { answerPapers } from './answer-papers.js';
import { MonthQuery } from './month-query.js';
import { ReadPapers } from './read-papers.js';

/** 請求書: what each insurer is to be invoiced for a 処理月. */
@Controller('v1/invoices')
export class InvoicesController {
  constructor(private readonly papers: ReadPapers) {}

  @Get()
  @Allow('invoice:read', 'invoice:read-any')
  async list(
    @Query() query: MonthQuery,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | string> {
    const list = await this.papers.read('invoice', query.month, caller);
    return answerPapers('invoice', list, query.format, reply);
  }
}
