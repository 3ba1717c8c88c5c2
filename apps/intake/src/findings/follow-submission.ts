import type { MessageType } from '@daiko/contracts';
import { type Message, PermanentFailure, type ServiceTransaction, type UnitOfWork } from '@daiko/messaging';
import { lockSubmission, returnRecords } from './verdict.store.js';

/**
 * Handles a message about an archive that intake has acknowledged, its row locked. A message about any other is a dead letter at
 * once: no repetition mends it.
 */
export async function followSubmission<T extends MessageType>(
  unitOfWork: UnitOfWork,
  message: Message<T>,
  submissionId: string,
  effect: (tx: ServiceTransaction, data: Message<T>['data']) => Promise<void>,
): Promise<void> {
  await unitOfWork.handle(message, async (tx) => {
    const known = await lockSubmission(tx, submissionId);
    if (known === null) throw new PermanentFailure('intake.submission-unknown');
    await effect(tx, message.data);
    if (known.isReturned) await returnRecords(tx, submissionId);
  });
}
