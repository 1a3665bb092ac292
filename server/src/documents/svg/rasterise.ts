/** Makes a picture of a drawing (SVG) that stands alone: PNG, `scale` times as large. Undefined where it can’t be drawn. */
export type Rasterise = (svg: string, scale: number) => Uint8Array | undefined;
