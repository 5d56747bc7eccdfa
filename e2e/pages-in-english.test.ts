// Every page, in English: its words, and that nothing is wider than a phone; in a file of its own, so that two workers share them.
import { useBrowser } from './testing-browser.ts'
import { tryEveryPage } from './testing-accessibility.ts'

useBrowser()
tryEveryPage('en')
