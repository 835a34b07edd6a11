/** `tables[k][n]`: what byte n does to the checksum when k more bytes follow it at once. */
const tables = Array.from({ length: 8 }, () => new Uint32Array(256));
for (let n = 0; n < 256; n++) {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  tables[0][n] = value;
}
for (let n = 0; n < 256; n++) {
  for (let k = 1; k < 8; k++) {
    const before = tables[k - 1][n];
    tables[k][n] = tables[0][before & 255] ^ (before >>> 8);
  }
}

/**
 * The CRC-32 of bytes that follow others with the CRC-32 `before`; eight bytes at once, since the data
 * has 25 million.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables;
  let value = ~before;
  let i = 0;
  for (const end = bytes.length - 7; i < end; i += 8) {
    value ^= bytes[i] | bytes[i + 1] << 8 | bytes[i + 2] << 16 | bytes[i + 3] << 24;
    value = t7[value & 255] ^ t6[value >>> 8 & 255] ^ t5[value >>> 16 & 255] ^ t4[value >>> 24] ^
      t3[bytes[i + 4]] ^ t2[bytes[i + 5]] ^ t1[bytes[i + 6]] ^ t0[bytes[i + 7]];
  }
  for (; i < bytes.length; i++) value = t0[(value ^ bytes[i]) & 255] ^ (value >>> 8);
  return ~value >>> 0;
}
