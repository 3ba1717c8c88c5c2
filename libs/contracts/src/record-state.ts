/**
 * The state of one record (1人分の結果と決済情報) from receipt to its end. A record is in exactly one state at any time.
 *
 * - `received` 受領: acknowledged by intake, not judged yet
 * - `held` 保留: a fault of ours; never a verdict on the provider's data
 * - `query` 確認依頼: waits for a person or the insurer
 * - `accepted` 合格: judged good, not in a bundle yet
 * - `sealed` 送付待ち: in a sealed bundle (送付単位)
 * - `delivered` 送付済: the insurer has acknowledged the bundle
 * - `sent-back` 保険者返戻: returned by the insurer after delivery (種別 4, 5), its return is not sealed yet
 * - `returned` 返戻: judged for return, its return is not sealed yet
 * - `return-sealed` 返戻済: in a sealed return archive or 返戻一覧
 * - `refused` 受付不可: the whole archive was refused
 */
export const recordStates = [
  'received',
  'held',
  'query',
  'accepted',
  'sealed',
  'delivered',
  'sent-back',
  'returned',
  'return-sealed',
  'refused',
] as const;
export type RecordState = (typeof recordStates)[number];

/** What can happen to a record; each event is one committed fact of one service. `recall`: its archive is returned as a whole. */
export const recordEvents = [
  'accept',
  'raise-query',
  'hold',
  'return',
  'refuse',
  'seal',
  'void',
  'acknowledge',
  'send-back',
  'seal-return',
  'recall',
] as const;
export type RecordEvent = (typeof recordEvents)[number];

const transitions: Record<RecordState, Partial<Record<RecordEvent, RecordState>>> = {
  received: {
    accept: 'accepted',
    'raise-query': 'query',
    hold: 'held',
    return: 'returned',
    refuse: 'refused',
  },
  held: { accept: 'accepted', 'raise-query': 'query', return: 'returned' },
  query: { accept: 'accepted', return: 'returned' },
  accepted: { seal: 'sealed', recall: 'returned' },
  sealed: { acknowledge: 'delivered', void: 'accepted' },
  delivered: { 'send-back': 'sent-back' },
  'sent-back': { 'seal-return': 'return-sealed' },
  returned: { 'seal-return': 'return-sealed' },
  'return-sealed': {},
  refused: {},
};

/** The state after `event`, or `null` where the event is not allowed in `state`. */
export function nextRecordState(state: RecordState, event: RecordEvent): RecordState | null {
  return transitions[state][event] ?? null;
}

/** How `daiko ledger` groups the states: 受領 = 送付 + 返戻 + 受付不可 + 処理中. */
export type LedgerColumn = 'delivered' | 'returned' | 'refused' | 'inProgress';

export function ledgerColumn(state: RecordState): LedgerColumn {
  if (state === 'delivered') return 'delivered';
  if (state === 'return-sealed') return 'returned';
  if (state === 'refused') return 'refused';
  return 'inProgress';
}
