import type { XmlElement } from '../../xml/xml-element.js';
import { readHeader } from '../cda/header.js';
import { oids } from '../oids.js';
import { placedAttribute, placedCode, schemaNumber } from '../placed.js';
import type { GuidanceAct, GuidanceItem, GuidanceReport, GuidanceSection } from './model.js';

/** Reads 特定保健指導情報; never fails, missing parts are null. */
export function readGuidanceReport(root: XmlElement): GuidanceReport {
  const items: GuidanceItem[] = [];
  const sections: GuidanceSection[] = [];
  for (const component of root.descend('component', 'structuredBody')?.children ?? []) {
    const section = component.child('section');
    if (section !== null) sections.push(readSection(section, items));
  }
  return { at: root, header: readHeader(root), sections, items };
}

function readSection(section: XmlElement, items: GuidanceItem[]): GuidanceSection {
  const code = placedCode(section.child('code'));
  const sectionCode = code?.value ?? '';
  const acts: GuidanceAct[] = [];
  for (const entry of section.children) {
    if (entry.name !== 'entry') continue;
    for (const content of entry.children) {
      if (content.name === 'act') readAct(content, sectionCode, acts, items);
      else if (content.name === 'observation') items.push(readItem(content, sectionCode, null));
    }
  }
  return { at: section, code, acts };
}

function readAct(at: XmlElement, sectionCode: string, acts: GuidanceAct[], items: GuidanceItem[]): void {
  const time = at.child('effectiveTime');
  const own: GuidanceItem[] = [];
  const act: GuidanceAct = {
    at,
    sectionCode,
    mood: at.attribute('moodCode') ?? '',
    form: placedCode(at.child('code')),
    date: placedAttribute(time, 'value') ?? placedAttribute(time?.child('low') ?? null, 'value'),
    endDate: placedAttribute(time?.child('high') ?? null, 'value'),
    implementer: placedCode(at.descend('performer', 'assignedEntity', 'code')),
    items: own,
  };
  acts.push(act);
  for (const relationship of at.children) {
    if (relationship.name !== 'entryRelationship') continue;
    for (const content of relationship.children) {
      if (content.name === 'act') readAct(content, sectionCode, acts, items);
      if (content.name !== 'observation') continue;
      const item = readItem(content, sectionCode, act);
      own.push(item);
      items.push(item);
    }
  }
}

function readItem(at: XmlElement, sectionCode: string, act: GuidanceAct | null): GuidanceItem {
  const code = at.child('code');
  const value = at.child('value');
  const declared = value?.attribute('xsi:type') ?? '';
  const type = declared.slice(declared.indexOf(':') + 1);
  const raw = type === 'ST' ? value!.text.trim() : (value?.attribute('value')?.trim() ?? '');
  const number = type === 'PQ' || type === 'INT' ? schemaNumber(raw) : null;
  const valueCode = value?.attribute('code') ?? '';
  return {
    at,
    code: code?.attribute('code') ?? '',
    codeSystem: code?.attribute('codeSystem') ?? oids.guidanceItem,
    mood: at.attribute('moodCode') ?? '',
    state: stateOf(at, value, number !== null || valueCode !== '' || (type === 'ST' && raw !== '')),
    type,
    value: raw,
    number,
    unit: value?.attribute('unit') ?? '',
    valueCode,
    valueCodeSystem: value?.attribute('codeSystem') ?? '',
    sectionCode,
    act,
  };
}

function stateOf(at: XmlElement, value: XmlElement | null, readable: boolean): GuidanceItem['state'] {
  const negated = at.attribute('negationInd');
  if (negated === 'true' || negated === '1') return 'NOTDONE';
  if (value?.attribute('nullFlavor') === 'NI') return 'UNMEAS';
  return readable && value?.attribute('nullFlavor') === undefined ? 'VALUE' : 'BAD';
}
