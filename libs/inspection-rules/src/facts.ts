import { type DetailGroup, detailGroupsOf } from './detail-groups.js';
import { type FreeText, freeTextsOf } from './free-texts.js';
import { type Judgements, judgementsOf } from './judgement/judgements.js';
import { type PressureReadings, pressureReadingsOf } from './pressure-readings.js';
import { RecordReading } from './record-reading.js';

/** Facts of one record that several rules ask for: what it says, and what follows from that, computed once. */
export class PairFacts extends RecordReading {
  private knownGroups: readonly DetailGroup[] | null = null;
  private knownTexts: readonly FreeText[] | null = null;
  private knownPressures: PressureReadings | null = null;
  private knownJudgements: Judgements | null = null;

  /** Groups of 詳細な健診 of which the record has anything. */
  get detailGroups(): readonly DetailGroup[] {
    return (this.knownGroups ??= detailGroupsOf(this));
  }

  /** メタボリックシンドローム判定 and 保健指導レベル recomputed from the results. */
  get judgements(): Judgements {
    return (this.knownJudgements ??= judgementsOf(this));
  }

  /** Every text that people write, of both files. */
  get freeTexts(): readonly FreeText[] {
    return (this.knownTexts ??= freeTextsOf(this));
  }

  /** The readings of the blood pressure: その他, 2回目, 1回目. */
  get pressures(): PressureReadings {
    return (this.knownPressures ??= pressureReadingsOf(this));
  }
}
