import type { Edit } from '../judge-record.js';

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
