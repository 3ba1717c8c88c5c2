import type { CdaSection } from '@daiko/exchange-format';

/** Sections of a checkup (.1010). */
const checkupSections = new Set(['01010', '01020', '01030', '01040', '01060', '01090', '01990']);

/** Sections of a guidance record. */
const guidanceSections = new Set([
  ...['90010', '90020', '90030', '90040', '90050', '90060', '90070', '90080'],
]);

/** True for a section that a checkup or a guidance record may have. */
export function isSectionOf(code: string, isGuidance: boolean): boolean {
  return (isGuidance ? guidanceSections : checkupSections).has(code);
}

/** True where a section of a checkup has no code or one that a checkup does not know (X013). */
export function hasWrongSection(sections: readonly CdaSection[]): boolean {
  return sections.some(({ code }) => code === null || !checkupSections.has(code.value));
}
