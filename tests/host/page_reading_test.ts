/** A reader's own files in a page: the same code reads them, with the page's files below. */
import { assertEquals, assertRejects } from "@std/assert";
import { DataError } from "../../lib/data/errors.ts";
import { readDigits } from "../../lib/data/read_digits.ts";
import { page } from "../../lib/host/page.ts";
import { loadParameters } from "../../lib/saving/load_parameters.ts";
import networks from "../saving/fixtures/networks.json" with { type: "json" };
import made from "../data/fixtures/variants.json" with { type: "json" };

const variants = new URL("../data/fixtures/variants/", import.meta.url);

Deno.test("a page reads what a reader has chosen: packed, of another layout, and original files", async () => {
  const put = (name: string) => page.files.put(name, Deno.readFileSync(new URL(name, variants)));
  put("index.csv.gz");
  const { labels, X } = await readDigits("index.csv.gz", { columns: ["skip", "label", "pixels"] });
  assertEquals([...labels!], made.labels);
  assertEquals(X.pixels!.image(5).toHex(), made.pixels[5]);
  await assertRejects(() => readDigits("index.csv.gz"), DataError, '["skip", "label", "pixels"]');

  put("digits-images-idx3-ubyte.gz");
  put("digits-labels-idx1-ubyte.gz");
  assertEquals([...(await readDigits("digits-images-idx3-ubyte.gz")).labels!], made.labels);

  const { file, W1 } = networks["PyTorch's fc1 and fc2"];
  page.files.put("network.safetensors", Uint8Array.fromBase64(file));
  assertEquals((await loadParameters("network.safetensors")).W1.toArray(), W1);
});
