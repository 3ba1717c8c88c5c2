import { daysBetween } from '@daiko/exchange-format';
import { addMonths } from '../../add-months.js';
import { type GuidanceFacts, placeOf } from '../../guidance-facts.js';
import { guidanceItemCodes } from '../../item-codes.js';
import { isMiscoded } from './miscoded-items.js';
import { soundFirstDate } from './sound-days.js';
import { type RuleOf, text } from '../../rule.js';

/** G011: 健診後早期の初回面接のコードが違います。 */
export const g011: RuleOf<'guidance'> = {
  id: 'G011',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '項目表; 付属資料3',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('健診後早期の初回面接のコードが違います', 'The code of an early first interview is wrong'),
  message: text(
    '健診後早期の初回面接が「{value}」です（健診実施日と初回面接日から {expected}）。',
    'The code of an early interview is "{value}"; the days of checkup and interview give {expected}.',
  ),
  remedy: text(
    '健診後早期の初回面接コードを確認してください。',
    'Write 1 on the day of the checkup, 2 within a week, else 0.',
  ),
  check(guidance, facts, report) {
    const { guidanceFacts: course, checkupDate } = facts;
    const first = soundFirstDate(facts);
    if (course === null || first === null || checkupDate === null) return;
    // A first half that is not done is G048's, halves in the wrong order G016's, a checkup too long ago G007's.
    if ((course.isSplit && course.splitInterview === null) || course.areHalvesReversed) return;
    if (first > addMonths(checkupDate, 12)) return;
    const days = daysBetween(checkupDate, first);
    const expected = days === 0 ? '1' : days <= 7 ? '2' : '0';
    const item = course.itemOf(guidanceItemCodes.earlyInterview);
    // A value of another type, or under a code of no table, is G055's or G057's.
    if (
      isMiscoded(
        guidanceItemCodes.earlyInterview,
        (course.splitInterview ?? course.interview)?.sectionCode ?? '',
        guidance,
      )
    ) {
      return;
    }
    if (item === null) {
      const act = course.splitInterview ?? course.interview;
      if (!/^2[15]$/.test(course.reportCode) || act === null || course.isFirstHalfMissing) return;
      const details = { item: guidanceItemCodes.earlyInterview, value: '', expected };
      return report(act.at, { ...details, returnReason: '02', severity: severityOf(course) });
    }
    // A code out of its table is C010's.
    if (item.valueCode === expected || !/^[012]?$/.test(item.valueCode)) return;
    report(placeOf(item), { item: item.code, value: item.valueCode, expected });
  },
};

/** Of an unfinished interview the codes are not settled. */
const severityOf = ({ reportCode }: GuidanceFacts): 'return' | 'warning' =>
  reportCode === '25' ? 'warning' : 'return';
