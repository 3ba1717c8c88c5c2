import { FOURTH_PERIOD_START } from '../../frame.js';
import { hasLaterItems } from '../date/d014-items-are-of-the-year.js';
import { guidanceItemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** X012: 第3期の健診が第4期様式です。 */
export const x012: RuleOf<'pair'> = {
  id: 'X012',
  level: 6,
  severity: 'query',
  returnReason: '01',
  source: '第3期と第4期の様式の違い',
  subject: 'pair',
  appliesTo: ['hc', 'hg'],
  title: text('第3期の健診が第4期様式です', 'A checkup of the third period in the format of the fourth'),
  message: text(
    '健診実施日 {value} は第3期です（第4期は {expected} から）。',
    'The checkup of {value} is of the third period; the fourth began on {expected}.',
  ),
  remedy: text('第3期の健診として確認します。', 'We shall check it as a checkup of the third period.'),
  check(pair, _facts, report) {
    const { checkupDate, claimFile, header } = pair;
    if (header === null || checkupDate === null || claimFile?.generation === 'v3') return;
    // A checkup from before the scheme is D003's, one with items of the fourth period D014's.
    if (checkupDate < '20080401' || checkupDate >= FOURTH_PERIOD_START || hasLaterItems(pair)) return;
    const named = pair.guidance?.items.find(({ code }) => code === guidanceItemCodes.checkupDate);
    const at = named?.at ?? header.serviceEvent?.date?.at ?? header.at;
    report(at, { value: checkupDate, expected: FOURTH_PERIOD_START });
  },
};
