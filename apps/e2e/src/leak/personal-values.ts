import {
  type CdaHeader,
  type ClaimSubject,
  parseXml,
  readCheckupClaim,
  readCheckupReport,
  readGuidanceClaim,
  readGuidanceReport,
} from '@daiko/exchange-format';

/** What must not appear outside a sealed payload, and what kind of value it is. */
export type PersonalValues = Map<string, string>;

/** Shorter texts occur by chance. */
const textCharactersMin = 4;
const digitsMin = 7;

/**
 * Collects the personal values of one document: names, birth dates, insured symbols and numbers (full and half width), addresses,
 * postal codes, and results that are texts. What is too short to be told from chance is left out.
 */
export function collectPersonalValues(bytes: Uint8Array, into: PersonalValues): void {
  const parsed = parseXml(bytes);
  if (!parsed.ok) return;
  const add = (kind: string, value: string | undefined): void => note(into, kind, value);
  const fromHeader = (header: CdaHeader): void => {
    const { patient } = header;
    add('name', patient?.name?.value);
    add('birth date', patient?.birthDate?.value);
    add('insured symbol', patient?.symbol?.value);
    add('insured number', patient?.number?.value);
    add('address', patient?.address?.value);
    add('postal code', patient?.postalCode?.value);
  };
  const fromClaim = (subject: ClaimSubject | null): void => {
    add('name', subject?.name?.value);
    add('birth date', subject?.birthDate?.value);
    add('insured symbol', subject?.insurance?.symbol?.value);
    add('insured number', subject?.insurance?.number?.value);
    add('address', subject?.address?.value);
    add('postal code', subject?.postalCode?.value);
  };
  const { root } = parsed;
  if (root.name === 'checkupClaim') return fromClaim(readCheckupClaim(root).subject);
  if (root.name === 'healthGuidanceClaim') return fromClaim(readGuidanceClaim(root).subject);
  if (root.name !== 'ClinicalDocument') return;
  if (root.child('code')?.attribute('code')?.startsWith('2') === true) {
    return fromHeader(readGuidanceReport(root).header);
  }
  const report = readCheckupReport(root);
  fromHeader(report.header);
  for (const item of report.items) {
    if (item.type === 'ST') add('result', item.value);
    add('doctor', item.authorName?.value);
  }
}

function note(into: PersonalValues, kind: string, value: string | undefined): void {
  const text = value?.trim() ?? '';
  for (const form of new Set([text, toHalfWidth(text)])) {
    const isDigits = /^[\d-]+$/.test(form);
    if (isDigits ? form.replaceAll('-', '').length >= digitsMin : [...form].length >= textCharactersMin) {
      into.set(form, kind);
    }
  }
}

function toHalfWidth(text: string): string {
  return text.normalize('NFKC');
}
