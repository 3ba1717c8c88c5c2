export type { ArchiveContext } from './archive-facts.js';
export { catalogue } from './catalogue.js';
export { compareFindings, type Finding, type ReturnReason, toFindingMark } from './finding.js';
export { type DeskReport, inspectDesk } from './inspect-desk.js';
export {
  duplicateFinding,
  malwareFinding,
  repeatedContentFinding,
  repeatedNameFinding,
} from './memory-findings.js';
export type { Rule, RuleOf, Subject } from './rule.js';
export { type Band, DEFAULT_SETTINGS_VERSION, defaultSettings, type InspectionSettings } from './settings.js';
