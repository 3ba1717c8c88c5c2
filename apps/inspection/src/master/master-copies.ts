import { Inject, Injectable } from '@nestjs/common';
import { calendarDate, dayInJapan } from '@daiko/exchange-format';
import {
  type ContractMaster,
  householdDigest,
  type InspectionSettings,
  type MemberMaster,
  nameDigest,
  noMasters,
  personDigest,
  type PersonIdentity,
  type RecordMasters,
  type RecordReport,
  type TicketMaster,
} from '@daiko/inspection-rules';
import { Database } from '@daiko/persistence';
import { INSPECTION_SETTINGS, INSPECTION_TUNING, type InspectionTuning } from '../inspection.tokens.js';
import { type Asked, askedOf, byKey, type InsurerVersions, keyIn, keysOf, textOf } from './asked-masters.js';
import type { ContractEntry, MemberEntry, TicketEntry } from './master-entries.js';
import {
  findContracts,
  findMembers,
  findPartners,
  findTickets,
  importsWithGuidanceTickets,
  type MasterKey,
  versionsAt,
} from './master-lookup.store.js';

/** Epochs of which the versions are remembered; submissions that are judged side by side rarely differ in more. */
const epochsMax = 16;

/** What the copies of the masters say of records: one query a master and chunk, none where no insurer of the chunk has any. */
@Injectable()
export class MasterCopies {
  private readonly epochs = new Map<number, Promise<ReadonlyMap<string, InsurerVersions>>>();

  constructor(
    private readonly database: Database,
    @Inject(INSPECTION_SETTINGS) private readonly settings: InspectionSettings,
    @Inject(INSPECTION_TUNING) private readonly tuning: InspectionTuning,
  ) {}

  /** Masters of each record, as they held in `epoch`. */
  async of(epoch: number, reports: readonly RecordReport[]): Promise<RecordMasters[]> {
    const insurers = epoch === 0 ? noVersions : await this.versionsAt(epoch);
    const partners = await this.partnersOf(reports);
    const asked = reports.map((report) => askedOf(report, insurers));
    const some = asked.filter((each) => each !== null);
    if (some.length === 0 && partners === null) return reports.map(() => noMasters);
    const [tickets, members, contracts] = await Promise.all([
      this.ticketsOf(some),
      this.membersOf(some),
      this.contractsOf(some),
    ]);
    return reports.map((report, at) => {
      const each = asked[at] ?? null;
      return {
        tickets: (each && tickets.get(each)) ?? 'none',
        members: (each && members.get(each)) ?? 'none',
        contracts: (each && contracts.get(each)) ?? 'none',
        partners: partners?.(report) ?? 'none',
      };
    });
  }

  private versionsAt(epoch: number): Promise<ReadonlyMap<string, InsurerVersions>> {
    let known = this.epochs.get(epoch);
    if (known === undefined) {
      known = this.readVersions(epoch);
      // What could not be read is asked again.
      known.catch(() => this.epochs.delete(epoch));
      if (this.epochs.size >= epochsMax) this.epochs.delete(this.epochs.keys().next().value!);
      this.epochs.set(epoch, known);
    }
    return known;
  }

  private async readVersions(epoch: number): Promise<ReadonlyMap<string, InsurerVersions>> {
    const insurers = new Map<string, InsurerVersions>();
    for (const { importId, insurerNumber, kind, importedAt } of await versionsAt(this.database, epoch)) {
      const versions = insurers.get(insurerNumber) ?? {};
      insurers.set(insurerNumber, { ...versions, [kind]: { importId, importedOn: dayInJapan(importedAt) } });
    }
    return insurers;
  }

  private async ticketsOf(asked: readonly Asked[]): Promise<Map<Asked, TicketMaster>> {
    const keyOf = ({ facts, versions: { tickets } }: Asked) => keyIn(tickets, facts.ticketNumber);
    const found = byKey(await whereAny(keysOf(asked, keyOf), (keys) => findTickets(this.database, keys)));
    const entryOf = (each: Asked) => found.get(textOf(keyOf(each)))?.[0];
    const withGuidance = await this.withGuidanceTickets(asked.filter((each) => entryOf(each) === undefined));
    const masters = new Map<Asked, TicketMaster>();
    for (const each of asked) {
      const version = each.versions.tickets;
      if (version === undefined) continue;
      const entry = entryOf(each);
      const ticket = entry === undefined ? null : this.ticketRow(entry, each);
      const lacksGuidanceTickets = withGuidance !== null && !withGuidance.has(version.importId);
      masters.set(each, { ...version, ticket, ...(lacksGuidanceTickets && { lacksGuidanceTickets }) });
    }
    return masters;
  }

