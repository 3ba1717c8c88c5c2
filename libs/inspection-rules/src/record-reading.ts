import {
  type CalendarDate,
  type CdaHeader,
  type CheckupClaim,
  type CheckupItem,
  type CheckupItemDefinition,
  type CheckupReport,
  type Exchange,
  type GuidanceClaim,
  type GuidanceReport,
  itemTableOn,
  type ItemState,
  oids,
  parseCalendarDate,
  readCheckupClaim,
  readCheckupReport,
  readGuidanceClaim,
  readGuidanceReport,
} from '@daiko/exchange-format';
import type { DocumentFacts } from './document-facts.js';
import { meantCodesOf } from './meant-codes.js';
import { isDoubtful } from './number-soundness.js';
import { type ArchiveFrame, type Facts, FOURTH_PERIOD_START, type ItemFacts } from './frame.js';
import { GuidanceFacts } from './guidance-facts.js';
import { type Identity, identityOfClaim, identityOfResult } from './identity.js';
import { guidanceItemCodes, itemCodes } from './item-codes.js';
import { itemNamed } from './item-names.js';
import { type ItemNotes, notesOf } from './item-notes.js';
import { RecordItems } from './record-items.js';
import type { InsurerTerms } from './insurer-terms.js';
import { termsFor } from './terms-for.js';
import type { Circumstances } from './setting-scope.js';
import type { InspectionSettings } from './settings.js';

/** Numbers that judgements are computed from. */
const judgedSets: readonly (readonly string[])[] = [
  itemCodes.bmi,
  itemCodes.waist,
  itemCodes.visceralFat,
  itemCodes.glucoseFasting,
  itemCodes.hba1c,
  itemCodes.glucoseRandom,
  itemCodes.triglycerideFasting,
  itemCodes.triglycerideRandom,
  itemCodes.hdl,
  itemCodes.systolic,
  itemCodes.diastolic,
];

/** Answers that judgements are computed from. */
const judgedAnswers: readonly (readonly string[])[] = [
  itemCodes.medicationPressure,
  itemCodes.medicationGlucose,
  itemCodes.medicationLipid,
  itemCodes.smoking,
];

/** No person was born before this day (I014). */
const FIRST_BIRTH = '19000101';
/** Unknown item codes of one record beyond these are not guessed at. */
const MEANT_MAX = 50;

/** What the two files of a record say, each thing read once. */
export class RecordReading implements Facts, ItemFacts {
  readonly date: CalendarDate;
  readonly settings: InspectionSettings;
  readonly submissionDate: CalendarDate | null;
  readonly exchange: Exchange | null;
  readonly senderNumber: string | null;
  readonly receiverNumber: string | null;
  readonly checkup: CheckupReport | null;
  readonly guidance: GuidanceReport | null;
  readonly checkupClaim: CheckupClaim | null;
  readonly guidanceClaim: GuidanceClaim | null;
  readonly resultIdentity: Identity | null;
  readonly claimIdentity: Identity | null;
  /** プログラム種別 as written; '' when missing. */
  readonly programme: string;
  /** 健診実施年月日, or for guidance the date of its service event; null when missing or no date. */
  readonly serviceDate: CalendarDate | null;
  /** Date of the checkup: of the record itself, or the one a guidance record names. */
  readonly checkupDate: CalendarDate | null;
  readonly birthDate: CalendarDate | null;
  /** The same, null also where it cannot be (I014). */
  readonly plausibleBirthDate: CalendarDate | null;
  readonly period: 'third' | 'fourth';
  /** What the record is, for settings of insurer, kind and period. */
  readonly circumstances: Circumstances;
  /** What the insurer of the record wants. */
  readonly terms: InsurerTerms;
  private arrangedGuidance: GuidanceFacts | null = null;
  private knownItems: RecordItems | null = null;
  private knownDoubt: boolean | null = null;
  private meantCodes: Map<string, readonly string[]> | null = null;
  /** Item table on the day of the checkup. */
  private readonly table: ReadonlyMap<string, CheckupItemDefinition>;

