/** Strings as a person counts them: Terraform's lengths and offsets are in grapheme clusters. */

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const plainText = /^[\x20-\x7e]*$/;

export function graphemes(text: string): readonly string[] {
  return plainText.test(text) ? [...text] : Array.from(segmenter.segment(text), (item) => item.segment);
}
