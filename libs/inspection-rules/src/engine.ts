import type { Bilingual, Severity } from '@daiko/contracts';
import { foldAlike } from './alike-findings.js';
import type { AppliesTo } from './document-facts.js';
import { compareFindings, type Finding } from './finding.js';
import { type FileOfRoot, type Place, writePlace } from './place.js';
import type {
  FactsOf,
  MessageValues,
  Report,
  ReportDetails,
  Rule,
  RuleOf,
  Subject,
  SubjectValues,
} from './rule.js';
import { currentItem } from './item-names.js';
import type { InspectionSettings } from './settings.js';
import type { Severities } from './severities.js';
import { showUnseen } from './unseen-writing.js';

/** Findings one rule may make on one record or archive; a hostile file gets no further. */
const FINDINGS_OF_A_RULE_MAX = 50;

/** Gathers what the rules find on one archive or record. */
export class FindingCollector {
  readonly findings: Finding[] = [];
  /** Ids of rules that threw: a fault of ours, so the record is held. */
  readonly faults: string[] = [];
  /** Reports and faults so far, those beyond a rule's share among them. */
  eventCount = 0;
  /** Findings by rule, those beyond a rule's share among them; null before the first. */
  private counts: Map<string, number> | null = null;

  constructor(
    readonly fileOfRoot: FileOfRoot,
    /** For ix08 and su08: what would return a record refuses the archive, at this level. */
    readonly archiveLevel: number | null = null,
    /** Severities of one record; null where those of the settings hold. */
    public severities: Severities | null = null,
  ) {}

  get hasFault(): boolean {
    return this.faults.length > 0;
  }

  /** Keeps a finding unless its rule has made its share already. */
  add(rule: string, make: () => Finding): void {
    this.eventCount++;
    const counts = (this.counts ??= new Map());
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    if (count <= FINDINGS_OF_A_RULE_MAX) this.findings.push(make());
  }

  fail(rule: string): void {
    this.eventCount++;
    this.faults.push(rule);
  }

  hasSeverity(severity: Severity): boolean {
    return this.findings.some((finding) => finding.severity === severity);
  }

  /** Findings on one record in report order, what is said of many items said once; capped. */
  folded(max: number): Finding[] {
    return foldAlike(this.findings, this.counts).sort(compareFindings).slice(0, max);
  }

  /** Findings in report order, capped. */
  sorted(max: number): Finding[] {
    return this.findings.sort(compareFindings).slice(0, max);
  }
}

/** What findings are written by: a rule of any subject. */
type RuleHead = Omit<Rule, 'check' | 'subject'>;

/** A rule with the report it is handed: made once, since rules run millions of times. */
interface PreparedRule<S extends Subject> {
  readonly id: string;
  readonly check: RuleOf<S>['check'];
  readonly report: Report;
}

/** Runs the rules of a catalogue, one subject at a time; knows nothing of any rule. */
export class Engine {
  constructor(
    private readonly rules: readonly Rule[],
    private readonly settings: InspectionSettings,
  ) {}

  /** The rules on a subject, at a level, that apply to one of the kinds of file. */
  step<S extends Subject>(subject: S, level: number, kinds: readonly AppliesTo[]): Step<S> {
    const rules = this.rules.filter(
      (rule) =>
        rule.subject === subject &&
        rule.level === level &&
        kinds.some((kind) => rule.appliesTo.includes(kind)),
    );
    return new Step(rules as unknown as readonly RuleOf<S>[], this.settings.severities);
  }
}

/** Rules that are run together; prepared once for each set of severities. */
export class Step<S extends Subject> {
  private readonly prepared = new Map<Severities, readonly PreparedRule<S>[]>();
  private collector: FindingCollector | null = null;

  constructor(
    private readonly rules: readonly RuleOf<S>[],
    /** Severities of records that have none of their own. */
    readonly severities: Severities,
  ) {}

  /** Without the rules that have nothing to do with values of a type. */
  ofType(type: string): Step<S> {
    return new Step(
      this.rules.filter(({ types }) => types?.includes(type) ?? true),
      this.severities,
    );
  }

