export { definition } from './main.js';
export {
  ensureReceiptKey,
  readReceiptKeys,
  type ReceiptKeySet,
  rotateReceiptKey,
} from './receipt/receipt-keys.js';
export { isReceiptNumber } from './receipt/receipt-number.js';
export type { ReceiptClaims } from './receipt/sign-receipt.js';
