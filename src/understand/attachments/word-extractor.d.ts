/** The package ships no types; only what is used here. */
declare module 'word-extractor' {
  interface WordDocument {
    getBody(): string
    getTextboxes(): string
    getFootnotes(): string
  }
  export default class WordExtractor {
    extract(source: Buffer | string): Promise<WordDocument>
  }
}
