import { render } from 'preact'
import { App } from './app.tsx'
import { rememberInstitution } from './shared/chosen-institution.ts'
import './styles/base.css'
import './styles/forms.css'
import './styles/case.css'

const place = document.getElementById('portal')
if (place) {
  rememberInstitution()
  place.textContent = ''
  render(<App />, place)
}
