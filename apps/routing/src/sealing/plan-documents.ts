import { dayInJapan } from '@daiko/exchange-format';
import type { UnitOfWork } from '@daiko/messaging';
import type { Database } from '@daiko/persistence';
import { v7 as uuidv7 } from 'uuid';
import { type ArchiveBounds, archiveBounds } from '../outgoing/outgoing-archive.js';
import {
  lockPlanning,
  reserveRecords,
  waitingGroups,
  type WaitingGroup,
} from '../outgoing/reservation.store.js';
import type { DocumentSealing } from './document-sealing.js';

/** What plans are made by: the agency whose number the names bear, and what one archive may hold (default `archiveBounds`). */
interface PlanSettings {
  agencyNumber: string;
  bounds?: ArchiveBounds;
}

class NothingWaits extends Error {}

/** Plans documents until no record waits that one of this form could take; each plan is a transaction of its own. */
export async function planDocuments(
  database: Database,
  unitOfWork: UnitOfWork,
  sealing: DocumentSealing,
  settings: PlanSettings,
  now: () => Date,
): Promise<void> {
  for (const group of await waitingGroups(database, sealing.of)) {
    for (let left = group.recordCount; left > 0;) {
      const reserved = await planOne(unitOfWork, sealing, settings, group, now());
      if (reserved === 0) break;
      left -= reserved;
    }
  }
}

/** Reserves the next records of a group under a new number and name; answers how many. */
async function planOne(
  unitOfWork: UnitOfWork,
  sealing: DocumentSealing,
  { agencyNumber, bounds = archiveBounds }: PlanSettings,
  group: WaitingGroup,
  now: Date,
): Promise<number> {
  const today = dayInJapan(now);
  const documentId = uuidv7();
  try {
    return await unitOfWork.run(async (tx) => {
      await lockPlanning(tx);
      await sealing.insert(tx, { documentId, agencyNumber, group, today, now });
      const reserved = await reserveRecords(tx, sealing.of, { documentId, ...group }, bounds);
      if (reserved === 0) throw new NothingWaits();
      return reserved;
    });
  } catch (error) {
    if (error instanceof NothingWaits) return 0;
    throw error;
  }
}
