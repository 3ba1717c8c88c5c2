import type { RuleTexts } from './return-list.js';

/** Title and remedy of every rule of the catalogue. */
export const ruleTexts: RuleTexts = new Map();
