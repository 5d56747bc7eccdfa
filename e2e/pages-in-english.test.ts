// Every page, in English: the same as in Chinese but for axe on a phone, in a file of its own, so that two workers share them.
import { useBrowser } from './testing-browser.ts'
import { tryEveryPage } from './testing-accessibility.ts'

useBrowser()
tryEveryPage('en')
