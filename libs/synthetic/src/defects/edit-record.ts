import type {
  CheckupGroupDraft,
  CheckupItemDraft,
  ClaimSubjectDraft,
  GuidanceActDraft,
  GuidanceClaimDraft,
  GuidanceItemDraft,
} from '@daiko/exchange-format';
import type { CheckupRecord, GuidanceRecord, InventedRecord } from '../record.js';

/** Changes every item of one code; an empty list removes it. Members of groups stay as they are. */
export function editItem(
  record: CheckupRecord,
  code: string,
  edit: (item: CheckupItemDraft) => readonly CheckupItemDraft[],
): CheckupRecord {
  const sections = record.report.sections.map((section) => ({
    ...section,
    entries: section.entries.flatMap((entry): readonly (CheckupItemDraft | CheckupGroupDraft)[] =>
      'code' in entry && entry.code === code ? edit(entry) : [entry],
    ),
  }));
  return { ...record, report: { ...record.report, sections } };
}

/** Changes every member of one code in the groups of a record; an empty list removes it. */
export function editMember(
  record: CheckupRecord,
  code: string,
  edit: (item: CheckupItemDraft) => readonly CheckupItemDraft[],
): CheckupRecord {
  const sections = record.report.sections.map((section) => ({
    ...section,
    entries: section.entries.map((entry): CheckupItemDraft | CheckupGroupDraft =>
      'members' in entry
        ? {
            members: entry.members.flatMap(({ relation, item }) =>
              item.code === code
                ? edit(item).map((edited) => ({ relation, item: edited }))
                : [{ relation, item }],
            ),
          }
        : entry,
    ),
  }));
  return { ...record, report: { ...record.report, sections } };
}

/** Leaves the groups (詳細な健診) of a record out. */
export function withoutGroups(record: CheckupRecord): CheckupRecord {
  const sections = record.report.sections.map((section) => ({
    ...section,
    entries: section.entries.filter((entry) => !('members' in entry)),
  }));
  return { ...record, report: { ...record.report, sections } };
}

export function editClaim(record: CheckupRecord, change: Partial<CheckupRecord['claim']>): CheckupRecord {
  return { ...record, claim: { ...record.claim, ...change } };
}

export function editGuidanceClaim(
  record: GuidanceRecord,
  change: Partial<GuidanceClaimDraft>,
): GuidanceRecord {
  return { ...record, claim: { ...record.claim, ...change } };
}

/** Changes the person in the claim alone, so that the pair disagrees. */
export function editClaimSubject<T extends InventedRecord>(record: T, change: Partial<ClaimSubjectDraft>): T {
  const subject = { ...record.claim.subject, ...change };
  return { ...record, claim: { ...record.claim, subject } };
}

/** Changes the person in both files alike. */
export function editPatient<T extends InventedRecord>(
  record: T,
  change: { insurerNumber?: string; number?: string; name?: string; birthDate?: string },
): T {
  const { header } = record.report;
  const tickets =
    change.insurerNumber === undefined
      ? header.tickets
      : header.tickets.map((ticket) => ({ ...ticket, insurerNumber: change.insurerNumber! }));
  const edited = editClaimSubject(record, change);
  return {
    ...edited,
    report: { ...edited.report, header: { ...header, tickets, patient: { ...header.patient, ...change } } },
  };
}

/** Changes ticket number or expiry in both files alike. `kind` is 1 (受診券) or 2 (利用券). */
export function editTicket<T extends InventedRecord>(
  record: T,
  kind: '1' | '2',
  change: { number?: string; expiry?: string },
): T {
  const { header } = record.report;
  const tickets = header.tickets.map((ticket) => (ticket.kind === kind ? { ...ticket, ...change } : ticket));
  const { claim } = record;
  return {
    ...record,
    claim: {
      ...claim,
      ticketNumber: change.number ?? claim.ticketNumber,
      ticketExpiry: change.expiry ?? claim.ticketExpiry,
    },
    report: { ...record.report, header: { ...header, tickets } },
  };
}

/** Changes every item of one code of a guidance record; an empty list removes it. */
export function editGuidanceItem(
  record: GuidanceRecord,
  code: string,
  edit: (item: GuidanceItemDraft) => readonly GuidanceItemDraft[],
): GuidanceRecord {
  return editActs(record, (act) => ({
    ...act,
    items: act.items.flatMap((item) => (item.code === code ? edit(item) : [item])),
  }));
}

/** Changes the acts done (EVN) in one section; null removes one. */
export function editDoneActs(
  record: GuidanceRecord,
  section: string,
  edit: (act: GuidanceActDraft) => GuidanceActDraft | null,
): GuidanceRecord {
  return editActs(record, (act, code) => (code === section && act.mood === 'EVN' ? edit(act) : act));
}

export function withoutSection(record: GuidanceRecord, section: string): GuidanceRecord {
  const sections = record.report.sections.filter(({ code }) => code !== section);
  return { ...record, report: { ...record.report, sections } };
}

function editActs(
  record: GuidanceRecord,
  edit: (act: GuidanceActDraft, section: string) => GuidanceActDraft | null,
): GuidanceRecord {
  const sections = record.report.sections.map(({ code, acts }) => ({
    code,
    acts: acts.map((act) => edit(act, code)).filter((act) => act !== null),
  }));
  return { ...record, report: { ...record.report, sections } };
}
