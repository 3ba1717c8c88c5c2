import type {
  CdaHeaderDraft,
  CheckupClaimDraft,
  CheckupReportDraft,
  ClaimSubjectDraft,
  GuidanceClaimDraft,
  GuidanceReportDraft,
  IndexDraft,
  SummaryDraft,
} from '../src/index.js';

// Fictitious person and organisations for the tests of this library.
export const subjectDraft: ClaimSubjectDraft = {
  providerNumber: '1329999997',
  insurerNumber: '06139992',
  symbol: '１２３',
  number: '４５６',
  branchCode: '00',
  name: 'テストタロウ',
  address: '東京都架空区１－２－３',
  postalCode: '000-0000',
  birthDate: '19700101',
  gender: '1',
};

export const checkupClaimDraft: CheckupClaimDraft = {
  subject: subjectDraft,
  ticketNumber: '24100000001',
  ticketExpiry: '20250331',
  chargeBasic: { code: '2', amount: 1000 },
  chargeDetail: { code: '3', rate: 30000 },
  chargeOther: null,
  dockCopayment: null,
  dockLimit: null,
  claimType: '2',
  commissionType: '1',
  unitPriceBasic: 8000,
  unitPriceDetails: [{ code: '2', amount: 1500 }],
  unitPriceOthers: [],
  paymentForBasic: 1000,
  paymentForDetail: 450,
  paymentForOther: null,
  unitAmount: 9500,
  paymentAmount: 1450,
  paymentByOtherProgram: null,
  claimAmount: 8050,
};

export const dockClaimDraft: CheckupClaimDraft = {
  ...checkupClaimDraft,
  chargeBasic: null,
  chargeDetail: null,
  dockCopayment: { code: '3', rate: 20000 },
  dockLimit: { code: '4', amount: 25000 },
  claimType: '5',
  unitPriceBasic: null,
  unitPriceDetails: [],
  unitPriceOthers: [{ code: null, amount: 40000 }],
  paymentForBasic: null,
  paymentForDetail: null,
  paymentForOther: 15000,
  unitAmount: 40000,
  paymentAmount: 15000,
  claimAmount: 25000,
};

export const guidanceClaimDraft: GuidanceClaimDraft = {
  guidanceLevel: '1',
  guidanceTiming: '1',
  subject: subjectDraft,
  ticketNumber: '24200000001',
  checkupTicketNumber: '24100000001',
  ticketExpiry: '20250331',
  copayment: { code: '1' },
  maxInsuranceLimit: null,
  unitPrice: 25000,
  paymentRate: 40,
  pointCountCompleted: null,
  pointCountIntended: null,
  calculatedAmount: 10000,
  paymentStatus: '1',
  paymentAmount: 0,
  claimAmount: 10000,
};

const organization = {
  number: '1329999997',
  name: '架空健診センター',
  telephone: '00-0000-0000',
  address: '東京都架空区４－５－６',
  postalCode: '000-0000',
};

export const headerDraft: CdaHeaderDraft = {
  reportCode: '10',
  creationDate: '20240612',
  patient: { ...subjectDraft, branch: subjectDraft.branchCode },
  author: organization,
  tickets: [{ kind: '1', number: '24100000001', expiry: '20250331', insurerNumber: '06139992' }],
  programme: '010',
  serviceDate: '20240601',
  performer: organization,
};

const arc = '1.2.392.200119.6';

export const checkupReportDraft: CheckupReportDraft = {
  header: headerDraft,
  sections: [
    {
      code: '01010',
      entries: [
        { code: '9N001000000000001', type: 'PQ', value: '170.0', unit: 'cm', displayName: '身長' },
        {
          code: '3F070000002327101',
          type: 'PQ',
          value: '35',
          unit: 'mg/dL',
          interpretation: 'L',
          methodCode: '3F07010000',
          referenceRange: { low: '40', high: '100', unit: 'mg/dL' },
        },
        { code: '2A020000001930101', type: 'PQ', value: '1000', unit: '10*4/mm3', mark: 'H' },
        { code: '9N736000000000011', type: 'CD', valueCode: '3', valueCodeSystem: `${arc}.24060` },
        { code: '1A020000000191111', type: 'CO', state: 'UNMEAS' },
        { code: '1A010000000191111', type: 'CO', state: 'NOTDONE' },
        { code: '9N511000000000049', type: 'ST', value: '異常なし', authorName: '架空医師' },
        {
          members: [
            {
              relation: 'COMP',
              item: { code: '9A110160700000011', type: 'CD', valueCode: '2', valueCodeSystem: `${arc}.2002` },
            },
            {
              relation: 'RSON',
              item: { code: '9A110161000000049', type: 'ST', value: '血圧高値のため' },
            },
          ],
        },
      ],
    },
  ],
};

export const guidanceReportDraft: GuidanceReportDraft = {
  header: {
    ...headerDraft,
    reportCode: '21',
    patient: { ...headerDraft.patient, address: null },
    programme: '100',
    tickets: [
      ...headerDraft.tickets,
      { kind: '2', number: '24200000001', expiry: '20250331', insurerNumber: '06139992' },
    ],
  },
  sections: [
    {
      code: '90010',
      acts: [
        {
          mood: 'EVN',
          items: [
            { code: '1020000001', type: 'CD', valueCode: '1', valueCodeSystem: `${arc}.1112` },
            { code: '1020000004', type: 'ST', value: '20240601' },
          ],
        },
      ],
    },
    {
      code: '90030',
      acts: [
        {
          mood: 'EVN',
          form: '1',
          date: '20240620',
          implementer: '2',
          items: [{ code: '1022000013', type: 'PQ', value: '30', unit: 'min' }],
        },
        {
          mood: 'INT',
          items: [
            { code: '1021001031', type: 'PQ', mood: 'GOL', value: '83.0', unit: 'cm' },
            { code: '1021001059', type: 'INT', value: '200' },
          ],
        },
      ],
    },
  ],
};

export const indexDraft: IndexDraft = {
  interactionType: '1',
  creationDate: '20240612',
  sender: { root: '1.2.392.200119.6.102', number: '1329999997' },
  receiver: { root: '1.2.392.200119.6.103', number: '91399113' },
  serviceEventType: '1',
  totalRecordCount: 2,
};
export const summaryDraft: SummaryDraft = {
  serviceEventType: '1',
  totalSubjectCount: 1,
  totalCostAmount: 9500,
  totalPaymentAmount: 1450,
  totalPaymentByOtherProgram: 0,
  totalClaimAmount: 8050,
};
