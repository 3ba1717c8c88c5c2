import type { Measurements } from './measurements.js';

/** メタボリックシンドローム判定: 1 基準該当, 2 予備群, 3 非該当. All inputs are present here. */
export function metabolicJudgement(results: Measurements, gender: '1' | '2'): 1 | 2 | 3 {
  if (!hasWaistRisk(results, gender)) return 3;
  const [pressure, sugar, lipids] = results.medicines;
  const risks = [
    sugar || (results.fasting ? results.glucose >= 110 : results.hba1cTenths >= 60),
    lipids || results.triglyceride >= (results.fasting ? 150 : 175) || results.hdl < 40,
    pressure || results.sbp >= 130 || results.dbp >= 85,
  ].filter(Boolean).length;
  return risks >= 2 ? 1 : risks === 1 ? 2 : 3;
}

/** 保健指導レベル: 1 積極的, 2 動機付け, 3 なし. `age` is that of the end of the fiscal year. */
export function guidanceLevel(results: Measurements, gender: '1' | '2', age: number): 1 | 2 | 3 {
  if (results.medicines.some(Boolean)) return 3;
  const waist = hasWaistRisk(results, gender);
  if (!waist && results.bmiTenths < 250) return 3;
  const risks = [
    results.fasting ? results.glucose >= 100 : results.hba1cTenths >= 56,
    results.triglyceride >= (results.fasting ? 150 : 175) || results.hdl < 40,
    results.sbp >= 130 || results.dbp >= 85,
  ].filter(Boolean).length;
  const counted = risks + (risks > 0 && results.smoking === 1 ? 1 : 0);
  if (counted === 0) return 3;
  return counted >= (waist ? 2 : 3) && age < 65 ? 1 : 2;
}

function hasWaistRisk(results: Measurements, gender: '1' | '2'): boolean {
  return results.waistTenths >= (gender === '1' ? 850 : 900);
}
