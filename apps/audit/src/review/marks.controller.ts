import { Controller, Get, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { actorOf, Allow, type Caller, CurrentCaller } from '@daiko/access';
import { UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import { listMarks, type MarkView } from './marks.store.js';

export class MarksQuery {
  /** Number of the last mark that was seen. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER - 1)
  after?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit?: number;

  @IsOptional()
  @IsString()
  @MaxLength(64)
  actor?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  object?: string;

  @IsOptional()
  @Matches(/^[a-z][a-z-]*:[a-z][a-z-]*$/)
  action?: string;
}

/** 証跡の閲覧: who saw or did what, when. */
@Controller('v1/marks')
export class MarksController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  @Allow('audit:read')
  async list(
    @Query() query: MarksQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<{ items: MarkView[]; next: number | null }> {
    const { after, limit = 100, actor = null, object = null, action = null } = query;
    const from = after === undefined ? 0 : after + 1;
    const items = await listMarks(this.database, from, limit, { actor, object, action });
    await this.unitOfWork.run(async (tx) =>
      tx.recordAccess({
        ...actorOf(caller),
        action: 'audit:read',
        objectKind: 'mark',
        objectId: 'list',
        recordCount: items.length,
      }),
    );
    return { items, next: items.length === limit ? (items.at(-1)?.number ?? null) : null };
  }
}