  constructor(
    frame: ArchiveFrame,
    readonly isGuidance: boolean,
    readonly resultFile: DocumentFacts | null,
    readonly claimFile: DocumentFacts | null,
  ) {
    this.date = frame.date;
    this.settings = frame.settings;
    this.submissionDate = frame.submissionDate;
    this.exchange = frame.exchange;
    this.senderNumber = frame.senderNumber;
    this.receiverNumber = frame.receiverNumber;
    const result = readableRoot(resultFile);
    const claim = readableRoot(claimFile);
    this.checkup = isGuidance || result === null ? null : readCheckupReport(result);
    this.guidance = isGuidance && result !== null ? readGuidanceReport(result) : null;
    this.checkupClaim = isGuidance || claim === null ? null : readCheckupClaim(claim);
    this.guidanceClaim = isGuidance && claim !== null ? readGuidanceClaim(claim) : null;
    const { header, claim: read } = this;
    this.resultIdentity =
      header === null
        ? null
        : identityOfResult(header, isGuidance ? header.guidanceTicket : header.checkupTicket);
    this.claimIdentity = read === null ? null : identityOfClaim(read);
    this.programme = header?.serviceEvent?.code?.value ?? '';
    this.serviceDate = parseCalendarDate(header?.serviceEvent?.date?.value ?? '');
    this.checkupDate = isGuidance ? this.namedCheckupDate() : this.serviceDate;
    this.table = itemTableOn(this.serviceDate ?? frame.date);
    this.period = (this.serviceDate ?? frame.date) < FOURTH_PERIOD_START ? 'third' : 'fourth';
    const birth = this.resultIdentity?.birthDate ?? this.claimIdentity?.birthDate;
    this.birthDate = parseCalendarDate(birth?.value ?? '');
    const last = this.checkupDate ?? this.serviceDate ?? this.date;
    const isPossible = this.birthDate !== null && this.birthDate >= FIRST_BIRTH && this.birthDate <= last;
    this.plausibleBirthDate = isPossible ? this.birthDate : null;
    const insurer = (this.claimIdentity ?? this.resultIdentity)?.insurerNumber?.value ?? null;
    this.circumstances = {
      insurerNumber: insurer,
      kind: isGuidance ? '2' : '1',
      date: this.serviceDate ?? frame.date,
    };
    this.terms = termsFor(this.settings, this.circumstances);
  }

  get header(): CdaHeader | null {
    return this.checkup?.header ?? this.guidance?.header ?? null;
  }

  get claim(): CheckupClaim | GuidanceClaim | null {
    return this.checkupClaim ?? this.guidanceClaim;
  }

  /** The guidance document arranged by what was done; null for checkups, what cannot be read, and wrong sections (X013). */
  get guidanceFacts(): GuidanceFacts | null {
    return this.course?.areSectionsSound === true ? this.course : null;
  }

  /** The same whatever its sections are. */
  get course(): GuidanceFacts | null {
    if (this.guidance !== null) this.arrangedGuidance ??= new GuidanceFacts(this.guidance);
    return this.arrangedGuidance;
  }

  /** First item of a code, in the order of the document; null where there is none. */
  item(code: string): CheckupItem | null {
    return this.items.get(code);
  }

  /** The items of a checkup by what rules ask for. */
  get items(): RecordItems {
    return (this.knownItems ??= new RecordItems(this.checkup?.items ?? []));
  }

  /** First item of a set that has a value; else the first that is there at all; else null. */
  itemOf(codes: readonly string[]): CheckupItem | null {
    const { items } = this;
    let found: CheckupItem | null = null;
    for (const code of codes) {
      const item = items.get(code);
      if (item === null) continue;
      if (item.state === 'VALUE') return item;
      found ??= item;
    }
    return found;
  }

  /** State of a set: VALUE when some item of it has a value. */
  stateOf(codes: readonly string[]): ItemState {
    return this.itemOf(codes)?.state ?? 'ABSENT';
  }

  has(codes: readonly string[]): boolean {
    return this.stateOf(codes) === 'VALUE';
  }

  /** Measured number of a set, null without a value. */
  writtenNumberOf(codes: readonly string[]): number | null {
    const item = this.itemOf(codes);
    return item?.state === 'VALUE' ? item.number : null;
  }

  /** The same, null also where a rule of the item itself says that the number is wrong. */
  numberOf(codes: readonly string[]): number | null {
    const item = this.itemOf(codes);
    return item?.state !== 'VALUE' || this.isDoubtfulItem(item) ? null : item.number;
  }

