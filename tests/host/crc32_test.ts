import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { crc32 as zlibs } from "node:zlib";
import { crc32 } from "../../lib/host/crc32.ts";

Deno.test("the CRC-32 of any bytes, in one piece or two, is zlib's", () => {
  const property = fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, at) => {
    assertEquals(crc32(bytes), zlibs(bytes));
    assertEquals(crc32(bytes.subarray(at), crc32(bytes.subarray(0, at))), zlibs(bytes));
  });
  fc.assert(property, { seed: 7 });
});
