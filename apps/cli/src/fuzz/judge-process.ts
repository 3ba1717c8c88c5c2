// The process that judges fuzzed inputs: one message an input, one answer an input.
import { faultOf, judgeInput } from './judge-input.js';
import type { Answer, Question } from './watched-judge.js';

process.on('message', (question: Question) => void answer(question));
// A parent that is gone asks no more.
process.on('disconnect', () => process.exit(0));

async function answer({ path, number }: Question): Promise<void> {
  const started = performance.now();
  const before = process.cpuUsage();
  let code = 2;
  let fault: string | null = null;
  try {
    code = await judgeInput(path, number);
  } catch (error) {
    fault = faultOf(error);
    if (fault === null) code = 1;
  }
  const { user, system } = process.cpuUsage(before);
  const figures = { wallMs: performance.now() - started, cpuMs: (user + system) / 1000 };
  const message: Answer = {
    number,
    code,
    fault,
    ...figures,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
  process.send?.(message);
}