  run(value: SubjectValues[S], facts: FactsOf<S>, collector: FindingCollector): void {
    const severities = collector.severities ?? this.severities;
    const rules = this.prepared.get(severities) ?? this.prepare(severities);
    this.collector = collector;
    // Run hundreds of times a record: nothing is made here, not even an iterator.
    for (let at = 0; at < rules.length; at++) {
      const { id, check, report } = rules[at]!;
      try {
        check(value, facts, report);
      } catch {
        collector.fail(id);
      }
    }
    this.collector = null;
  }

  private prepare(severities: Severities): readonly PreparedRule<S>[] {
    const rules = this.rules
      .filter((rule) => overrideOf(rule, severities) !== 'off')
      .map((rule) => ({ id: rule.id, check: rule.check, report: this.reportOf(rule, severities) }));
    this.prepared.set(severities, rules);
    return rules;
  }

  private reportOf(rule: RuleOf<S>, severities: Severities): Report {
    return (place, details = {}) => {
      const { collector } = this;
      collector?.add(rule.id, () => findingIn(collector, rule, severities, place, details));
    };
  }
}

function findingIn(
  { archiveLevel, fileOfRoot }: FindingCollector,
  rule: RuleHead,
  severities: Severities,
  place: Place,
  details: ReportDetails,
): Finding {
  const severity = overrideOf(rule, severities) ?? details.severity ?? rule.severity;
  const refuses = archiveLevel !== null && severity === 'return';
  return findingOf(rule, {
    level: archiveLevel ?? rule.level,
    severity: refuses ? 'refuse' : (severity as Severity),
    isOfArchive: archiveLevel !== null,
    place: writePlace(place, fileOfRoot),
    details,
  });
}

function overrideOf(rule: RuleHead, severities: Severities): Severity | 'off' | undefined {
  return rule.isFixed === true ? undefined : severities[rule.id];
}

/** Writes a finding of a rule; the engine's, and those of rules that need a scanner or a memory. */
export function findingOf(
  rule: RuleHead,
  found: {
    level?: number;
    severity?: Severity;
    isOfArchive?: boolean;
    place: { file: string | null; line: number | null; xpath: string | null };
    details?: ReportDetails;
  },
): Finding {
  const { place, details = {} } = found;
  const value = details.value === undefined || details.value === null ? null : String(details.value);
  const expected =
    details.expected === undefined || details.expected === null ? null : String(details.expected);
  const values = {
    itemName: itemNameOf(details.item ?? ''),
    value: value ?? '',
    expected: expected ?? '',
    item: details.item ?? '',
    ...details.values,
  };
  return {
    rule: rule.id,
    level: found.level ?? rule.level,
    severity: found.severity ?? details.severity ?? rule.severity,
    returnReason: found.isOfArchive === true ? null : (details.returnReason ?? rule.returnReason),
    file: place.file,
    line: place.line,
    xpath: place.xpath,
    item: details.item ?? null,
    value,
    expected,
    message: showUnseen(filled(rule.message, values), value, rule.isOfFullWidth === true),
    remedy: filled(rule.remedy, values),
  };
}

const emptyValue = { ja: 'が「{value}」です', en: 'is "{value}"' } as const;
const emptyWords = { ja: 'が記録されていません', en: 'is not recorded' } as const;

/** Name of an item; of an unknown one the word for any. */
function itemNameOf(code: string): Bilingual {
  const name = currentItem(code)?.name;
  return name === undefined ? { ja: '項目', en: 'item' } : { ja: name, en: name };
}

function filled(template: Bilingual, values: MessageValues): Bilingual {
  return { ja: fillIn(template.ja, values, 'ja'), en: fillIn(template.en, values, 'en') };
}

function fillIn(template: string, values: MessageValues, language: keyof Bilingual): string {
  if (!template.includes('{')) return template;
  // What is empty is said to be: 「」 would leave people to guess.
  const said = values.value === '' ? template.replace(emptyValue[language], emptyWords[language]) : template;
  const sentence = said.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
  return said.startsWith('{') ? sentence.replace(leadingWord, capitalised) : sentence;
}

/** A word in small letters that a sentence begins with; names such as eGFR or of a file are none. */
const leadingWord = /^[a-z]+(?=[ ,:])/;
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
