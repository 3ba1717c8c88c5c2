import { counters } from '../../statistics/counters.js';
import { isAtLeast, shareText } from '../../statistics/institution-statistics.js';
import { type RuleOf, text } from '../../rule.js';
import { nameOfItem, ofInstitution } from './institution-details.js';

/** Percent of one answer that is a single answer, and percent of it last year below which it was none. */
const SINGLE_PERCENT = 95;
const SPREAD_PERCENT = 80;

/** B002: 質問票の回答が1つに偏っています. */
export const b002: RuleOf<'statistics'> = {
  id: 'B002',
  level: 9,
  severity: 'query',
  returnReason: null,
  source: '協会けんぽ notice',
  subject: 'statistics',
  appliesTo: ['hc'],
  title: text(
    '質問票の回答が前年と違い1つに偏っています',
    'Nearly all give one answer to a question, unlike last year',
  ),
  message: text(
    '機関{institution}の{year}年度の健診{records}件の「{question}」の回答「{answer}」が{value}です（前年度 {before}）。',
    'Of {records} checkups of institution {institution} in fiscal year {year} answer {answer} to {question} is {value}; the year before it was {before}.',
  ),
  remedy: text(
    '質問票のコードの変換を確認してください。',
    'Check how the codes of the questionnaire are converted.',
  ),
  check({ own, past }, { settings }, report) {
    if (past === null) return;
    const { recordsMin } = settings.statistics;
    for (const question of counters.questions) {
      for (const option of question.options) {
        const share = own.answers(question, option);
        if (share.of < recordsMin || !isAtLeast(share, SINGLE_PERCENT)) continue;
        const before = past.answers(question, option);
        if (before.of < recordsMin || isAtLeast(before, SPREAD_PERCENT)) continue;
        const found = { item: question.item, value: shareText(share), expected: `< ${SINGLE_PERCENT}%` };
        report(
          null,
          ofInstitution(own, found, {
            question: nameOfItem(question.item),
            answer: option,
            before: shareText(before),
          }),
        );
      }
    }
  },
};
