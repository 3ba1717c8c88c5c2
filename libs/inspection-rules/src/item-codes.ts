/** Item codes (17 digits) by the names of the catalogue; a set means any of them. */
export const itemCodes = {
  height: ['9N001000000000001'],
  weight: ['9N006000000000001'],
  bmi: ['9N011000000000001'],
  /** 肥満度, the one item that may be below 0. */
  obesity: ['9N026000000000002'],
  visceralFat: ['9N021000000000001'],
  /** 腹囲: 実測, 自己判定, 自己申告. */
  waist: ['9N016160100000001', '9N016160200000001', '9N016160300000001'],
  /** Blood pressure in order of rank: その他, 2回目, 1回目. */
  systolic: ['9A755000000000001', '9A752000000000001', '9A751000000000001'],
  diastolic: ['9A765000000000001', '9A762000000000001', '9A761000000000001'],
  bloodDrawTime: ['9N141000000000011'],
  triglycerideFasting: ['3F015000002327101', '3F015000002327201', '3F015000002399901'],
  triglycerideRandom: ['3F015129902327101', '3F015129902327201', '3F015129902399901'],
  hdl: ['3F070000002327101', '3F070000002327201', '3F070000002399901'],
  ldl: ['3F077000002327101', '3F077000002327201', '3F077000002399901'],
  ldlCalculated: ['3F077000002391901'],
  nonHdl: ['3F069000002391901'],
  ast: ['3B035000002327201', '3B035000002399901'],
  alt: ['3B045000002327201', '3B045000002399901'],
  ggt: ['3B090000002327101', '3B090000002399901'],
  glucoseFasting: ['3D010000001926101', '3D010000002227101', '3D010000001927201', '3D010000001999901'],
  glucoseRandom: ['3D010129901926101', '3D010129902227101', '3D010129901927201', '3D010129901999901'],
  hba1c: ['3D046000001906202', '3D046000001920402', '3D046000001927102', '3D046000001999902'],
  urineGlucose: ['1A020000000191111', '1A020000000190111'],
  urineProtein: ['1A010000000191111', '1A010000000190111'],
  hematocrit: ['2A040000001930102'],
  hemoglobin: ['2A030000001930101'],
  erythrocytes: ['2A020000001930101'],
  creatinine: ['3C015000002327101', '3C015000002399901'],
  egfr: ['8A065000002391901'],
  metabolicSyndrome: ['9N501000000000011'],
  guidanceLevel: ['9N506000000000011'],
  diagnosis: ['9N511000000000049'],
  medicalHistory: ['9N056000000000011'],
  subjectiveSymptoms: ['9N061000000000011'],
  objectiveSymptoms: ['9N066000000000011'],
  medicationPressure: ['9N701000000000011'],
  medicationGlucose: ['9N706000000000011'],
  medicationLipid: ['9N711000000000011'],
  smoking: ['9N736000000000011'],
  totalCholesterol: ['3F050000002327101', '3F050000002327201', '3F050000002399901'],
  medicalHistoryText: ['9N056160400000049'],
  subjectiveSymptomsText: ['9N061160800000049'],
  objectiveSymptomsText: ['9N066160800000049'],
  /** 薬剤名. */
  medicineNamePressure: ['9N701167000000049'],
  medicineNameGlucose: ['9N706167000000049'],
  medicineNameLipid: ['9N711167000000049'],
  /** 服薬理由. */
  medicineReasonPressure: ['9N701167100000049'],
  medicineReasonGlucose: ['9N706167100000049'],
  medicineReasonLipid: ['9N711167100000049'],
  drinking: ['9N786000000000011'],
  drinkingAmount: ['9N791000000000011'],
  /** 喫煙 of the questionnaire for people from 75 on. */
  smokingElderly: ['9N943000000000011'],
  /** 測定不可能・検査未実施の理由. */
  undoneReason: ['9N512000000000011'],
  informationMethod: ['9N950000000000011'],
  firstInterview: ['9N807000000000011'],
  anaemiaReason: ['2A020161001930149'],
  electrocardiogramFinding: ['9A110160700000011'],
  electrocardiogramText: ['9A110160800000049'],
  electrocardiogramSubject: ['9A110161600000011'],
  electrocardiogramReason: ['9A110161000000049'],
  /** 眼底: the six classifications, then その他の所見. */
  fundus: [
    '9E100166000000011',
    '9E100166100000011',
    '9E100166200000011',
    '9E100166300000011',
    '9E100166600000011',
    '9E100166500000011',
    '9E100160900000049',
  ],
  fundusSubject: ['9E100161600000011'],
  fundusReason: ['9E100161000000049'],
  /** 婦人科診察, 子宮がん検診; 乳房 may be anybody's. */
  womensTests: [
    '9N271160700000011',
    '9N291160700000011',
    '9N296160700000011',
    '7A021165008543311',
    '7A021165208543311',
    '7A022000008543311',
    '9N611161300000011',
  ],
  /** PSA, 前立腺がん検診. */
  mensTests: ['5D305000002399811', '9N631161300000011'],
  creatinineSubject: ['3C015161602399911'],
  creatinineReason: ['3C015161002399949'],
} as const satisfies Record<string, readonly string[]>;

/** Item codes (10 digits) of guidance. */
export const guidanceItemCodes = {
  level: '1020000001',
  courseName: '1020000003',
  checkupDate: '1020000004',
  /** 健診後早期の初回面接. */
  earlyInterview: '1022000016',
  interviewMinutes: '1022000013',
  interviewNote: '1022000090',
  supportWeeks: '1021000020',
  targetWaist: '1021001031',
  targetWeight: '1021001032',
  /** 一日の削減エネルギー目標, and its parts by exercise and food. */
  targetEnergy: '1021001050',
  targetExercise: '1021001051',
  targetFood: '1021001052',
  plannedOutcomePoints: '1021001059',
  supportMinutes: '1032300013',
  supportPoints: '1032300014',
  interimMinutes: '1032000013',
  interimPoints: '1032000014',
  /** 実績評価ができない場合の確認回数. */
  evaluationAttempts: '1042000116',
  evaluationDate: '1042000011',
  evaluationForm: '1042000012',
  evaluationImplementer: '1042000015',
  evaluatedWaist: '1042001031',
  evaluatedWeight: '1042001032',
  outcomePoints: '1042001060',
  plannedProcessPoints: '1041010070',
  plannedPoints: '1041010080',
  processPoints: '1042010070',
  completedPoints: '1042010080',
} as const;

/** One thing a person may set out to change: its item in plan, interim evaluation and evaluation. */
export interface GoalItems {
  readonly plan: string;
  readonly interim: string;
  readonly evaluation: string;
}

/** 腹囲・体重, 食習慣, 運動習慣, 喫煙習慣, 休養習慣, その他. */
export const goalItems = {
  body: { plan: '1021001053', interim: '1032001044', evaluation: '1042001044' },
  food: { plan: '1021001054', interim: '1032001042', evaluation: '1042001042' },
  exercise: { plan: '1021001055', interim: '1032001041', evaluation: '1042001041' },
  smoking: { plan: '1021001056', interim: '1032001043', evaluation: '1042001043' },
  rest: { plan: '1021001057', interim: '1032001045', evaluation: '1042001045' },
  other: { plan: '1021001058', interim: '1032001046', evaluation: '1042001046' },
} as const satisfies Record<string, GoalItems>;
