import { Buffer } from 'node:buffer';
import { constants, createInflateRaw } from 'node:zlib';

/**
 * What Node's streams of zlib themselves work by. To make a stream for each entry costs more than to expand it, and no
 * documented call uses one again; where a Node has this no more, every entry gets a stream of its own.
 */
interface Engine {
  readonly destroyed: boolean;
  readonly _handle: {
    reset(): void;
    writeSync(
      flush: number,
      ...parts: [
        input: Uint8Array,
        from: number,
        length: number,
        output: Uint8Array,
        to: number,
        room: number,
      ]
    ): void;
  };
  /** Room left in the output, and bytes of the input not taken. */
  readonly _writeState: Uint32Array;
}

let engine: Engine | null | undefined;

/**
 * Expands a raw deflate stream that ends where `compressed` ends and holds exactly `size` bytes. Null for any other, and
 * where this Node has no such engine: `inflateRawSync` then says what it is.
 */
export function inflateWhole(compressed: Uint8Array, size: number): Uint8Array | null {
  if (engine === undefined || engine?.destroyed === true) engine = openEngine();
  return engine === null ? null : expand(engine, compressed, size);
}

/** Memory is taken for many entries at once: each block of its own costs more than to fill it. */
const BLOCK_BYTES = 256 * 1024;
let block = Buffer.alloc(0);
let taken = 0;

function expand({ _handle, _writeState }: Engine, compressed: Uint8Array, size: number): Uint8Array | null {
  const room = size + 1;
  if (taken + room > block.length) {
    block = Buffer.allocUnsafeSlow(Math.max(room, BLOCK_BYTES));
    taken = 0;
  }
  _writeState.fill(0);
  _handle.reset();
  // A stream that is broken or does not end destroys the engine.
  _handle.writeSync(constants.Z_FINISH, compressed, 0, compressed.length, block, taken, room);
  if (_writeState[0] !== 1 || _writeState[1] !== 0) return null;
  taken += size;
  return block.subarray(taken - size, taken);
}

function openEngine(): Engine | null {
  const opened = createInflateRaw();
  opened.on('error', () => undefined);
  const candidate = opened as unknown as Partial<Engine>;
  const { _handle, _writeState } = candidate;
  const isKnown =
    typeof _handle?.reset === 'function' &&
    typeof _handle.writeSync === 'function' &&
    ArrayBuffer.isView(_writeState);
  return isKnown && tellsTheTruth(candidate as Engine) ? (candidate as Engine) : null;
}

/** The letter a, deflated: what comes out of it twice shows that the engine is what it seems. */
const sample = Buffer.from('4b0400', 'hex');

function tellsTheTruth(candidate: Engine): boolean {
  const first = expand(candidate, sample, 1);
  return (
    first?.[0] === 97 && expand(candidate, sample, 1)?.[0] === 97 && expand(candidate, sample, 0) === null
  );
}
