import { checkupDefects } from './checkup-defects.js';
import type { NamedDefect } from './defect.js';
import { guidanceDefects } from './guidance-defects.js';
import { resultDefects } from './result-defects.js';
import { archiveDefects, sharedDefects } from './shared-defects.js';

const all = { ...checkupDefects, ...resultDefects, ...sharedDefects, ...guidanceDefects, ...archiveDefects };

/** Name of a defect. */
export type DefectName = keyof typeof all;

/** Every defect by name, with the rule it must fire and the verdict it must bring. */
export const namedDefects: Readonly<Record<DefectName, NamedDefect>> = all;