  /** True where what a judgement is computed from is called wrong by a rule of its own, or the age cannot be told. */
  get hasDoubtfulInputs(): boolean {
    this.knownDoubt ??=
      this.plausibleBirthDate === null ||
      this.serviceDate === null ||
      judgedSets.some((codes) => this.hasDoubtful(codes) || this.isWithoutNumber(codes)) ||
      judgedAnswers.some((codes) => this.isMiscoded(codes)) ||
      this.isPressureTurned();
    return this.knownDoubt;
  }

  /** True where an item of a set has a number that a rule of the item itself calls wrong. */
  hasDoubtful(codes: readonly string[]): boolean {
    const item = this.itemOf(codes);
    return item !== null && this.isDoubtfulItem(item);
  }

  /** True where a measured value is written as something else than a number (V004, V009). */
  isWithoutNumber(codes: readonly string[]): boolean {
    const item = this.itemOf(codes);
    if (item === null || item.number !== null || item.mark !== null || item.negated) return false;
    return item.nullFlavor === '' ? item.valueCount > 0 : item.nullFlavor !== 'NI';
  }

  /** True where the systolic pressure is not above the diastolic one (K006). */
  private isPressureTurned(): boolean {
    const systolic = this.writtenNumberOf(itemCodes.systolic);
    const diastolic = this.writtenNumberOf(itemCodes.diastolic);
    return systolic !== null && diastolic !== null && systolic <= diastolic;
  }

  /** True where an answer is given twice, or by the code list of something else (V011, C002). */
  private isMiscoded(codes: readonly string[]): boolean {
    const item = this.itemOf(codes);
    if (item?.state !== 'VALUE') return false;
    if (item.valueCount > 1) return true;
    return item.valueCodeSystem !== '' && item.valueCodeSystem !== this.definitionOf(item)?.codeSystem;
  }

  private isDoubtfulItem(item: CheckupItem): boolean {
    const notes = this.notesOf(item);
    return (notes.doubt ??= isDoubtful(item, this));
  }

  /** Codes of the table that an unknown item code may have been meant for; none where it resembles none. */
  meantCodesOf(item: CheckupItem): readonly string[] {
    const known = (this.meantCodes ??= new Map());
    let meant = known.get(item.code);
    if (meant === undefined && known.size < MEANT_MAX) {
      meant = meantCodesOf(item.code, this.serviceDate ?? this.date);
      const named = meant.length === 0 ? this.itemNamed(item.displayName) : undefined;
      if (named !== undefined) meant = [named.code];
      known.set(item.code, meant);
    }
    return meant ?? [];
  }

  /** True where an unknown item code was meant for one of a set: V001 says so. */
  isMeant(codes: readonly string[]): boolean {
    return (
      this.checkup?.items.some(
        (item) =>
          item.codeSystem !== oids.localItem &&
          this.definitionOf(item) === undefined &&
          (codes.includes(item.code) || this.meantCodesOf(item).some((code) => codes.includes(code))),
      ) === true
    );
  }

  /** Coded answer of a set, '' without a value. */
  codeOf(codes: readonly string[]): string {
    const item = this.itemOf(codes);
    return item?.state === 'VALUE' ? item.valueCode : '';
  }

  /** Text of a set, '' without a value. */
  textOf(codes: readonly string[]): string {
    const item = this.itemOf(codes);
    return item?.state === 'VALUE' ? item.value : '';
  }

  /** Item of the standard's table on the day of the checkup; undefined for local and unknown items. */
  definitionOf(item: CheckupItem): CheckupItemDefinition | undefined {
    return this.notesOf(item).definition;
  }

  /** Item of the standard's table on the day of the checkup by its official name; undefined for any other name. */
  itemNamed(name: string): CheckupItemDefinition | undefined {
    return itemNamed(this.table, name);
  }

  private notesOf(item: CheckupItem): ItemNotes {
    const notes = notesOf(item);
    if (!notes.isKnownBy(this.table, this.settings)) {
      notes.definition = item.codeSystem === oids.checkupItem ? this.table.get(item.code) : undefined;
    }
    return notes;
  }

  private namedCheckupDate(): CalendarDate | null {
    const item = this.guidance?.items.find(({ code }) => code === guidanceItemCodes.checkupDate);
    return parseCalendarDate(item?.value ?? '');
  }
}

function readableRoot(file: DocumentFacts | null) {
  return file !== null && file.isReadable ? file.root : null;
}
