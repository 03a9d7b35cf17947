const ROOM = 1 << 16;
const ZERO = 0x30;

/**
 * What is printed, put together in UTF-8: V8 would copy a string of that length several times over, with
 * two bytes for each of its characters if one of them takes two.
 */
export class PrintedBytes {
  private buffer: Buffer;
  length = 0;

  /** @param room bytes for which there is memory at first */
  constructor(room = ROOM) {
    this.buffer = Buffer.allocUnsafe(room);
  }

  /** Until more is added. */
  get bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  addText(text: string): void {
    // A code unit takes three bytes at most.
    this.grow(3 * text.length);
    this.length += this.buffer.write(text, this.length);
  }

  addBytes(bytes: Uint8Array): void {
    this.grow(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** @param number whole, and not negative */
  addNumber(number: number): void {
    let digits = 1;
    for (let left = number; left >= 10; left = Math.floor(left / 10)) digits++;
    this.grow(digits);
    let left = number;
    for (let at = this.length + digits - 1; at >= this.length; at--) {
      this.buffer[at] = ZERO + (left % 10);
      left = Math.floor(left / 10);
    }
    this.length += digits;
  }

  /**
   * Takes all of it, so that nothing is left.
   *
   * @param memory where it is put if there is room; otherwise it gets memory of its own
   */
  take(memory: ArrayBuffer | null): Uint8Array<ArrayBuffer> {
    const isRoom = memory !== null && memory.byteLength >= this.length;
    const taken = isRoom ? new Uint8Array(memory, 0, this.length) : new Uint8Array(this.length);
    taken.set(this.bytes);
    this.length = 0;
    return taken;
  }

  clear(): void {
    this.length = 0;
  }

  private grow(by: number): void {
    const needed = this.length + by;
    if (needed <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.buffer.length));
    larger.set(this.bytes);
    this.buffer = larger;
  }
}
