import type { XmlElement } from '../../xml/xml-element.js';
import { placedAttribute, placedNumber } from '../placed.js';
import type { IndexFile, PartyNumber } from './model.js';

/** Reads 交換用基本情報; never fails, missing parts are null. */
export function readIndex(root: XmlElement): IndexFile {
  return {
    at: root,
    interactionType: placedAttribute(root.child('interactionType'), 'code'),
    creationDate: placedAttribute(root.child('creationTime'), 'value'),
    sender: readParty(root.descend('sender', 'id')),
    receiver: readParty(root.descend('receiver', 'id')),
    serviceEventType: placedAttribute(root.child('serviceEventType'), 'code'),
    totalRecordCount: placedNumber(root.child('totalRecordCount')),
  };
}

function readParty(id: XmlElement | null): PartyNumber | null {
  if (id === null) return null;
  return { value: id.attribute('extension') ?? '', root: id.attribute('root') ?? '', at: id };
}
