import './jitless.ts'
import './shared/tokens.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { listenForKeys } from './shared/keys.tsx'
import { startLanguage } from './shared/language.ts'
import { startLargeType } from './shared/large-type.ts'
import { texts } from './texts.ts'

startLanguage(texts)
startLargeType()
listenForKeys()

createRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>)
