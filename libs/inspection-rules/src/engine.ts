import type { Bilingual, Severity } from '@daiko/contracts';
import { itemByCode } from '@daiko/exchange-format';
import { compareFindings, type Finding } from './finding.js';
import { type FileOfRoot, type Place, writePlace } from './place.js';
import type {
  AppliesTo,
  FactsOf,
  MessageValues,
  Report,
  ReportDetails,
  Rule,
  RuleOf,
  Subject,
  SubjectValues,
} from './rule.js';
import type { InspectionSettings } from './settings.js';
import type { Severities } from './severities.js';

/** Day whose table names the items in messages. */
const NAMES_AS_OF = '20240401';
/** Findings one rule may make on one record or archive; a hostile file gets no further. */
const FINDINGS_OF_A_RULE_MAX = 50;

/** Gathers what the rules find on one archive or record. */
export class FindingCollector {
  readonly findings: Finding[] = [];
  /** Ids of rules that threw: a fault of ours, so the record is held. */
  readonly faults: string[] = [];
  private readonly counts = new Map<string, number>();

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
    const count = (this.counts.get(rule) ?? 0) + 1;
    this.counts.set(rule, count);
    if (count <= FINDINGS_OF_A_RULE_MAX) this.findings.push(make());
  }

  hasSeverity(severity: Severity): boolean {
    return this.findings.some((finding) => finding.severity === severity);
  }

  /** Findings in report order, capped. */
  sorted(max: number): Finding[] {
    return this.findings.sort(compareFindings).slice(0, max);
  }
}

/** A rule with the report it is handed: made once, since rules run millions of times. */
interface PreparedRule {
  readonly rule: Rule;
  readonly report: Report;
}

/** Runs the rules of a catalogue, one subject at a time; knows nothing of any rule. */
export class Engine {
  private readonly selections = new Map<Severities, Map<string, readonly PreparedRule[]>>();
  private collector: FindingCollector | null = null;

  constructor(
    private readonly rules: readonly Rule[],
    private readonly settings: InspectionSettings,
  ) {}

  /** Runs the rules on `subject` that apply to one of the kinds of file, at a level. */
  run<S extends Subject>(
    subject: S,
    level: number,
    kinds: readonly AppliesTo[],
    value: SubjectValues[S],
    facts: FactsOf<S>,
    collector: FindingCollector,
  ): void {
    this.runEach(subject, level, kinds, [value], facts, collector);
  }

  /** The same for many subjects of one record. */
  runEach<S extends Subject>(
    subject: S,
    level: number,
    kinds: readonly AppliesTo[],
    values: readonly SubjectValues[S][],
    facts: FactsOf<S>,
    collector: FindingCollector,
  ): void {
    const rules = this.select(subject, level, kinds, collector.severities ?? this.settings.severities);
    this.collector = collector;
    for (const value of values) {
      for (const { rule, report } of rules) {
        try {
          (rule as unknown as RuleOf<S>).check(value, facts, report);
        } catch {
          collector.faults.push(rule.id);
        }
      }
    }
    this.collector = null;
  }

  private select(
    subject: Subject,
    level: number,
    kinds: readonly AppliesTo[],
    severities: Severities,
  ): readonly PreparedRule[] {
    let known = this.selections.get(severities);
    if (known === undefined) this.selections.set(severities, (known = new Map()));
    const key = `${subject} ${level} ${kinds.join()}`;
    let selection = known.get(key);
    if (selection === undefined) {
      const rules = this.rules.filter(
        (rule) =>
          rule.subject === subject &&
          rule.level === level &&
          kinds.some((kind) => rule.appliesTo.includes(kind)) &&
          overrideOf(rule, severities) !== 'off',
      );
      selection = rules.map((rule) => ({ rule, report: this.reportOf(rule) }));
      known.set(key, selection);
    }
    return selection;
  }

  private reportOf(rule: Rule): Report {
    return (place, details = {}) => {
      const { collector } = this;
      collector?.add(rule.id, () => this.findingOf(rule, place, details, collector));
    };
  }

  private findingOf(rule: Rule, place: Place, details: ReportDetails, collector: FindingCollector): Finding {
    const { archiveLevel } = collector;
    const severities = collector.severities ?? this.settings.severities;
    const severity = overrideOf(rule, severities) ?? details.severity ?? rule.severity;
    const refuses = archiveLevel !== null && severity === 'return';
    return findingOf(rule, {
      level: archiveLevel ?? rule.level,
      severity: refuses ? 'refuse' : (severity as Severity),
      isOfArchive: archiveLevel !== null,
      place: writePlace(place, collector.fileOfRoot),
      details,
    });
  }
}

function overrideOf(rule: Rule, severities: Severities): Severity | 'off' | undefined {
  return rule.isFixed === true ? undefined : severities[rule.id];
}

/** Writes a finding of a rule; the engine's, and those of rules that need a scanner or a memory. */
export function findingOf(
  rule: Rule,
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
    message: filled(rule.message, values),
    remedy: filled(rule.remedy, values),
  };
}

const emptyValue = { ja: 'が「{value}」です', en: 'is "{value}"' } as const;
const emptyWords = { ja: 'が記録されていません', en: 'is not recorded' } as const;

/** Name of an item in the table of today, whatever the date of the record; else the word for any. */
function itemNameOf(code: string): Bilingual {
  const name = itemByCode(code, NAMES_AS_OF)?.name;
  return name === undefined ? { ja: '項目', en: 'item' } : { ja: name, en: name };
}

function filled(template: Bilingual, values: MessageValues): Bilingual {
  return { ja: fillIn(template.ja, values, 'ja'), en: fillIn(template.en, values, 'en') };
}

function fillIn(template: string, values: MessageValues, language: keyof Bilingual): string {
  if (!template.includes('{')) return template;
  // What is empty is said to be: 「」 would leave people to guess.
  const said = values.value === '' ? template.replace(emptyValue[language], emptyWords[language]) : template;
  return said.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
