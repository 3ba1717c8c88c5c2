import { type RuleOf, text } from '../../rule.js';

const author = text('ファイル作成機関', 'institution that made the file');
const performer = text('実施機関', 'institution of the service');
/** An international number or an extension is legal too (RFC 3966). */
const form = /^tel:\+?[0-9-]+(;ext=[0-9-]+)?$/;
/** What stands behind no scheme at all is I033's. */
const blank = /^(?:tel:)?\s*$/;

/** I034: 機関の電話番号の形が正しくありません。 */
export const i034: RuleOf<'pair'> = {
  id: 'I034',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '特定健診情報・特定保健指導情報ファイル仕様説明書 V4',
  subject: 'pair',
  appliesTo: ['hc', 'hg'],
  title: text('機関の電話番号の形が正しくありません', 'The telephone of an institution has another form'),
  message: text(
    '{name}の電話番号（telecom）が「{value}」です（正: {expected}）。',
    'The telephone (telecom) of the {name} is "{value}"; {expected} was expected.',
  ),
  remedy: text(
    '「tel:」に続けて、半角数字とハイフンで記録してください（例 tel:03-0000-0000）。',
    'Write half-width digits and hyphens behind "tel:", such as tel:03-0000-0000.',
  ),
  check({ header }, _facts, report) {
    if (header === null) return;
    for (const [organization, name] of [
      [header.authorOrganization, author],
      [header.serviceEvent?.performer, performer],
    ] as const) {
      const telecom = organization?.telecom ?? null;
      if (telecom === null || form.test(telecom.value) || blank.test(telecom.value)) continue;
      const values = { name, expected: text('tel:と半角の数字・ハイフン', 'tel: with digits and hyphens') };
      report(telecom.at, { value: telecom.value, values });
    }
  },
};
