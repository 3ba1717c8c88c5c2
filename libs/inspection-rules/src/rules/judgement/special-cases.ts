import type { Judgements } from '../../judgement/judgements.js';

/** 非該当 or なし although waist and two measured risks are certain and no medicine is taken (J006). */
export function isContradiction(judgements: Judgements, kind: 'metabolic' | 'level'): boolean {
  const judgement = judgements[kind];
  if (judgement.recorded !== '3' || judgements.isMedicated === true || judgement.accepts('3')) return false;
  return judgement.hasClearRisks();
}

/** Guidance although some medicine is taken (J004). */
export function isForMedicated({ level, isMedicated }: Judgements): boolean {
  return isMedicated === true && (level.recorded === '1' || level.recorded === '2');
}

/** 積極的支援 from 65 on, by both readings of the age (J005). */
export function isActiveThoughOld(judgements: Judgements): boolean {
  const { age, ageByLaw } = judgements.inputs;
  if (judgements.level.recorded !== '1' || isForMedicated(judgements)) return false;
  return age !== null && age >= 65 && ageByLaw !== null && ageByLaw >= 65;
}
