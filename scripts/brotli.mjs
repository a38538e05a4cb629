// What brotli makes of a file at its best quality: what hosts send, and what the budget is counted in.
import { brotliCompressSync, constants } from "node:zlib";

export const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
