import type { PayloadRef } from '@daiko/contracts';

/** A sealed bundle (送付単位) as its row stands. */
export interface DeliveredBundle {
  bundleId: string;
  deliveryNumber: number;
  insurerNumber: string;
  kind: 'checkup' | 'guidance';
  name: string;
  state: 'sealed' | 'acknowledged' | 'voided';
  recordCount: number;
  claimYen: number;
  sha256: string;
  sizeBytes: number;
  payload: PayloadRef;
  sealedAt: Date;
  acknowledgedAt: Date | null;
  voidedAt: Date | null;
  voidReason: 'unreadable' | 'withdrawn' | null;
}

/** A sealed return (返戻) as its row stands. */
export interface DeliveredReturn {
  returnId: string;
  deliveryNumber: number;
  providerNumber: string;
  kind: 'checkup' | 'guidance';
  form: 'archive' | 'list';
  name: string;
  state: 'sealed' | 'acknowledged';
  recordCount: number;
  sha256: string;
  sizeBytes: number;
  payload: PayloadRef;
  sealedAt: Date;
  acknowledgedAt: Date | null;
}

/** A kind of sealed document and where it lies; names of our own, never input. `owner` is whose documents they are. */
export interface SealedDocuments<Row extends { state: string }> {
  table: 'bundle' | 'provider_return';
  id: 'bundle_id' | 'return_id';
  owner: 'insurer_number' | 'provider_number';
  states: readonly Row['state'][];
  columns: Readonly<Record<keyof Row, string>>;
}

const columnsOfBoth = {
  deliveryNumber: 'delivery_number',
  kind: 'kind',
  name: 'name',
  state: 'state',
  recordCount: 'record_count',
  sha256: 'sha256',
  sizeBytes: 'size_bytes',
  payload: 'payload',
  sealedAt: 'sealed_at',
  acknowledgedAt: 'acknowledged_at',
};

export const bundles: SealedDocuments<DeliveredBundle> = {
  table: 'bundle',
  id: 'bundle_id',
  owner: 'insurer_number',
  states: ['sealed', 'acknowledged', 'voided'],
  columns: {
    bundleId: 'bundle_id',
    ...columnsOfBoth,
    insurerNumber: 'insurer_number',
    claimYen: 'claim_yen',
    voidedAt: 'voided_at',
    voidReason: 'void_reason',
  },
};

export const returns: SealedDocuments<DeliveredReturn> = {
  table: 'provider_return',
  id: 'return_id',
  owner: 'provider_number',
  states: ['sealed', 'acknowledged'],
  columns: { returnId: 'return_id', ...columnsOfBoth, providerNumber: 'provider_number', form: 'form' },
};
