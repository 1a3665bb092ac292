/** How deep points stand in each other, by how far they stand in. */
export class Depths {
  private readonly open: number[] = [];

  /** The depth of a point whose mark stands so far in, in letters of `size` points. */
  of(indent: number, size: number): number {
    const near = 0.6 * size;
    while (this.open.length > 0 && indent < (this.open.at(-1) ?? 0) - near) this.open.pop();
    const last = this.open.at(-1);
    if (last === undefined || indent > last + near) this.open.push(indent);
    return this.open.length - 1;
  }

  /** A list ends. */
  end(): void {
    this.open.length = 0;
  }
}
