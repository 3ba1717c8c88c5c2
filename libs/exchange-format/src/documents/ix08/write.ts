import { XmlWriter } from '../../xml/write-xml.js';
import { v4Namespace } from '../oids.js';
import type { IndexDraft } from './model.js';

/** Writes 交換用基本情報 (ix08_V08.xml). */
export function writeIndex(draft: IndexDraft): Uint8Array {
  const writer = new XmlWriter();
  writer
    .open('index', { xmlns: v4Namespace })
    .leaf('interactionType', { code: draft.interactionType })
    .leaf('creationTime', { value: draft.creationDate });
  for (const [name, party] of [
    ['sender', draft.sender],
    ['receiver', draft.receiver],
  ] as const) {
    if (party !== null) writer.open(name).leaf('id', { root: party.root, extension: party.number }).close();
  }
  return writer
    .leaf('serviceEventType', { code: draft.serviceEventType })
    .leaf('totalRecordCount', { value: draft.totalRecordCount })
    .close()
    .finish();
}
