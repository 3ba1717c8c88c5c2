import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { Allow, type Caller, CurrentCaller } from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { CLOCK } from '@daiko/service';
import { lockUndecided } from '../chunk/chunk.store.js';
import {
  queryAlreadyAsked,
  queryHasNoInsurer,
  queryNotFound,
  questionAnswered,
  questionClosed,
  questionNotFound,
  reasonOfInsurerNeeded,
} from '../problems.js';
import { findSubmission } from '../submission/submission.store.js';
import { askInsurer } from './ask-insurers.js';
import type { QueryDecision } from './decide-query.js';
import { lockQuestion, type Question } from './question.store.js';
import { RecordIndexPipe } from './record-index.js';
import { ReturnReasonBody } from './return-reason.js';
import { markAct, settleAnswer } from './settle-query.js';

export class QuestionAnswerBody extends ReturnReasonBody {
  @IsIn(['accept', 'return'])
  answer!: 'accept' | 'return';
}

interface Answered {
  submissionId: string;
  index: number;
  verdict: string;
}

/** 確認依頼 to an insurer: an operator puts it, the insurer of the record answers it, each once. */
@Controller('v1/queries')
export class QuestionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @Post(':submissionId/:index/question')
  @HttpCode(201)
  @Allow('query:ask')
  async ask(
    @Param('submissionId', ParseUUIDPipe) submissionId: string,
    @Param('index', RecordIndexPipe) index: number,
    @CurrentCaller() caller: Caller,
  ): Promise<{ submissionId: string; index: number; insurerNumber: string; askedAt: string }> {
    return this.unitOfWork.run(async (tx) => {
      const open = await lockUndecided(tx, 'query', submissionId, index);
      const submission = await findSubmission(tx, submissionId);
      if (open === null || submission === null) throw new Problem(queryNotFound, { submissionId, index });
      const { insurerNumber } = open.judged;
      if (insurerNumber === null) throw new Problem(queryHasNoInsurer, { submissionId, index });
      const { kind } = submission;
      const at = this.now();
      const to = { submissionId, kind, insurerNumber, indexes: [index], askedBy: caller.partnerId, at };
      const asked = await askInsurer(tx, to);
      if (asked.length === 0) throw new Problem(queryAlreadyAsked, { submissionId, index, insurerNumber });
      markAct(tx, caller, 'query:ask', submissionId, index);
      return { submissionId, index, insurerNumber, askedAt: at.toISOString() };
    });
  }

  @Post(':submissionId/:index/answer')
  @HttpCode(200)
  @Allow('question:answer')
  async answer(
    @Param('submissionId', ParseUUIDPipe) submissionId: string,
    @Param('index', RecordIndexPipe) index: number,
    @Body() body: QuestionAnswerBody,
    @CurrentCaller() caller: Caller,
  ): Promise<Answered> {
    const decision = decisionOf(body);
    return this.unitOfWork.run(async (tx) => {
      const open = await lockUndecided(tx, 'query', submissionId, index);
      const question = await lockQuestion(tx, submissionId, index);
      // What is another insurer's does not exist for this one.
      if (question === null || question.insurerNumber !== caller.number) {
        throw new Problem(questionNotFound, { submissionId, index });
      }
      refuseClosed(question);
      const submission = await findSubmission(tx, submissionId);
      if (open === null || submission === null) throw new Problem(questionClosed, { submissionId, index });
      const decided = await settleAnswer(tx, submission, open, decision, this.now());
      markAct(tx, caller, 'question:answer', submissionId, index);
      return { submissionId, index, verdict: decided.verdict };
    });
  }
}

/** @throws {Problem} answered before, or decided by the agency meanwhile */
function refuseClosed({ submissionId, index, answer, answeredAt }: Question): void {
  if (answer === null || answeredAt === null) return;
  if (answer === 'decided-by-agency') throw new Problem(questionClosed, { submissionId, index });
  throw new Problem(questionAnswered, { submissionId, index, answer, answeredAt: answeredAt.toISOString() });
}

function decisionOf({ answer, returnReason, reason }: QuestionAnswerBody): QueryDecision {
  if (answer === 'accept') return { decision: 'release' };
  const returnText = reason?.trim() ?? '';
  if (returnReason === undefined || (returnReason === '09' && returnText === '')) {
    throw new Problem(reasonOfInsurerNeeded);
  }
  return { decision: 'return', returnReason, returnText };
}
