import {
  Controller,
  Get,
  Header,
  Inject,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  StreamableFile,
} from '@nestjs/common';
import { Allow, type Caller, CurrentCaller } from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { readEntry } from '@daiko/exchange-format';
import type { InspectionSettings } from '@daiko/inspection-rules';
import { UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import { INSPECTION_SETTINGS } from '../inspection.tokens.js';
import { questionNotFound } from '../problems.js';
import { OpenArchives } from '../submission/open-archives.js';
import { findSubmission } from '../submission/submission.store.js';
import { isOpenFor } from './question.store.js';
import { RecordIndexPipe } from './record-index.js';
import { markAct } from './settle-query.js';

/** The two files of a record. */
const documents = { result: 'result', claim: 'claim' } as const;
type RecordDocument = keyof typeof documents;

/** A file of a record that was judged cannot be read any more: a fault of ours or of the store. */
class DocumentUnreadable extends Error {
  override name = 'DocumentUnreadable';
}

/** 確認依頼の書類: the files of a record as they were received, for its insurer and only while its question is open. */
@Controller('v1/queries')
export class QuestionDocumentsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly archives: OpenArchives,
    @Inject(INSPECTION_SETTINGS) private readonly settings: InspectionSettings,
  ) {}

  @Get(':submissionId/:index/documents/:document')
  @Header('Cache-Control', 'no-store')
  @Allow('question:read')
  async read(
    @Param('submissionId', ParseUUIDPipe) submissionId: string,
    @Param('index', RecordIndexPipe) index: number,
    @Param('document', new ParseEnumPipe(documents)) document: RecordDocument,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    // What is another insurer's does not exist for this one.
    const isOpen = await isOpenFor(this.database, caller.number, submissionId, index);
    const submission = isOpen ? await findSubmission(this.database, submissionId) : null;
    if (submission === null) throw new Problem(questionNotFound, { submissionId, index });
    const { source, directory } = await this.archives.get(submission);
    const location = directory.record(index)[document];
    if (location === null) throw new DocumentUnreadable(`${submissionId}/${index}: no ${document}`);
    const answer = await readEntry(source, location, this.settings.limits);
    if (!answer.ok) throw new DocumentUnreadable(`${submissionId}/${index}: ${answer.defect.code}`);
    // The mark of the reading commits before the first byte leaves.
    await this.unitOfWork.run(async (tx) => markAct(tx, caller, 'question:read', submissionId, index));
    const name = location.path.slice(location.path.lastIndexOf('/') + 1);
    return new StreamableFile(answer.bytes, {
      type: 'application/xml',
      disposition: `attachment; filename="${name}"`,
    });
  }
}
