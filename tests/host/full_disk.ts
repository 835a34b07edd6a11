const { write } = Deno.FsFile.prototype;

/** Lets every write fail as the system lets it fail on a full disk. */
export class FullDisk {
  isFull = false;

  constructor() {
    // deno-lint-ignore no-this-alias
    const disk = this;
    Deno.FsFile.prototype.write = function (bytes) {
      if (!disk.isFull) return write.call(this, bytes);
      const error = new Error("No space left on device (os error 28)");
      return Promise.reject(Object.assign(error, { code: "ENOSPC" }));
    };
  }

  /** Gives the disk its room back. */
  restore(): void {
    Deno.FsFile.prototype.write = write;
  }
}
