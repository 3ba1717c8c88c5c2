import type { CheckupGroupDraft, CheckupItemDraft, CheckupReportDraft } from '@daiko/exchange-format';
import type { Person } from '../person.js';
import type { Random } from '../random.js';
import { extraItemDrafts } from './extra-items.js';
import { ItemDrafts } from './item-drafts.js';
import { guidanceLevel, metabolicJudgement } from './judgement.js';
import { egfrTenths, type Measurements } from './measurements.js';

type Entry = CheckupItemDraft | CheckupGroupDraft;

/** What the body of a checkup shows besides its results. */
export interface BodyWish {
  readonly doctor: string;
  /** 詳細 groups done, by 別表8 code. */
  readonly details: readonly ('1' | '2' | '3' | '4')[];
  readonly additionalItems: readonly string[];
  /** 人間ドック: an electrocardiogram may stand among the additional items. */
  readonly dock: boolean;
  readonly large: boolean;
  /** Decides between ways of doing the same exam. */
  readonly variety: Random;
}

const questions: readonly (readonly [code: string, highest: number])[] = [
  ['9N716000000000011', 2],
  ['9N721000000000011', 2],
  ['9N726000000000011', 2],
  ['9N741000000000011', 2],
  ['9N746000000000011', 2],
  ['9N751000000000011', 2],
  ['9N756000000000011', 2],
  ['9N872000000000011', 3],
  ['9N766000000000011', 3],
  ['9N771000000000011', 2],
  ['9N782000000000011', 3],
  ['9N781000000000011', 2],
  ['9N796000000000011', 2],
  ['9N801000000000011', 5],
  ['9N808000000000011', 2],
];

/** Sections of a valid hc08 for these results. */
export function checkupSections(
  random: Random,
  person: Person,
  results: Measurements,
  wish: BodyWish,
): CheckupReportDraft['sections'] {
  const drafts = new ItemDrafts(wish.large);
  const main: Entry[] = [
    ...bodyItems(drafts, results),
    ...bloodItems(drafts, results, wish.variety),
    ...judgementItems(random, drafts, person, results, wish.doctor),
    ...questionItems(random, drafts, results, wish),
    ...wish.details.map((code) => detailGroup(random, drafts, person, results, wish.variety, code)),
  ];
  const additional: Entry[] = wish.additionalItems.map((code) => drafts.tenths(code, random.between(36, 79)));
  if (wish.dock && wish.variety.chance(50)) additional.push(additionalElectrocardiogram(drafts));
  if (wish.large) additional.push(...extraItemDrafts(random, drafts, 74));
  const sections = [{ code: '01010', entries: main }];
  return additional.length === 0 ? sections : [...sections, { code: '01990', entries: additional }];
}

function bodyItems(drafts: ItemDrafts, results: Measurements): CheckupItemDraft[] {
  const { systolic, diastolic } = results;
  const items = [
    drafts.tenths('9N001000000000001', results.heightTenths),
    drafts.tenths('9N006000000000001', results.weightTenths),
    drafts.tenths('9N011000000000001', results.bmiTenths),
    drafts.tenths('9N016160100000001', results.waistTenths),
  ];
  if (systolic.length === 2) {
    items.push(
      drafts.quantity('9A755000000000001', String(results.sbp)),
      drafts.quantity('9A752000000000001', String(systolic[1])),
    );
  }
  items.push(drafts.quantity('9A751000000000001', String(systolic[0])));
  if (diastolic.length === 2) {
    items.push(
      drafts.quantity('9A765000000000001', String(results.dbp)),
      drafts.quantity('9A762000000000001', String(diastolic[1])),
    );
  }
  items.push(drafts.quantity('9A761000000000001', String(diastolic[0])));
  return items;
}

function bloodItems(drafts: ItemDrafts, results: Measurements, variety: Random): CheckupItemDraft[] {
  const { fasting } = results;
  return [
    drafts.coded('9N141000000000011', fasting ? 2 : 3),
    drafts.quantity(fasting ? '3F015000002327101' : '3F015129902327101', String(results.triglyceride)),
    drafts.quantity('3F070000002327101', String(results.hdl)),
    ...cholesterolItems(drafts, results, variety),
    drafts.quantity('3B035000002327201', String(results.ast)),
    drafts.quantity('3B045000002327201', String(results.alt)),
    drafts.quantity('3B090000002327101', String(results.ggt)),
    ...(fasting ? [drafts.quantity('3D010000001926101', String(results.glucose))] : []),
    drafts.tenths('3D046000001906202', results.hba1cTenths),
    drafts.coded('1A020000000191111', results.urineSugar),
    drafts.coded('1A010000000191111', results.urineProtein),
  ];
}

