import { type Caller, createCredential, type PartnerKind, writePartner } from '@daiko/access';
import type { Database } from '@daiko/persistence';
import { v7 as uuidv7 } from 'uuid';

/** A partner that the tested service knows. */
export interface TestPartner {
  partnerId: string;
  number: string;
  credentialId: string;
  /** Goes after `Bearer `. */
  bearerKey: string;
}

/** What a test partner is; everything but kind and number has a default. */
export interface TestPartnerPlan {
  kind: PartnerKind;
  number: string;
  mayActFor?: string[];
  limits?: Partial<Caller['limits']>;
  hasWatchFolder?: boolean;
  state?: 'active' | 'suspended';
}

/** Writes a partner with a fresh credential into the directory of a service. */
export async function addPartner(database: Database, plan: TestPartnerPlan): Promise<TestPartner> {
  const { credentialId, bearerKey, verifier } = createCredential();
  const partnerId = uuidv7();
  await database.transaction((tx) =>
    writePartner(tx, {
      partnerId,
      version: 1,
      kind: plan.kind,
      number: plan.number,
      label: `test ${plan.kind} ${plan.number}`,
      state: plan.state ?? 'active',
      mayActFor: plan.mayActFor ?? [],
      limits: {
        uploadBytesMax: 8 * 1024 ** 3,
        uploadsConcurrentMax: 4,
        requestsPerMinuteMax: 100_000,
        ...plan.limits,
      },
      hasWatchFolder: plan.hasWatchFolder ?? false,
      credentials: [{ credentialId, verifier, validFrom: '2020-01-01T00:00:00Z', validUntil: null }],
    }),
  );
  return { partnerId, number: plan.number, credentialId, bearerKey };
}
