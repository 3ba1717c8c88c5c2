import { XmlWriter } from '../../xml/write-xml.js';
import { writeHeader } from '../cda/write-header.js';
import { oids } from '../oids.js';
import type { GuidanceActDraft, GuidanceItemDraft, GuidanceReportDraft } from './model.js';

/** Writes 特定保健指導情報 (g*.xml). */
export function writeGuidanceReport(draft: GuidanceReportDraft): Uint8Array {
  const writer = new XmlWriter();
  writeHeader(writer, draft.header);
  writer.open('component').open('structuredBody');
  for (const section of draft.sections) {
    writer
      .open('component')
      .open('section')
      .leaf('code', { code: section.code, codeSystem: oids.section })
      .leaf('text');
    for (const act of section.acts) {
      writer.open('entry');
      writeAct(writer, act);
      writer.close();
    }
    writer.close().close();
  }
  return writer.close().close().close().finish();
}

function writeAct(writer: XmlWriter, act: GuidanceActDraft): void {
  writer
    .open('act', { classCode: 'ACT', moodCode: act.mood })
    .leaf(
      'code',
      act.form === undefined ? { nullFlavor: 'NA' } : { code: act.form, codeSystem: oids.supportForm },
    );
  if (act.date !== undefined) writer.leaf('effectiveTime', { value: act.date });
  if (act.implementer !== undefined) {
    writer
      .open('performer')
      .open('assignedEntity')
      .leaf('id', { nullFlavor: 'NI' })
      .leaf('code', { code: act.implementer, codeSystem: oids.implementer })
      .close()
      .close();
  }
  for (const item of act.items) {
    writer.open('entryRelationship', { typeCode: 'COMP' });
    writeItem(writer, item, act.mood);
    writer.close();
  }
  writer.close();
}

function writeItem(writer: XmlWriter, item: GuidanceItemDraft, actMood: string): void {
  writer
    .open('observation', { classCode: 'OBS', moodCode: item.mood ?? actMood })
    .leaf('code', { code: item.code, codeSystem: oids.guidanceItem });
  if (item.type === 'ST') writer.leaf('value', { 'xsi:type': 'ST' }, item.value);
  else {
    writer.leaf('value', {
      'xsi:type': item.type,
      value: item.value,
      unit: item.unit,
      code: item.valueCode,
      codeSystem: item.valueCodeSystem,
    });
  }
  writer.close();
}
