import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  actorOf,
  Allow,
  type Caller,
  CurrentCaller,
  type NewCredential,
  type PartnerRecord,
} from '@daiko/access';
import { type Bilingual, Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { readPageQuery } from '@daiko/service';
import { identityProblems } from '../problems.js';
import { ChangePartner } from './change-partner.js';
import { checkNumber } from './check-number.js';
import { AddPartnerRequest, ChangePartnerRequest, RotateRequest } from './partner-requests.js';
import { listPartners, readPartner } from './partner.store.js';

const hourMs = 60 * 60 * 1000;
const graceHoursDefault = 24;
const partnerLimits = { uploadBytesMax: 2 * 1024 ** 3, uploadsConcurrentMax: 4, requestsPerMinuteMax: 600 };
const operatorLimits = { ...partnerLimits, requestsPerMinuteMax: 6000 };

/** A partner as operators see it: no verifiers. */
function shown({ credentials, ...partner }: PartnerRecord) {
  return {
    ...partner,
    credentials: credentials.map(({ credentialId, validFrom, validUntil }) => ({
      credentialId,
      validFrom,
      validUntil,
    })),
  };
}

/** The new key: the only time it is shown. */
function shownOnce({ credentialId, bearerKey }: NewCredential) {
  return { credentialId, bearerKey };
}

function checkedNumber({ kind, number }: AddPartnerRequest): Bilingual[] {
  const check = checkNumber(kind, number);
  if ('warnings' in check) return check.warnings;
  throw new Problem(identityProblems.numberInvalid, { kind, number, rule: check.rule });
}

/** Partners (取引先) and their credentials, for operators. */
@Controller('v1/partners')
export class PartnersController {
  constructor(
    private readonly changePartner: ChangePartner,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  @Allow('partner:read')
  async list(@Query() query: Record<string, unknown>, @CurrentCaller() caller: Caller): Promise<object> {
    const { after, limit } = readPageQuery(query, { default: 100, max: 1000 });
    const partners = await this.unitOfWork.run(async (tx) => {
      const page = await listPartners(tx, after, limit);
      tx.recordAccess({
        ...actorOf(caller),
        action: 'partner:read',
        objectKind: 'partner',
        objectId: 'list',
        recordCount: page.length,
      });
      return page;
    });
    const last = partners.length === limit ? (partners.at(-1)?.number ?? null) : null;
    return { partners: partners.map(shown), next: last };
  }

  @Get(':number')
  @Allow('partner:read')
  async read(@Param('number') number: string, @CurrentCaller() caller: Caller): Promise<object> {
    const partner = await this.unitOfWork.run(async (tx) => {
      const found = await readPartner(tx, number);
      if (found === null) throw new Problem(identityProblems.partnerUnknown, { number });
      tx.recordAccess({
        ...actorOf(caller),
        action: 'partner:read',
        objectKind: 'partner',
        objectId: found.number,
      });
      return found;
    });
    return { partner: shown(partner) };
  }

  @Post()
  @Allow('partner:change')
  async add(@Body() request: AddPartnerRequest, @CurrentCaller() caller: Caller): Promise<object> {
    const warnings = checkedNumber(request);
    const { kind, number, label, mayActFor = [], hasWatchFolder = false } = request;
    const fallback = kind === 'operator' ? operatorLimits : partnerLimits;
    const limits = { ...(request.limits ?? fallback) };
    const plan = { kind, number, label, mayActFor, hasWatchFolder, limits };
    const { partner, credential } = await this.changePartner.add(plan, caller);
    return { partner: shown(partner), credential: shownOnce(credential), warnings };
  }

  @Patch(':number')
  @Allow('partner:change')
  async change(
    @Param('number') number: string,
    @Body() request: ChangePartnerRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<object> {
    const { limits, ...others } = request;
    const changes = { ...others, ...(limits === undefined ? {} : { limits: { ...limits } }) };
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    return { partner: shown(await this.changePartner.change(number, given, caller)) };
  }

  @Post(':number/credentials')
  @Allow('partner:change')
  async rotate(
    @Param('number') number: string,
    @Body() request: RotateRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<object> {
    const graceMs = (request.graceHours ?? graceHoursDefault) * hourMs;
    const { partner, credential } = await this.changePartner.rotate(number, graceMs, caller);
    return { partner: shown(partner), credential: shownOnce(credential) };
  }

  @Delete(':number/credentials/:credentialId')
  @Allow('partner:change')
  async revoke(
    @Param('number') number: string,
    @Param('credentialId') credentialId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<object> {
    return { partner: shown(await this.changePartner.revoke(number, credentialId, caller)) };
  }

  @Post(':number/suspension')
  @HttpCode(200)
  @Allow('partner:change')
  async suspend(@Param('number') number: string, @CurrentCaller() caller: Caller): Promise<object> {
    return { partner: shown(await this.changePartner.setState(number, 'suspended', caller)) };
  }

  @Delete(':number/suspension')
  @Allow('partner:change')
  async resume(@Param('number') number: string, @CurrentCaller() caller: Caller): Promise<object> {
    return { partner: shown(await this.changePartner.setState(number, 'active', caller)) };
  }
}
