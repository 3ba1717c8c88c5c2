import { inBoth, inClaim } from '../../judge-record.js';
import { defect } from '../defect.js';
import { claim } from '../spoil.js';
import type { Row } from '../defect.js';

/** Whose claim it is, which ticket, which form. */
export const claimPersonDefects: readonly Row[] = [
  // Who and which ticket.
  defect(
    '決済情報の保険者番号だけが違う',
    inClaim(/(<insurerNumber [^>]*extension=")\d{8}/, '$106139992'),
    'I022 return',
    'claim insuranceCard/insurerNumber',
    '保険者番号',
  ),
  defect(
    '決済情報の実施区分が2',
    inClaim(/(<serviceEventType code=")1/, '$12'),
    'C011 return',
    'claim encounter/serviceEventType',
    '実施区分',
  ),
  defect(
    '決済情報の受診券整理番号が1桁違う',
    claim(({ ticketNumber }) => ({
      ticketNumber: `${ticketNumber!.slice(0, 10)}${(Number(ticketNumber!.slice(10)) + 1) % 10}`,
    })),
    'I028 return',
    'claim checkupCard/id',
    '整理番号',
  ),
  defect(
    '決済情報の有効期限だけが違う',
    claim(() => ({ ticketExpiry: '20271231' })),
    'I029 return',
    'claim effectiveTime/high',
    '有効期限',
  ),
  defect(
    '決済情報に受診券がない（結果にはある）',
    claim(() => ({ ticketNumber: null, ticketExpiry: null })),
    'I028 return',
    'claim subjectPerson/insuranceCard',
    '整理番号',
  ),
  defect(
    '受診券整理番号が10桁',
    inBoth('extension="26', 'extension="6'),
    'X007 return',
    'claim checkupCard/id',
    '整理番号',
  ),
  defect(
    '決済情報の機関番号が別の機関',
    claim(({ subject }) => ({ subject: { ...subject, providerNumber: '1310000011' } })),
    'I027 return',
    'claim performerOrganization/id',
    '機関番号',
  ),
  defect(
    '提出時に古い処理結果（返戻理由）を消していない',
    inClaim(
      /<\/checkupClaim>/,
      '<agencyAdjudicationResult><interactionType code="2"/><recordDate value="20261020"/><reason code="02"/></agencyAdjudicationResult></checkupClaim>',
    ),
    'R009 warning',
    'claim checkupClaim/agencyAdjudicationResult',
    '処理結果',
  ),
  defect(
    '決済情報が特定保健指導の様式',
    ({ result, claim: text }) => ({
      result,
      claim: text.replaceAll('checkupClaim', 'healthGuidanceClaim'),
    }),
    'X004 return',
    'claim healthGuidanceClaim',
    '種類',
  ),
  defect(
    '決済情報が第3期の名前空間',
    inClaim(
      'https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html',
      'http://tokuteikenshin.jp/checkup/2007',
    ),
    'X006 return',
    'claim checkupClaim',
    '第3期',
  ),
  defect('決済情報の閉じタグがない', inClaim('</settlement>', ''), 'X001 return', 'claim', '構文'),
];
