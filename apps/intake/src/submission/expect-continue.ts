import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/**
 * `Expect: 100-continue`: a sender that waits with its body is told to go on only after the headers, its credential and our parts
 * have been found good; otherwise it gets the refusal and never sends the body.
 */
@Injectable()
export class ExpectContinue implements OnModuleInit {
  private readonly waiting = new WeakSet<IncomingMessage>();

  constructor(private readonly adapterHost: HttpAdapterHost) {}

  onModuleInit(): void {
    const server = this.adapterHost.httpAdapter.getHttpServer() as Server;
    server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
      if (request.url?.split('?')[0] === '/v1/submissions') this.waiting.add(request);
      else response.writeContinue();
      server.emit('request', request, response);
    });
  }

  /** Asks for the body, where the sender waits. */
  proceed(request: IncomingMessage, response: ServerResponse): void {
    if (this.waiting.delete(request)) response.writeContinue();
  }
}
