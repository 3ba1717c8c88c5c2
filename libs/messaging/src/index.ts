export { MessagingModule, type MessagingOptions } from './messaging.module.js';
export { startMessaging, type StartMessagingOptions, stopMessaging } from './start-messaging.js';
export {
  type AccessMark,
  type ServiceTransaction,
  UnitOfWork,
  type UnitOfWorkOptions,
} from './unit-of-work.js';
export { type HandlerOptions, type Message, OnMessage, PermanentFailure } from './message.js';
export { DeadLetters } from './dead-letters.js';
export type { DeadLetter } from './dead-letter.store.js';
export { genesisHash, markHash } from './mark-chain.js';
export { forgetHandled } from './inbox.store.js';
export { messagingMigrations } from './migrations.js';
