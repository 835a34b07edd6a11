import { TextLineStream } from "@std/streams/text-line-stream";

/** The lines of what a program prints, as they come. */
export function linesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStream<string> {
  return stream.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream());
}