  /** Asked only where a 利用券 was not found; null where none was missed. */
  private async withGuidanceTickets(missed: readonly Asked[]): Promise<ReadonlySet<string> | null> {
    const imports = new Set<string>();
    for (const { facts, versions } of missed) {
      if (facts.isGuidance && versions.tickets !== undefined) imports.add(versions.tickets.importId);
    }
    return imports.size === 0 ? null : importsWithGuidanceTickets(this.database, [...imports]);
  }

  private ticketRow(entry: Omit<TicketEntry, 'ticketNumber'>, { identity }: Asked): TicketMaster['ticket'] {
    const { holderDigest, expiry, state, successor, ...copayments } = entry;
    const isOfPerson = holderDigest === this.holderOf(identity);
    return { isOfPerson, expiry: calendarDate(expiry), state, successor, copayments };
  }

  private async membersOf(asked: readonly Asked[]): Promise<Map<Asked, MemberMaster>> {
    const { personDigestKey: key } = this.tuning;
    const keyOf = ({ identity, versions: { members } }: Asked) =>
      members === undefined ? null : keyIn(members, textOfDigest(householdDigest(key, identity)));
    const found = byKey(await whereAny(keysOf(asked, keyOf), (keys) => findMembers(this.database, keys)));
    const masters = new Map<Asked, MemberMaster>();
    for (const each of asked) {
      const version = each.versions.members;
      if (version === undefined) continue;
      const rows = found.get(textOf(keyOf(each))) ?? [];
      masters.set(each, { ...version, rows: this.memberRows(rows, each) });
    }
    return masters;
  }

  private memberRows(
    entries: readonly Omit<MemberEntry, 'householdDigest'>[],
    { facts, identity }: Asked,
  ): MemberMaster['rows'] {
    if (entries.length === 0) return [];
    const holder = this.holderOf(identity);
    const { birthDate, sex } = identity;
    const name = textOfDigest(nameDigest(this.tuning.personDigestKey, { name: facts.name, birthDate, sex }));
    return entries.map((entry) => ({
      isSamePerson: entry.holderDigest === holder,
      isSameName: entry.nameDigest === name,
      validFrom: calendarDate(entry.validFrom),
      validTo: entry.validTo === null ? null : calendarDate(entry.validTo),
      relation: entry.relation,
    }));
  }

  private async contractsOf(asked: readonly Asked[]): Promise<Map<Asked, ContractMaster>> {
    const keyOf = ({ facts, versions: { contracts } }: Asked) => keyIn(contracts, facts.institutionNumber);
    const found = byKey(await whereAny(keysOf(asked, keyOf), (keys) => findContracts(this.database, keys)));
    const masters = new Map<Asked, ContractMaster>();
    for (const each of asked) {
      const version = each.versions.contracts;
      if (version === undefined) continue;
      const kind = each.facts.isGuidance ? 'guidance' : 'checkup';
      const rows = found.get(textOf(keyOf(each))) ?? [];
      masters.set(each, { ...version, contracts: rows.filter((row) => row.kind === kind).map(contractRow) });
    }
    return masters;
  }

  /** Digest of the person without 枝番, as billing makes it. */
  private holderOf(identity: PersonIdentity): string {
    return textOfDigest(personDigest(this.tuning.personDigestKey, { ...identity, branch: '' }));
  }

  private async partnersOf(
    reports: readonly RecordReport[],
  ): Promise<((report: RecordReport) => RecordMasters['partners']) | null> {
    if (!this.settings.isPartnerListComplete) return null;
    const unique = (numbers: (string | null | undefined)[]): string[] =>
      [...new Set(numbers)].filter((number) => typeof number === 'string');
    const known = await findPartners(
      this.database,
      unique(reports.map(({ memory }) => memory?.insurerNumber)),
      unique(reports.map(({ memory }) => memory?.institutionNumber)),
    );
    return ({ memory }) => ({
      isInsurerKnown: known.insurers.has(memory?.insurerNumber ?? ''),
      isInstitutionKnown: known.institutions.has(memory?.institutionNumber ?? ''),
    });
  }
}

const noVersions: ReadonlyMap<string, InsurerVersions> = new Map();

async function whereAny<T>(keys: MasterKey[], find: (keys: MasterKey[]) => Promise<T[]>): Promise<T[]> {
  return keys.length === 0 ? [] : find(keys);
}

function contractRow({
  contractNumber,
  validFrom,
  validTo,
  prices,
}: Omit<ContractEntry, 'institutions'>): ContractMaster['contracts'][number] {
  return {
    contractNumber,
    validFrom: calendarDate(validFrom),
    validTo: validTo === null ? null : calendarDate(validTo),
    prices,
  };
}

function textOfDigest(digest: Buffer): string {
  return digest.toString('base64url');
}
