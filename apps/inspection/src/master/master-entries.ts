import type { MessageData } from '@daiko/contracts';

export type TicketEntry = MessageData<'billing.tickets.published.v1'>['tickets'][number];
export type MemberEntry = MessageData<'billing.members.published.v1'>['members'][number];
export type ContractEntry = MessageData<'billing.contracts.published.v1'>['contracts'][number];

/** What a part of a published master carries, by kind. */
export interface MasterEntries {
  tickets: TicketEntry[];
  members: MemberEntry[];
  contracts: ContractEntry[];
}
export type MasterKind = keyof MasterEntries;

/** What a part says of the whole. */
export type MasterHead = Omit<MessageData<'billing.tickets.published.v1'>, 'tickets'>;
