import { given } from '../guidance-edits.js';
import { both, inClaim, type PairTexts } from '../judge-record.js';

/** Adds to a number of points. */
export function raised(code: string, by: number) {
  return ({ result, claim }: { result: string; claim: string }) => ({
    result: result.replace(
      new RegExp(`(<code code="${code}"[^>]*/>\\s*<value xsi:type="INT" value=")(\\d+)`),
      (_, start: string, number: string) => `${start}${Number(number) + by}`,
    ),
    claim,
  });
}

export function plusDays(day: string, days: number): string {
  const date = new Date(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10).replaceAll('-', '');
}

/** One telephone support, nothing else planned beside 1cm・1kg. */
export function lowPlan(result: string): string {
  const set = (text: string, code: string, value: number) =>
    text.replace(
      new RegExp(`(<code code="${code}"[^>]*/>\\s*<value xsi:type="(?:INT|PQ|CD)" (?:value|code)=")\\d+`),
      `$1${value}`,
    );
  const [, early = '0'] =
    /<code code="1022000016"[^>]*\/>\s*<value xsi:type="CD" code="(\d)"/.exec(result) ?? [];
  const earlyPoints = early === '1' ? 20 : early === '2' ? 10 : 0;
  const changes: [string, number][] = [
    ['1021001053', 1],
    ['1021001054', 0],
    ['1021001055', 0],
    ['1021001056', 0],
    ['1021001057', 0],
    ['1021001059', 20],
    ...['010', '020', '030', '040', '060'].map((form): [string, number] => [`1041010${form}`, 0]),
    ...['010', '020', '030', '040'].map((form): [string, number] => [`1041020${form}`, 0]),
    ['1041010050', 1],
    ['1041020050', 10],
    ['1041010070', 30],
    ['1041010080', 50 + earlyPoints],
  ];
  return changes.reduce((text, [code, value]) => set(text, code, value), result);
}

/** Of two talks and two mails with goals reached (430 points) the talks alone (140). */
export const poorlyCompleted = both(
  ({ result, claim }: PairTexts): PairTexts => ({
    claim,
    result: result.replace(/<entry><act classCode="ACT" moodCode="EVN"><code code="6"[^]*?<\/entry>\s*/g, ''),
  }),
  given('1042010060', '0'),
  ...['1042001044', '1042001042', '1042001043', '1042001060'].map((code) => given(code, '0')),
  given('1042010070', '140'),
  given('1042010080', '140'),
  inClaim('pointCountCompleted value="430"', 'pointCountCompleted value="140"'),
);
