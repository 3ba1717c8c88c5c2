import {
  type CalendarDate,
  type ChargeDraft,
  hasValidCheckDigit,
  type InsurerNumber,
  insurerNumberWithCheckDigit,
  type ProviderNumber,
  providerNumberWithCheckDigit,
} from '@daiko/exchange-format';
import { inventAddress, inventPlace, inventPostalCode } from './names.js';
import { Random } from './random.js';

/** An invented 健診・保健指導機関. */
export interface Provider {
  readonly number: ProviderNumber;
  readonly name: string;
  readonly address: string;
  readonly postalCode: string;
  readonly telephone: string;
  readonly doctor: string;
  /** 委託料単価区分: 1 個別, 2 集団. */
  readonly commissionType: '1' | '2';
}

/** What an insurer pays and lets people pay; yen. The same for all providers of the world. */
export interface Terms {
  readonly basicYen: number;
  /** By 別表8 code. */
  readonly detailYen: Readonly<Record<'1' | '2' | '3' | '4', number>>;
  /** By 17-digit item code. */
  readonly additionalYen: Readonly<Record<string, number>>;
  readonly dockYen: number;
  /** 積極的支援, 動機付け支援. */
  readonly guidanceYen: Readonly<Record<'1' | '2', number>>;
  readonly chargeBasic: ChargeDraft;
  readonly chargeDetail: ChargeDraft;
  readonly chargeOther: ChargeDraft;
  readonly dockCopayment: ChargeDraft;
  readonly dockLimit: ChargeDraft | null;
  readonly guidanceCopayment: ChargeDraft;
}

/** An invented 保険者. */
export interface Insurer {
  readonly number: InsurerNumber;
  readonly name: string;
  readonly symbol: string | null;
  readonly usesBranch: boolean;
  readonly terms: Terms;
}

/** Everybody an archive can come from or go to. */
export interface World {
  readonly seed: number;
  /** Day the archives are submitted. */
  readonly date: CalendarDate;
  readonly agencyNumber: string;
  readonly providers: readonly Provider[];
  readonly insurers: readonly Insurer[];
}

/** Items priced as 追加健診: 尿酸, 総蛋白, アルブミン. */
export const additionalItemCodes = ['3C020000002327101', '3A010000002327101', '3A015000002327101'] as const;

/**
 * Invents providers and insurers with right check digits. All names say that they are invented.
 * RangeError for counts outside 1 to 5,000, a wrong agency number, or a date before 2024-06-01 (第4期).
 */
export function inventWorld(options: {
  seed: number;
  providers: number;
  insurers: number;
  agencyNumber: string;
  date: CalendarDate;
}): World {
  const { seed, agencyNumber, date } = options;
  for (const count of [options.providers, options.insurers]) {
    if (!Number.isInteger(count) || count < 1 || count > 5000)
      throw new RangeError('1 to 5,000 were expected');
  }
  if (!/^9[0-9]{7}$/.test(agencyNumber) || !hasValidCheckDigit(agencyNumber)) {
    throw new RangeError('an agency number was expected');
  }
  if (date < '20240601') throw new RangeError('a date from 2024-06-01 on was expected');
  return {
    seed,
    date,
    agencyNumber,
    providers: Array.from({ length: options.providers }, (_, i) => inventProvider(new Random(seed, 1, i), i)),
    insurers: Array.from({ length: options.insurers }, (_, i) => inventInsurer(new Random(seed, 2, i), i)),
  };
}

function inventProvider(random: Random, index: number): Provider {
  const prefecture = String(random.between(1, 47)).padStart(2, '0');
  const kind = random.pick(['クリニック', '健診センター', '医院', '病院', '保健センター']);
  const sign = String.fromCharCode(0xff21 + (index % 26));
  return {
    number: providerNumberWithCheckDigit(`${prefecture}1${String(100_000 + index).padStart(6, '0')}`),
    name: `架空${inventPlace(random)}${sign}${kind}`,
    address: inventAddress(random),
    postalCode: inventPostalCode(random),
    telephone: `00-0000-${String(random.between(0, 9999)).padStart(4, '0')}`,
    doctor: `架空${inventPlace(random)}医師`,
    commissionType: kind === '健診センター' || kind === '保健センター' ? '2' : '1',
  };
}

function inventInsurer(random: Random, index: number): Insurer {
  const [law, kind] = random.pick([
    ['06', '健康保険組合'],
    ['06', '健康保険組合'],
    ['31', '共済組合'],
    ['00', '国民健康保険'],
  ] as const);
  // 900 and 47 share no factor, so that prefecture and own number together are unique.
  const prefecture = String(((index * 7) % 47) + 1).padStart(2, '0');
  const own = String(100 + (index % 900));
  const sign = String.fromCharCode(0xff21 + (index % 26));
  return {
    number: insurerNumberWithCheckDigit(`${law}${prefecture}${own}`),
    name: `架空${inventPlace(random)}${sign}${kind}`,
    symbol: law === '00' ? null : random.pick(['１２３', '４０１', '８８']),
    usesBranch: random.chance(80),
    terms: inventTerms(random),
  };
}

function inventTerms(random: Random): Terms {
  const charge = (): ChargeDraft =>
    random.weighted<ChargeDraft>([
      [4, { code: '1' }],
      [4, { code: '2', amount: random.between(2, 20) * 100 }],
      [3, { code: '3', rate: random.pick([10_000, 20_000, 30_000]) }],
    ]);
  return {
    basicYen: random.between(70, 95) * 100,
    detailYen: {
      '1': random.between(2, 4) * 100,
      '2': random.between(13, 16) * 100,
      '3': random.between(5, 13) * 100,
      '4': random.between(1, 3) * 110,
    },
    additionalYen: Object.fromEntries(additionalItemCodes.map((code) => [code, random.between(1, 5) * 110])),
    dockYen: random.between(350, 450) * 100,
    guidanceYen: { '1': random.between(230, 280) * 100, '2': random.between(80, 95) * 100 },
    chargeBasic: charge(),
    chargeDetail: charge(),
    chargeOther: charge(),
    dockCopayment: { code: '3', rate: random.pick([10_000, 20_000, 30_000]) },
    dockLimit: random.chance(50) ? { code: '4', amount: random.between(220, 300) * 100 } : null,
    guidanceCopayment: random.chance(60) ? { code: '1' } : { code: '2', amount: random.between(5, 15) * 100 },
  };
}
