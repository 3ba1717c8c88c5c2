import { itemTableOn } from '../../items/checkup-items.js';
import type { XmlElement } from '../../xml/xml-element.js';
import { readHeader } from '../cda/header.js';
import { placedCode } from '../placed.js';
import type { CdaSection, CheckupItem, CheckupReport } from './model.js';
import { entryReaderOf } from './read-entry.js';
import { StandingItem } from './standing-item.js';

/** Reads 特定健診情報; never fails, missing parts are null. */
export function readCheckupReport(root: XmlElement): CheckupReport {
  const header = readHeader(root);
  const readEntry = entryReaderOf(itemTableOn(header.serviceEvent?.date?.value ?? ''));
  const sections: CdaSection[] = [];
  const items: CheckupItem[] = [];
  const uncoded: XmlElement[] = [];
  for (const component of root.descend('component', 'structuredBody')?.children ?? []) {
    const at = component.child('section');
    if (at === null) continue;
    const code = placedCode(at.child('code'));
    sections.push({ at, code });
    for (const entry of at.children) {
      if (entry.name !== 'entry') continue;
      const reading = entry.read(readEntry);
      for (const item of reading.items) items.push(new StandingItem(item, entry, code?.value ?? ''));
      for (const observation of reading.uncoded) uncoded.push(entry.counterpartOf(observation));
    }
  }
  return { at: root, header, sections, items, uncoded };
}
