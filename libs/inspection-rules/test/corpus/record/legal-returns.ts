import { answer, insurerReturn, settledReturn } from '../../exchanges.js';
import { day } from '../../guidance-edits.js';
import { inClaim } from '../../judge-record.js';
import { legal } from '../defect.js';
import type { Row } from '../defect.js';

/** Returns, answers and guidance that are right. */
export const legalReturns: readonly Row[] = [
  legal('未決済の返戻（理由02）', {}, { exchange: insurerReturn }),
  legal('決済済の返戻（理由02）', {}, { exchange: settledReturn }),
  legal(
    '返戻理由09と内容',
    inClaim(
      /<reason code="02">(?:<text>[^<]*<\/text>|<text\/>)?<\/reason>|<reason code="02"\/>/,
      '<reason code="09"><text>資格確認中</text></reason>',
    ),
    { exchange: insurerReturn },
  ),
  legal(
    '返戻の内容が100文字',
    inClaim(
      /<reason code="02">(?:<text>[^<]*<\/text>|<text\/>)?<\/reason>|<reason code="02"\/>/,
      `<reason code="09"><text>${'あ'.repeat(100)}</text></reason>`,
    ),
    { exchange: settledReturn },
  ),
  legal('返戻の保健指導', {}, { on: 'motivational, first', exchange: insurerReturn }),
  legal('決済済の保健指導', {}, { on: 'active, evaluated', exchange: settledReturn }),
  legal(
    '確認依頼への回答（理由02）',
    inClaim(
      '</checkupClaim>',
      '<insurerAdjudicationResult><interactionType code="11"/><recordDate value="20261120"/><reason code="02"/></insurerAdjudicationResult></checkupClaim>',
    ),
    { exchange: answer },
  ),
  legal('確認依頼への回答（異議なし、処理結果なし）', {}, { exchange: answer }),
  legal('実施済みポイントが180を超える', {}, { on: 'active, evaluated' }),
  legal('3か月ちょうどの実績評価', day('90060', '20261020'), { on: 'motivational, evaluated' }),
];
