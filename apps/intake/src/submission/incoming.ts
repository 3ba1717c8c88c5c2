/** Who sends (送付者), as the credential or the watch folder proves it. */
export interface Sender {
  partnerId: string;
  number: string;
  credentialId: string | null;
  mayActFor: readonly string[];
  limits: { uploadBytesMax: number; uploadsConcurrentMax: number };
}

/** An archive that comes in over any channel. */
export interface Incoming {
  sender: Sender;
  channel: 'https' | 'watch-folder';
  /** Name of the ZIP, without folders. */
  fileName: string;
  body: AsyncIterable<Uint8Array>;
  /** Size in bytes where the channel knows it before. */
  sizeHintBytes: number | null;
  /** SHA-256 the sender promises (Content-Digest), hex: of the archive, or of the whole body where the archive is a part of it. */
  promise: { sha256: string; ofWholeBody?: () => Promise<string> } | null;
  idempotencyKey: string | null;
}
