import { bytesOf } from '../../../documents/base64.ts';
import { limits } from '../../limits.ts';
import { attributeOf, type HtmlElement } from './tree.ts';

const endings: Readonly<Record<string, string>> = {
  png: 'png',
  jpeg: 'jpg',
  jpg: 'jpg',
  gif: 'gif',
  webp: 'webp',
  'svg+xml': 'svg',
};

/** The pictures that stand in a page itself, as they are met. */
export class Pictures {
  readonly files = new Map<string, Uint8Array>();
  /** How many were too large, or too many, to be had. */
  lost = 0;
  #bytes = 0;

  /** The name of the file of a picture; undefined where its bytes are not in the page. */
  fileOf(image: HtmlElement): string | undefined {
    const address = attributeOf(image, 'src');
    const [, type] = /^data:image\/([a-z+]{3,8})(?:;[^,;]{0,60}){0,4};base64,/i.exec(address.slice(0, 300)) ?? [];
    const ending = type && endings[type.toLowerCase()];
    if (!ending) return undefined;
    const encoded = address.slice(address.indexOf(',') + 1);
    const size = Math.floor((encoded.length * 3) / 4);
    if (size > limits.pictureBytes || this.#bytes + size > limits.picturesBytes || this.files.size >= limits.pictures) {
      this.lost++;
      return undefined;
    }
    try {
      const bytes = bytesOf(encoded);
      if (bytes.length === 0) return undefined;
      this.#bytes += bytes.length;
      const name = `image${this.files.size + 1}.${ending}`;
      this.files.set(name, bytes);
      return name;
    } catch {
      this.lost++;
      return undefined;
    }
  }
}
