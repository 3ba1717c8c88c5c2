import { XmlWriter } from '../../xml/write-xml.js';
import { writeHeader } from '../cda/write-header.js';
import { oids } from '../oids.js';
import type { CheckupGroupDraft, CheckupItemDraft, CheckupReportDraft } from './model.js';

/** Writes 特定健診情報 (h*.xml). */
export function writeCheckupReport(draft: CheckupReportDraft): Uint8Array {
  const writer = new XmlWriter();
  writeHeader(writer, draft.header);
  writer.open('component').open('structuredBody');
  for (const section of draft.sections) {
    writer
      .open('component')
      .open('section')
      .leaf('code', { code: section.code, codeSystem: oids.section })
      .leaf('text');
    for (const entry of section.entries) {
      writer.open('entry');
      if ('members' in entry) writeGroup(writer, entry);
      else writeItem(writer, entry);
      writer.close();
    }
    writer.close().close();
  }
  return writer.close().close().close().finish();
}

function writeGroup(writer: XmlWriter, group: CheckupGroupDraft): void {
  writer.open('observation', { classCode: 'OBS', moodCode: 'EVN' }).leaf('code', { nullFlavor: 'NA' });
  for (const { relation, item } of group.members) {
    writer.open('entryRelationship', { typeCode: relation });
    writeItem(writer, item);
    writer.close();
  }
  writer.close();
}

function writeItem(writer: XmlWriter, item: CheckupItemDraft): void {
  const notDone = item.state === 'NOTDONE';
  writer
    .open('observation', { classCode: 'OBS', moodCode: 'EVN', negationInd: notDone ? 'true' : undefined })
    .leaf('code', {
      code: item.code,
      codeSystem: item.codeSystem ?? oids.checkupItem,
      displayName: item.displayName,
    });
  if (!notDone) writeValue(writer, item);
  if (item.interpretation !== undefined) {
    writer.leaf('interpretationCode', { code: item.interpretation, codeSystem: oids.interpretation });
  }
  if (item.methodCode !== undefined) {
    writer.leaf('methodCode', { code: item.methodCode, codeSystem: oids.method });
  }
  if (item.authorName !== undefined) {
    writer
      .open('author')
      .leaf('time', { nullFlavor: 'NI' })
      .open('assignedAuthor')
      .leaf('id', { nullFlavor: 'NI' })
      .open('assignedPerson')
      .leaf('name', undefined, item.authorName)
      .close()
      .close()
      .close();
  }
  if (item.referenceRange !== undefined) writeRange(writer, item.referenceRange);
  writer.close();
}

function writeValue(writer: XmlWriter, item: CheckupItemDraft): void {
  if (item.state === 'UNMEAS') {
    writer.leaf('value', { 'xsi:type': item.type, nullFlavor: 'NI' });
    return;
  }
  if (item.type === 'ST') writer.leaf('value', { 'xsi:type': 'ST' }, item.value);
  else {
    writer.leaf('value', {
      'xsi:type': item.type,
      value: item.value,
      unit: item.unit === '' ? undefined : item.unit,
      code: item.valueCode,
      codeSystem: item.valueCodeSystem,
    });
  }
  if (item.mark !== undefined) {
    writer.leaf('value', {
      'xsi:type': 'CD',
      code: item.mark,
      codeSystem: oids.interpretation,
      displayName: item.mark === 'L' ? '以下' : '以上',
    });
  }
}

function writeRange(writer: XmlWriter, range: NonNullable<CheckupItemDraft['referenceRange']>): void {
  writer
    .open('referenceRange', { typeCode: 'REFV' })
    .open('observationRange', { classCode: 'OBS', moodCode: 'EVN.CRT' })
    .open('value', { 'xsi:type': 'IVL_PQ' });
  if (range.low !== undefined) writer.leaf('low', { value: range.low, unit: range.unit });
  if (range.high !== undefined) writer.leaf('high', { value: range.high, unit: range.unit });
  writer.close().close().close();
}
