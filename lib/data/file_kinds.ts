/** A kind of file that people put in another one's place. */
export interface FileKind {
  /** What it is: `"an Excel workbook"`. */
  is: string;
  /** How a CSV of digits comes from it. */
  toDigits: string;
  /** How a safetensors file comes from it. */
  toParameters: string;
}

/** A file's first bytes, and the same as text: what a kind is known by. */
interface Head {
  bytes: Uint8Array;
  text: string;
}

const again = "Download the file again.";
const unpack = "Unpack it, and name the file in it.";
const lines = "docs/trouble.md has the lines of Python that make a CSV of it.";
const noParameters = "It holds no parameters. Name the file that saveParameters has written.";
const inPyTorch = 'In PyTorch: save_file(model.state_dict(), "network.safetensors"), with ' +
  "safetensors.torch.";
const inPython = 'In Python: save_file({"W1": ..., "b1": ..., "W2": ..., "b2": ...}, ' +
  '"network.safetensors"), with safetensors.numpy.';

/** Each kind after those that it could be taken for. */
const kinds: [(head: Head) => boolean, FileKind][] = [
  [text(/^version https:\/\/git-lfs/), {
    is: "a pointer of Git LFS, which stands for the file itself",
    ...both("Fetch the file: `git lfs pull` in its folder, or download it from its web page."),
  }],

  // Zip archives, by what is in them.
  [zip(/\[Content_Types\]\.xml|xl\/|opendocument/), {
    is: "an Excel workbook (.xlsx)",
    toDigits: "Open it there, and choose Save As, CSV UTF-8 (comma delimited).",
    toParameters: noParameters,
  }],
  [zip(/\w\.npy/), {
    is: "NumPy's archive of arrays (.npz)",
    toDigits: lines,
    toParameters: inPython,
  }],
  [zip(/data\.pkl|\.data\/serialization_id|archive\/version/), {
    is: "a file of PyTorch's torch.save (.pt, .pth)",
    toDigits: lines,
    toParameters: inPyTorch,
  }],
  [zip(/model\.weights\.h5|metadata\.json|config\.json/), {
    is: "a model of Keras (.keras)",
    toDigits: "It holds no digits. " + again,
    toParameters: inPython,
  }],
  [bytes(0x50, 0x4b, 0x03, 0x04), {
    is: "a zip archive",
    toDigits: unpack,
    toParameters: `If torch.save has written it (.pt, .pth): ${inPyTorch} Otherwise unpack it.`,
  }],
  [bytes(0x50, 0x4b, 5, 6), { is: "an empty zip archive", ...both(again) }],

  // Data of other programs.
  [bytes(0xd0, 0xcf, 0x11, 0xe0), {
    is: "a workbook of an old Excel (.xls)",
    toDigits: "Open it there, and choose Save As, CSV UTF-8 (comma delimited).",
    toParameters: noParameters,
  }],
  [bytes(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59), {
    is: "an array of NumPy (.npy)",
    toDigits: lines,
    toParameters: inPython,
  }],
  [text(/^PAR1/), { is: "a Parquet file", toDigits: lines, toParameters: noParameters }],
  [text(/^(ARROW1|FEA1)/), { is: "an Arrow file", toDigits: lines, toParameters: noParameters }],
  [bytes(0x89, 0x48, 0x44, 0x46), {
    is: "an HDF5 file (.h5)",
    toDigits: lines,
    toParameters: inPython,
  }],
  [text(/^MATLAB /), { is: "a MATLAB file (.mat)", toDigits: lines, toParameters: inPython }],
  [pickle, {
    is: "a pickle of Python (.pkl), or a file of an old torch.save",
    toDigits: `It may run any program when Python opens it, so trust its source first. ${lines}`,
    toParameters: `${inPyTorch} ${inPython}`,
  }],
  [bytes(0, 0, 8), {
    is: "an original MNIST file (IDX)",
    toDigits: "`deno task data` makes CSVs of the originals.", // others are read before
    toParameters: noParameters,
  }],
  [({ bytes: [a, b, type] }) => a === 0 && b === 0 && [9, 11, 12, 13, 14].includes(type), {
    is: "an IDX file whose numbers are not bytes, such as QMNIST's labels",
    toDigits: "Take the images, and labels of one byte each (labels-idx1-ubyte).",
    toParameters: noParameters,
  }],
  [bytes(0, 5, 0x16, 7), {
    is: "a side file of macOS, which holds nothing of the file itself",
    ...both('Name the file without "._" at its beginning.'),
  }],
  [text(/^glassnet digits/), {
    is: "the cache that is kept beside a CSV",
    toDigits: "Name the CSV itself, without .cache.",
    toParameters: noParameters,
  }],
  [text(/^.{7}\0\{"/s), {
    is: "a safetensors file of parameters",
    toDigits: "Read it with loadParameters(path).",
    toParameters: "", // it is one, and what is wrong with it is said otherwise
  }],
  [text(/^GGUF/), {
    is: "a GGUF model",
    toDigits: "It holds no digits. " + again,
    toParameters: inPython,
  }],

  // Pictures and documents.
  [bytes(0x89, 0x50, 0x4e, 0x47), picture("PNG")],
  [bytes(0xff, 0xd8, 0xff), picture("JPEG")],
  [text(/^GIF8/), picture("GIF")],
  [text(/^%PDF/), { is: "a PDF", toDigits: again, toParameters: noParameters }],
  [text(/^SQLite format/), {
    is: "a database of SQLite",
    toDigits: "Export its table as CSV.",
    toParameters: noParameters,
  }],

  // Other archives.
  [bytes(0x1f, 0x8b), { is: "a gzip archive", ...both("Unpack it: gunzip does that.") }],
  [text(/^BZh/), { is: "a bzip2 archive", ...both(unpack) }],
  [bytes(0xfd, 0x37, 0x7a, 0x58, 0x5a), { is: "an xz archive", ...both(unpack) }],
  [bytes(0x28, 0xb5, 0x2f, 0xfd), { is: "a Zstandard archive", ...both(unpack) }],
  [bytes(0x37, 0x7a, 0xbc, 0xaf), { is: "a 7z archive", ...both(unpack) }],
  [text(/^Rar!/), { is: "a RAR archive", ...both(unpack) }],
  [text(/^.{257}ustar/s), { is: "a tar archive", ...both(unpack) }],

  // Texts.
  [(head) => bytes(0xff, 0xfe)(head) || bytes(0xfe, 0xff)(head), {
    is: "text that is stored as UTF-16",
    toDigits: "Store it as UTF-8.",
    toParameters: noParameters,
  }],
  [plain(/^<<<<<<< /), {
    is: "a file in which Git has marked a conflict",
    ...both("Fetch the file again: two versions of a CSV can't be merged line by line."),
  }],
  [plain(/^\s*<[!?a-z]/i), {
    is: "a web page, perhaps one that asks you to sign in",
    ...both(again),
  }],
  [plain(/^\s*[{[][^]*"(cells|nbformat)"/), {
    is: "a notebook",
    toDigits: "Name the file that it reads.",
    toParameters: "Name the file that it writes.",
  }],
  [plain(/^\s*[{[]/), {
    is: "JSON, perhaps a server's word on an error",
    toDigits: `Open it to see what it says. If that is an error: ${again.toLowerCase()}`,
    toParameters: `Open it to see what it says. If it holds weights: ${inPython}`,
  }],
  [plain(/^\s*(%[^]*)?@relation/i), {
    is: "an ARFF file of Weka and OpenML",
    toDigits: lines,
    toParameters: noParameters,
  }],
  [plain(/^\S+( \d+:[\d.e+-]+)+\s*\n/), {
    is: "a file in LIBSVM's format",
    toDigits: lines,
    toParameters: noParameters,
  }],
];

/**
 * What a file is, if it is of a kind that people put in another one's place. A CSV is not among them.
 *
 * @param head the file's first bytes: some thousand are enough
 */
export function fileKind(head: Uint8Array): FileKind | undefined {
  // One letter a byte, so that a text may be looked for among any bytes.
  const text = new TextDecoder("latin1").decode(head.subarray(0, 8192)).replace(
    /^\xef\xbb\xbf/,
    "",
  );
  return kinds.find(([recognize]) => recognize({ bytes: head, text }))?.[1];
}

function bytes(...first: number[]): (head: Head) => boolean {
  return ({ bytes }) => first.every((byte, i) => bytes[i] === byte);
}

function text(pattern: RegExp): (head: Head) => boolean {
  return ({ text }) => pattern.test(text);
}

/** A text without a byte of 0 at its beginning, which no text has. */
function plain(pattern: RegExp): (head: Head) => boolean {
  return ({ text }) => !text.slice(0, 64).includes("\0") && pattern.test(text);
}

/** A zip archive in whose beginning something is named. */
function zip(names: RegExp): (head: Head) => boolean {
  return ({ text }) => text.startsWith("PK\x03\x04") && names.test(text);
}

/** A pickle of protocol 2 to 5. */
function pickle({ bytes }: Head): boolean {
  return bytes[0] === 0x80 && bytes[1] >= 2 && bytes[1] <= 5;
}

function both(way: string): Pick<FileKind, "toDigits" | "toParameters"> {
  return { toDigits: way, toParameters: way };
}

function picture(format: string): FileKind {
  return {
    is: `a ${format} picture`,
    toDigits: `A CSV has a row for each image. For a folder of pictures, ${lines}`,
    toParameters: noParameters,
  };
}
