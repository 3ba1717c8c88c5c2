import { type Edit, inResult } from './judge-record.js';

/** Writes another value (or code) into the first item of that code. */
export const given = (code: string, to: string): Edit =>
  inResult(
    new RegExp(`(<code code="${code}"[^>]*/>\\s*<value xsi:type="[A-Z]+" (?:value|code)=")[^"]*`),
    `$1${to}`,
  );

/** Writes another text into the first item of that code. */
export const noted = (code: string, to: string): Edit =>
  inResult(new RegExp(`(<code code="${code}"[^>]*/>\\s*<value xsi:type="ST">)[^<]*`), `$1${to}`);

/** Takes the first item of that code away. */
export const without = (code: string): Edit =>
  inResult(
    new RegExp(
      `<entryRelationship typeCode="COMP"><observation[^>]*><code code="${code}"[^]*?</entryRelationship>`,
    ),
    '',
  );

/** Takes a section away. */
export const withoutSection = (code: string): Edit =>
  inResult(new RegExp(`<component><section><code code="${code}"[^]*?</section>\\s*</component>`), '');

/** Another day for the nth act of a section that has one. */
export const day = (section: string, to: string, nth = 1): Edit =>
  inResult(
    new RegExp(`(<code code="${section}"(?:[^]*?<act ){${nth}}[^]*?<effectiveTime value=")\\d{8}`),
    `$1${to}`,
  );

/** Another 支援形態 for the first act of a section. */
export const form = (section: string, to: string): Edit =>
  inResult(new RegExp(`(<code code="${section}"[^]*?<act [^>]*><code code=")\\d`), `$1${to}`);

/** The first act of a section is planned instead of done. */
export const planned = (section: string): Edit =>
  inResult(new RegExp(`(<code code="${section}"[^]*?<act classCode="ACT" moodCode=")EVN`), '$1INT');
