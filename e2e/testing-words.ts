import type { Page } from 'playwright-core'
import type { Language } from './testing-browser.ts'

const CHINESE = /[\u4e00-\u9fff]+/g
/** A sentence, or at least two words of one; names of keys and units of size are none. */
const ENGLISH = /[A-Za-z]{3,} [A-Za-z]{3,}/
/** What is left where a text was not found. */
const KEY = /^[a-z]+(?:\.[a-zA-Z0-9]+)+$/
const LONG = 5

/** What the pages have been told by the server so far: the only source of words that are nobody's to translate. */
export class Data {
  #text = ''
  readonly #runs = new Set<string>()

  constructor(page: Page) {
    page.on('response', (response) => {
      if (response.url().includes('/api/') && (response.headers()['content-type'] ?? '').includes('json')) void response.text().then((text) => this.add(text), () => undefined)
    })
  }

  add(text: string): void {
    this.#text += `\n${text}`
    for (const [run] of text.matchAll(CHINESE)) this.#runs.add(run)
  }

  /** Whether words on a page are data: a short word stands by itself in an answer, a longer one somewhere in it. */
  has(words: string): boolean {
    return this.#runs.has(words) || (words.length >= LONG && this.#text.includes(words))
  }

  includes(words: string): boolean {
    return this.#text.includes(words)
  }
}

/** Everything a reader sees or hears, except what is marked as being in the other language, and keys on the keyboard. */
async function wordsOn(page: Page, language: Language): Promise<string[]> {
  return page.evaluate((other) => {
    const found: string[] = [document.title]
    const isLeftOut = (element: Element): boolean => element.closest(`[lang^="${other}"], kbd, script, noscript, style, svg, code`) !== null
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // What a search has marked is a part of a sentence.
      const holder = node.parentElement?.closest(':has(> mark)') ?? node.parentElement
      const text = (holder?.querySelector(':scope > mark') ? holder.textContent : node.nodeValue)?.trim()
      if (text && holder && !isLeftOut(holder)) found.push(text)
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (isLeftOut(element)) continue
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) { const value = element.getAttribute(name)?.trim(); if (value) found.push(value) }
    }
    return found
  }, language === 'en' ? 'zh' : 'en')
}

/** Words of the page itself in the wrong language, and names of texts that were not found. */
export async function wrongWords(page: Page, language: Language, data: Data): Promise<string[]> {
  const words = await wordsOn(page, language)
  return [...new Set(words.filter((text) => KEY.test(text) || (language === 'en' ? isChinese(text, data) : isEnglish(text, data))))]
}

function isChinese(text: string, data: Data): boolean {
  return [...text.matchAll(CHINESE)].some(([run]) => !data.has(run))
}

function isEnglish(text: string, data: Data): boolean {
  const found = ENGLISH.exec(text)
  return found !== null && !data.includes(found[0])
}
