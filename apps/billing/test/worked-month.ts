import type { ArchiveKind, InspectedRecord } from '@daiko/contracts';

/** One claim of the worked month; integer yen. */
export interface WorkedClaim {
  name: string;
  providerNumber: string;
  insurerNumber: string;
  kind: ArchiveKind;
  claimType: string | null;
  unitYen: number;
  copaymentYen: number;
  otherProgramYen: number;
  claimYen: number;
}

export const partners: Readonly<Record<string, string>> = {
  P1: '1329999997',
  P2: '1319999981',
  I1: '06999981',
  I2: '01999978',
  I3: '00139998',
};

const partner = (name: string | undefined) => {
  const number = partners[name ?? ''];
  if (number === undefined) throw new Error(`no partner ${name}`);
  return number;
};

/** A worked month (令和8年6月処理分): ten claims that were accepted. */
const table = `
  C1 P1 I1 checkup  1  8250  1000    0  7250
  C2 P1 I1 checkup  2  9911  1498    0  8413
  C3 P1 I2 checkup  2  9482  1100    0  8382
  C4 P1 I3 checkup  5 41800 11800    0 30000
  G1 P1 I1 guidance -  9680     0    0  9680
  G2 P1 I3 guidance -  6600   825    0  5775
  C5 P2 I1 checkup  3  8415  1050    0  7365
  C6 P2 I3 checkup  2  8371     0 2000  6371
  G3 P2 I1 guidance -  6722     0    0  6722
  G4 P2 I1 guidance - 14520     0    0 14520`;

export const workedMonth: WorkedClaim[] = table
  .trim()
  .split('\n')
  .map((row) => {
    const [name, provider, insurer, kind, type, unit, copayment, other, claim] = row.trim().split(/\s+/);
    return {
      name: String(name),
      providerNumber: partner(provider),
      insurerNumber: partner(insurer),
      kind: kind as ArchiveKind,
      claimType: type === '-' ? null : String(type),
      unitYen: Number(unit),
      copaymentYen: Number(copayment),
      otherProgramYen: Number(other),
      claimYen: Number(claim),
    };
  });

/** A record as inspection reports it, accepted unless said otherwise. */
export function judgedRecord(
  index: number,
  claim: Pick<
    WorkedClaim,
    'insurerNumber' | 'claimType' | 'unitYen' | 'copaymentYen' | 'otherProgramYen' | 'claimYen'
  >,
  verdict: InspectedRecord['verdict'] = 'accepted',
): InspectedRecord {
  const { insurerNumber, claimType, unitYen, copaymentYen, otherProgramYen, claimYen } = claim;
  const money = { unitYen, copaymentYen, otherProgramYen, claimYen };
  return {
    index,
    verdict,
    returnReason: verdict === 'returned' ? '06' : null,
    returnText: null,
    isReadable: true,
    insurerNumber,
    ticketNumber: null,
    serviceDate: '20260511',
    claim: { ...money, claimType, guidanceTiming: null, guidanceLevel: null },
    result: null,
    claimFile: null,
    findings: [],
  };
}
