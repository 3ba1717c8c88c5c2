import type { IncomingMessage } from 'node:http';
import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { actorOf, Allow, type Caller, callerMay, CurrentCaller } from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import { serviceProblems } from '@daiko/service';
import { ImportMaster } from './import-master.js';
import { listImports, type MasterImport } from './master.store.js';
import { masterProblems } from './problems.js';
import { type MasterKind, masterKinds } from './read-master.js';
import { readBody } from './read-body.js';

/** Bytes of a master file. */
const fileBytesMax = 32 * 1024 * 1024;
/** Files read at once; each is held in memory while it is read. */
const importsMax = 2;
const listMax = 200;

/** 台帳・マスタ of insurers: taken in as CSV, listed by import. */
@Controller('v1/masters')
export class MastersController {
  private running = 0;

  constructor(
    private readonly imports: ImportMaster,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Post(':kind')
  @HttpCode(201)
  @Allow('master:import', 'master:import-any')
  async import(
    @Param('kind') kind: string,
    @Query('insurer') insurer: unknown,
    @CurrentCaller() caller: Caller,
    @Req() request: { raw: IncomingMessage },
  ): Promise<object> {
    if (!isKind(kind)) throw new Problem(serviceProblems.notFound);
    const insurerNumber = insurerOf(caller, insurer);
    if (this.running >= importsMax) throw new Problem(masterProblems.busy, { limit: importsMax }, {}, 5);
    this.running += 1;
    try {
      const bytes = await readBody(request.raw, fileBytesMax);
      return viewOf({
        ...(await this.imports.import(kind, insurerNumber, bytes, caller)),
        supersededAt: null,
      });
    } finally {
      this.running -= 1;
    }
  }

  @Get()
  @Allow('master:read', 'master:read-any')
  async list(@CurrentCaller() caller: Caller): Promise<object> {
    const own = callerMay(caller, 'master:read-any') ? null : caller.number;
    const masters = await listImports(this.database, own, listMax);
    await this.unitOfWork.run(async (tx) =>
      tx.recordAccess({
        ...actorOf(caller),
        action: 'master:read',
        objectKind: 'master-list',
        objectId: own ?? 'all',
        recordCount: masters.length,
      }),
    );
    return { masters: masters.map(viewOf) };
  }
}

function isKind(kind: string): kind is MasterKind {
  return (masterKinds as readonly string[]).includes(kind);
}

/** An insurer speaks of itself; an operator names the insurer. */
function insurerOf(caller: Caller, insurer: unknown): string {
  const isOperator = callerMay(caller, 'master:import-any');
  const number = insurer ?? (isOperator ? undefined : caller.number);
  if (typeof number !== 'string' || !/^\d{8}$/.test(number)) {
    throw new Problem(serviceProblems.requestInvalid, { places: 'insurer' });
  }
  if (!isOperator && number !== caller.number) throw new Problem(masterProblems.notOwn);
  return number;
}

function viewOf({ importedAt, supersededAt, partCount: _, ...master }: MasterImport): object {
  return {
    ...master,
    importedAt: importedAt.toISOString(),
    supersededAt: supersededAt?.toISOString() ?? null,
  };
}
