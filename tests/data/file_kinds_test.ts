/** Files that are put in a CSV's place, each known by its name, with a way from it to a CSV. */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { DataError, readDigits } from "glassnet";
import { fileKind } from "../../lib/data/file_kinds.ts";
import { csv, header, row, temporaryFolder } from "./files.ts";

/** The bytes of letters, and then of others. */
const bytes = (first: string, then = "") =>
  Uint8Array.from([...first, ...Array(60).fill("\x01"), ...then], (letter) => letter.charCodeAt(0));

const lfs = "version https://git-lfs.github.com/spec/v1\noid sha256:0a\nsize 76775041\n";
const kinds: Record<string, [Uint8Array, ...string[]]> = {
  "a pointer of Git LFS": [bytes(lfs), "Git LFS", "git lfs pull"],
  "a pointer of Git LFS, Windows": [bytes(lfs.replaceAll("\n", "\r\n")), "Git LFS"],
  "a submission": [bytes("ImageId,Label\n1,0\n2,0\n"), "submission", "train.csv"],
  "a submission in quotation marks": [bytes('"ImageId","Label"\r\n1,0\r\n'), "submission"],
  "ARFF": [bytes("@RELATION mnist_784\n\n@ATTRIBUTE pixel1 real\n"), "ARFF", "docs/trouble.md"],
  "ARFF behind a comment": [bytes("% MNIST\n%\n@relation mnist\n"), "ARFF"],
  "JSON of an error": [bytes('{"code":401,"message":"Unauthenticated"}'), "JSON", "download"],
  "JSON with spaces": [bytes("\n [1, 2, 3]"), "JSON"],
  "a notebook": [bytes('{\n "cells": [],\n "nbformat": 4\n}'), "notebook", "Name the file"],
  "a web page": [bytes("<!DOCTYPE html><title>Kaggle: sign in"), "web page", "Download"],
  "a web page behind blank lines": [bytes("\n\n  <html>"), "web page"],
  "Excel": [bytes("PK\x03\x04", "xl/workbook.xml"), "Excel", "Save As"],
  "Excel of LibreOffice": [bytes("PK\x03\x04", "[Content_Types].xml"), "Excel"],
  "Excel of 2003": [bytes("\xd0\xcf\x11\xe0\xa1\xb1"), "Excel", "Save As"],
  "Keras' mnist.npz": [bytes("PK\x03\x04", "x_test.npy"), ".npz", "docs/trouble.md"],
  "an array of NumPy": [bytes("\x93NUMPY\x01\0"), ".npy", "docs/trouble.md"],
  "Parquet": [bytes("PAR1\x15\x04"), "Parquet", "docs/trouble.md"],
  "torchvision's training.pt": [bytes("PK\x03\x04", "training/data.pkl"), "torch.save"],
  "mnist.pkl": [bytes("\x80\x04\x95"), "pickle", "docs/trouble.md"],
  "a picture": [bytes("\x89PNG\r\n\x1a\n"), "PNG picture", "docs/trouble.md"],
  "a photograph": [bytes("\xff\xd8\xff\xe0"), "JPEG picture"],
  "a zip archive": [bytes("PK\x03\x04", "train.csv"), "zip", "Unpack it"],
  "an empty zip archive": [bytes("PK\x05\x06"), "empty"],
  "HDF5": [bytes("\x89HDF\r\n\x1a\n"), "HDF5", "docs/trouble.md"],
  "MATLAB": [bytes("MATLAB 5.0 MAT-file"), "MATLAB", "docs/trouble.md"],
  "LIBSVM": [bytes("5 153:3 154:18 155:18 \n0 128:51\n"), "LIBSVM", "docs/trouble.md"],
  "bzip2": [bytes("BZh91AY"), "bzip2", "Unpack it"],
  "xz": [bytes("\xfd7zXZ\0"), "xz", "Unpack it"],
  "7z": [bytes("7z\xbc\xaf\x27\x1c"), "7z", "Unpack it"],
  "UTF-16": [bytes("\xff\xfel\0a\0"), "UTF-16", "UTF-8"],
  "our cache": [bytes("glassnet digits1"), "cache", "without .cache"],
  "saved parameters": [
    bytes('\x80\x01\0\0\0\0\0\0{"W1":{"dtype"'),
    "safetensors",
    "loadParameters",
  ],
};

for (const [what, [content, ...words]] of Object.entries(kinds)) {
  Deno.test(`readDigits() knows ${what}`, async () => {
    using folder = temporaryFolder();
    const file = folder.path("digits");
    Deno.writeFileSync(file, content);
    const error = await assertRejects(() => readDigits(file), DataError);
    assertEquals([error.file, error.line, error.column], [file, 1, 1]);
    for (const word of words) assertStringIncludes(error.message, word);
  });
}

Deno.test("fileKind() takes no CSV for anything else", () => {
  const text = (text: string) => new TextEncoder().encode(text);
  for (
    const content of [
      csv(header, row(5)),
      csv(row(5)),
      csv(["PK", "PAR1", "GIF8"], ["7z", "MATLAB", "<"]),
      "\ufefflabel,pixel0\n",
      "version,git-lfs\n1,2\n",
      "",
    ]
  ) {
    assertEquals(fileKind(text(content)), undefined, content.slice(0, 40));
  }
});