// Fasting: LDL measured, or computed from total cholesterol (Friedewald); else also non-HDL, which needs no fasting.
function cholesterolItems(drafts: ItemDrafts, results: Measurements, variety: Random): CheckupItemDraft[] {
  const { fasting, ldl, hdl, triglyceride } = results;
  if (!variety.chance(15)) return [drafts.quantity('3F077000002327101', String(ldl))];
  if (!fasting) return [drafts.quantity('3F069000002391901', String(ldl + 30))];
  const total = ldl + hdl + Math.round(triglyceride / 5);
  return [
    drafts.quantity('3F050000002327101', String(total)),
    drafts.quantity('3F077000002391901', String(ldl)),
  ];
}

function judgementItems(
  random: Random,
  drafts: ItemDrafts,
  person: Person,
  results: Measurements,
  doctor: string,
): CheckupItemDraft[] {
  const level = guidanceLevel(results, person.gender, person.ageAtFiscalYearEnd);
  const history = random.chance(20);
  const [pressure, sugar, lipids] = results.medicines;
  return [
    drafts.coded('9N056000000000011', history ? 1 : 2),
    ...(history ? [drafts.text('9N056160400000049', '架空の既往歴あり')] : []),
    drafts.coded('9N061000000000011', 2),
    drafts.coded('9N066000000000011', 2),
    drafts.coded('9N501000000000011', metabolicJudgement(results, person.gender)),
    drafts.coded('9N506000000000011', level),
    drafts.text(
      '9N511000000000049',
      level === 3 ? '経過観察してください' : '生活習慣の改善に努めてください',
      doctor,
    ),
    drafts.coded('9N701000000000011', pressure ? 1 : 2),
    drafts.coded('9N706000000000011', sugar ? 1 : 2),
    drafts.coded('9N711000000000011', lipids ? 1 : 2),
    drafts.coded('9N736000000000011', results.smoking),
  ];
}

function questionItems(
  random: Random,
  drafts: ItemDrafts,
  results: Measurements,
  wish: BodyWish,
): CheckupItemDraft[] {
  const answered = wish.large ? questions : questions.slice(0, random.between(4, questions.length));
  const drinking = random.between(1, 8);
  return [
    ...answered.map(([code, highest]) => drafts.coded(code, random.between(1, highest))),
    drafts.coded('9N731000000000011', wish.details.includes('1') ? 1 : 2),
    drafts.coded('9N786000000000011', drinking),
    ...(drinking <= 6 ? [drafts.coded('9N791000000000011', random.between(1, 5))] : []),
  ];
}

function detailGroup(
  random: Random,
  drafts: ItemDrafts,
  person: Person,
  results: Measurements,
  variety: Random,
  code: '1' | '2' | '3' | '4',
): CheckupGroupDraft {
  const components: CheckupItemDraft[] = [];
  const reasons: CheckupItemDraft[] = [];
  if (code === '1') {
    const cells = random.between(400, 520);
    components.push(
      drafts.tenths('2A040000001930102', Math.round(cells * 0.9)),
      drafts.tenths('2A030000001930101', Math.round(cells * 0.3)),
      drafts.quantity('2A020000001930101', String(cells)),
    );
    reasons.push(drafts.text('2A020161001930149', '貧血の既往のため'));
  } else if (code === '2') {
    components.push(drafts.coded('9A110160700000011', 2));
    const arrhythmia = variety.chance(20);
    reasons.push(
      drafts.coded('9A110161600000011', arrhythmia ? 2 : 1),
      drafts.text('9A110161000000049', arrhythmia ? '不整脈の疑いのため' : '血圧高値のため'),
    );
  } else if (code === '3') {
    components.push(drafts.coded('9E100166000000011', random.between(1, 2)));
    reasons.push(drafts.coded('9E100161600000011', 1), drafts.text('9E100161000000049', '血圧高値のため'));
  } else {
    const creatinine = results.creatinineHundredths;
    const age = Number(person.examDate.slice(0, 4)) - Number(person.birthDate.slice(0, 4));
    const lived = person.examDate.slice(4) >= person.birthDate.slice(4) ? age : age - 1;
    components.push(
      drafts.quantity('3C015000002327101', (creatinine / 100).toFixed(2)),
      drafts.tenths('8A065000002391901', egfrTenths(creatinine, lived, person.gender)),
    );
    reasons.push(drafts.coded('3C015161602399911', 1), drafts.text('3C015161002399949', '血圧高値のため'));
  }
  return group(components, reasons);
}

/** 心電図 done for another reason than 詳細な健診: 対象者 0 and no 実施理由. */
function additionalElectrocardiogram(drafts: ItemDrafts): CheckupGroupDraft {
  return group([drafts.coded('9A110160700000011', 2)], [drafts.coded('9A110161600000011', 0)]);
}

function group(
  components: readonly CheckupItemDraft[],
  reasons: readonly CheckupItemDraft[],
): CheckupGroupDraft {
  return {
    members: [
      ...components.map((item) => ({ relation: 'COMP' as const, item })),
      ...reasons.map((item) => ({ relation: 'RSON' as const, item })),
    ],
  };
}
