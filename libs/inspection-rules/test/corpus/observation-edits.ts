import { type Edit, inResult } from '../judge-record.js';
import { ggt, level, metabolic } from './items.js';

/** Changes the observation of one item, in a group or not; an empty text takes it away. */
export const item =
  (code: string, change: (observation: string) => string): Edit =>
  ({ result, claim }) => {
    const pattern = new RegExp(
      `<observation [^>]*><code code="${code}"(?:(?!</?observation[ >])[^])*</observation>`,
    );
    const found = pattern.exec(result)?.[0];
    if (found === undefined) throw new Error(`the record has no ${code}`);
    const changed = change(found);
    if (changed === found) throw new Error(`nothing changed in ${code}`);
    return { result: result.replace(found, () => changed), claim };
  };

/** Takes the entry of an item away. */
export const without =
  (code: string): Edit =>
  ({ result, claim }) => {
    const kept = result.replace(
      new RegExp(`<entry><observation [^>]*><code code="${code}"(?:(?!</entry>)[^])*</entry>\\n?`),
      '',
    );
    if (kept === result) throw new Error(`the record has no ${code}`);
    return { result: kept, claim };
  };

/** Writes another `<value>`; every one that is there is replaced. */
export const value = (code: string, ...values: readonly string[]): Edit =>
  item(code, (observation) =>
    observation.replace(/<value (?:[^>]*\/>|[^>]*>[^<]*<\/value>)/, () => values.join('')),
  );

/** Writes another attribute of the value. */
export const valueAttribute = (code: string, name: string, written: string | null): Edit =>
  item(code, (observation) =>
    observation.replace(/<value [^>]*>/, (tag) =>
      tag.replace(new RegExp(` ${name}="[^"]*"`), written === null ? '' : ` ${name}="${written}"`),
    ),
  );

/** Puts something after the value (and the method, where there is one). */
export const afterValue = (code: string, more: string): Edit =>
  item(code, (observation) => observation.replace('</observation>', () => `${more}</observation>`));

/** Adds entries at the end of the first section. */
export const entries =
  (...more: readonly string[]): Edit =>
  ({ result, claim }) => ({
    result: result.replace('</section>', () => `${more.join('')}</section>`),
    claim,
  });

/** Adds a section. */
export const section =
  (code: string, ...more: readonly string[]): Edit =>
  ({ result, claim }) => ({
    result: result.replace(
      '</structuredBody>',
      () =>
        `<component><section><code code="${code}" codeSystem="1.2.392.200119.6.1010"/><text/>${more.join('')}</section></component></structuredBody>`,
    ),
    claim,
  });

export const pq = (written: string, unit: string) =>
  `<value xsi:type="PQ" value="${written}" unit="${unit}"/>`;

export const cd = (code: string, system: string, type = 'CD') =>
  `<value xsi:type="${type}" code="${code}" codeSystem="1.2.392.200119.6.${system}"/>`;

export const st = (written: string) => `<value xsi:type="ST">${written}</value>`;

/** What is written otherwise from first to last character. */
export const resultText =
  (change: (text: string) => string): Edit =>
  ({ result, claim }) => {
    const changed = change(result);
    if (changed === result) throw new Error('nothing changed');
    return { result: changed, claim };
  };

/** Another item code. */
export const itemCode = (code: string, written: string): Edit =>
  inResult(`<code code="${code}"`, `<code code="${written}"`);

export const method = (code: string) => `<methodCode code="${code}" codeSystem="1.2.392.200119.6.1007"/>`;

/** The mark of a value beyond the limits. */
export const mark = (code: string) =>
  `<value xsi:type="CD" code="${code}" codeSystem="2.16.840.1.113883.5.83"/>`;

export function range(low: string | null, high: string, unit: string): string {
  const from = low === null ? '' : `<low value="${low}" unit="${unit}"/>`;
  return `<referenceRange><observationRange classCode="OBS" moodCode="EVN.CRT"><value xsi:type="IVL_PQ">${from}<high value="${high}" unit="${unit}"/></value></observationRange></referenceRange>`;
}

/** γ-GT with an interpretation. */
export const afterInterpretation = (code: string): Edit =>
  item(ggt, (observation) =>
    observation.replace(
      '<methodCode',
      `<interpretationCode code="${code}" codeSystem="2.16.840.1.113883.5.83"/><methodCode`,
    ),
  );

export function observationOf(code: string, inner: string, attributes = ''): string {
  return `<observation classCode="OBS" moodCode="EVN"${attributes}><code code="${code}" codeSystem="1.2.392.200119.6.1005"/>${inner}</observation>`;
}

/** An item of the vendor's own under a code system. */
export function localItem(system: string, code = 'LOCAL00000000001'): string {
  return `<entry><observation classCode="OBS" moodCode="EVN"><code code="${code}" codeSystem="1.2.392.200119.6.${system}"/><value xsi:type="ST">架空の独自項目</value></observation></entry>`;
}

export function member(relation: string, code: string, inner: string): string {
  return `<entryRelationship typeCode="${relation}">${observationOf(code, inner)}</entryRelationship>`;
}

export function wrapped(...members: readonly string[]): string {
  return `<entry><observation classCode="OBS" moodCode="EVN"><code nullFlavor="NA"/>${members.join('')}</observation></entry>`;
}

export const sectionCode = '<code code="01010" codeSystem="1.2.392.200119.6.1010"/>';

/** Every element of the result under a prefix instead of the default namespace. */
export const prefixed: Edit = resultText((text) =>
  text
    .replace('xmlns="urn:hl7-org:v3"', 'xmlns:cda="urn:hl7-org:v3"')
    .replace(/<(\/?)([A-Za-z])/g, '<$1cda:$2')
    .replace(/xsi:type="/g, 'xsi:type="cda:'),
);

/** Another number, as it is written, in the first value of an item. */
export const numbered = (code: string, written: string): Edit => valueAttribute(code, 'value', written);

/** Another code in the first value of an item. */
export const answered = (code: string, written: string): Edit => valueAttribute(code, 'code', written);

/** Another judgement of the metabolic syndrome and another guidance level, or the same. */
export const judged =
  (syndrome: string, guidance: string): Edit =>
  ({ result, claim }) => ({
    result: [[metabolic, syndrome] as const, [level, guidance] as const].reduce(
      (text, [code, written]) =>
        text.replace(new RegExp(`(code="${code}"[^]*?<value [^>]*code=")\\d`), `$1${written}`),
      result,
    ),
    claim,
  });
