import { Allow, type Caller, CurrentCaller } from '@daiko/access';
import { SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IntakeConfig } from '../config.js';
import { ExpectContinue } from './expect-continue.js';
import { Readiness } from './readiness.js';
import { type Received, ReceiveSubmission } from './receive-submission.js';
import { stallMs } from './stream-upload.js';
import { receivedView } from './submission-view.js';
import { openUpload, readUploadHeaders } from './upload-request.js';
import { UploadSlots } from './upload-slots.js';

/** The door for archives. */
@Controller('v1/submissions')
export class SendSubmissionController {
  constructor(
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext<IntakeConfig>,
    private readonly receiving: ReceiveSubmission,
    private readonly readiness: Readiness,
    private readonly expectContinue: ExpectContinue,
    private readonly slots: UploadSlots,
  ) {}

  /** 201 with the receipt, 200 where the same was received before, 422 with all findings. */
  @Post()
  @Allow('submission:send')
  async send(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { uploadBytesMax } = caller.limits;
    const bytesMax = Math.min(uploadBytesMax, this.context.config.DAIKO_INTAKE_UPLOAD_BYTES_MAX);
    const headers = readUploadHeaders(request.raw, bytesMax);
    await this.readiness.check();
    const received = await this.slots.run(caller, () =>
      this.receive(caller, request, reply, headers, bytesMax),
    );
    const { receiptNumber } = received.submission;
    void reply.code(received.isNew ? 201 : 200).header('location', `/v1/submissions/${receiptNumber}`);
    return receivedView(received);
  }

  private async receive(
    sender: Caller,
    request: FastifyRequest,
    reply: FastifyReply,
    headers: ReturnType<typeof readUploadHeaders>,
    bytesMax: number,
  ): Promise<Received> {
    this.expectContinue.proceed(request.raw, reply.raw);
    const upload = await openUpload(request.raw, headers, stallMs);
    const { idempotencyKey } = headers;
    return this.receiving.receive({ ...upload, idempotencyKey, sender, channel: 'https' }, bytesMax);
  }
}
