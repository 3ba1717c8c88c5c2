import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Allow } from '@daiko/access';
import type { RecordCountsPage } from '@daiko/contracts';
import { SERVICE_CONTEXT, type ServiceContext } from '../service-definition.js';
import { readPageQuery } from './read-page-query.js';
import { RecordCountSource } from './record-count-source.js';

/** One service's part of `daiko ledger`. */
@Controller('v1/record-counts')
export class RecordCountsController {
  constructor(
    private readonly modules: ModuleRef,
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext,
  ) {}

  @Get()
  @Allow('ledger:read')
  async list(@Query() query: Record<string, unknown>): Promise<RecordCountsPage> {
    const { after, limit } = readPageQuery(query, { default: 500, max: 5000 });
    return (
      (await this.source()?.page(after, limit)) ?? { service: this.context.name, counts: [], next: null }
    );
  }

  private source(): RecordCountSource | null {
    try {
      return this.modules.get(RecordCountSource, { strict: false });
    } catch {
      return null;
    }
  }
}
