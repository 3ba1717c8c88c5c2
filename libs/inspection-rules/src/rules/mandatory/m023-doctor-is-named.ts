import { itemCodes } from '../../item-codes.js';
import { isDeferral, isPlaceholder } from '../../placeholder-words.js';
import { remembering } from '../../remembering.js';
import { type RuleOf, text } from '../../rule.js';

const missing = text('記録されていません', 'nothing is recorded');

const patient = text('受診者の氏名と同じです', 'it is the name of the person examined');

const institution = /(病院|医院|クリニック|診療所|健診センター|検診センター|健診機関)$/;

/** A title or an office, or a word for nobody known. */
const office =
  /^((健診|検診|担当|主治|産業|診断|判定|読影)?(医師?|医者|先生|ドクター)|dr\.?|md|(副?院|理事|所)長|看護師|保健師|技師|事務(員|長)?|担当者?|(医師名?)?(不明|不詳)|同上|別紙(参照)?)$/i;

/** True for digits, marks, titles, institutions and placeholders. */
const isNoName = remembering((written): boolean => {
  const name = written.normalize('NFKC').trim();
  if (isPlaceholder(name) || isDeferral(name) || office.test(name) || institution.test(name)) return true;
  return /^[\p{N}\p{P}\p{S}\s]+$/u.test(name.replace(/ー/g, '-'));
});

/** M023: 医師の氏名がありません。 */
export const m023: RuleOf<'checkup'> = {
  id: 'M023',
  level: 6,
  severity: 'return',
  isOfFullWidth: true,
  returnReason: '02',
  source: '項目表 author',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('医師の氏名がありません', 'The doctor is not named'),
  message: text('医師の診断の医師の氏名が{detail}。', 'The diagnosis does not name the doctor: {detail}.'),
  remedy: text('医師の氏名を記録してください。', 'Write the name of the doctor.'),
  check(checkup, facts, report) {
    const diagnosis = facts.itemOf(itemCodes.diagnosis);
    if (facts.programme !== '010' || diagnosis === null || diagnosis.negated) return;
    const name = diagnosis.authorName?.value.trim() ?? '';
    const { authorOrganization, serviceEvent } = checkup.header;
    const institutions = [authorOrganization, serviceEvent?.performer].map((one) => one?.name?.value.trim());
    const isPatient = name !== '' && name === checkup.header.patient?.name?.value.trim();
    if (name !== '' && !isNoName(name) && !institutions.includes(name) && !isPatient) return;
    const detail = isPatient
      ? patient
      : name === ''
        ? missing
        : text(`氏名ではありません（「${name}」）`, `what stands there is none: "${name}"`);
    report(diagnosis.authorName?.at ?? diagnosis.at, {
      item: diagnosis.code,
      value: name,
      values: { detail },
      ...(isPatient ? { severity: 'query' as const } : {}),
    });
  },
};
