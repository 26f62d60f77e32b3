/** As much of `subset-font` as heading-font.ts uses: the package brings no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { readonly targetFormat: 'woff2'; readonly noLayoutClosure: boolean },
  ): Promise<Uint8Array>;
}
