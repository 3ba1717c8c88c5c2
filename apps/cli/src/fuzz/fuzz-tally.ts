import type { Answer } from './watched-judge.js';

/** What a run counts. */
export class FuzzTally {
  private judged = 0;
  private bytes = 0;
  private cpuMs = 0;
  private passed = 0;
  private peakBytes = 0;
  private slowest = { number: 0, cpuMs: 0, wallMs: 0 };

  add(answer: Answer, inputBytes: number): void {
    this.judged++;
    this.bytes += inputBytes;
    this.cpuMs += answer.cpuMs;
    if (answer.code === 0) this.passed++;
    this.peakBytes = Math.max(this.peakBytes, answer.peakBytes);
    if (answer.cpuMs > this.slowest.cpuMs) this.slowest = answer;
  }

  /** One line for people. */
  line(elapsedMs: number): string {
    const { judged, bytes, cpuMs, passed, peakBytes, slowest } = this;
    const rate = judged / (elapsedMs / 1000 || 1);
    return [
      `${judged} inputs (${passed} accepted, ${judged - passed} returned or refused)`,
      `${(bytes / 1e6).toFixed(0)} MB`,
      `${rate.toFixed(0)}/s`,
      `${(cpuMs / Math.max(1, judged)).toFixed(1)} ms of the processor each`,
      `slowest ${Math.round(slowest.cpuMs)} ms (input ${slowest.number}, ${Math.round(slowest.wallMs)} ms by the clock)`,
      `memory at most ${Math.round(peakBytes / 1e6)} MB`,
    ].join(', ');
  }
}
