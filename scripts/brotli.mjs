import { brotliCompressSync, constants } from "node:zlib";

/**
 * Compresses with brotli at its best quality: what hosts send, and what the size budget counts.
 *
 * @param {Buffer} bytes
 */
export const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
