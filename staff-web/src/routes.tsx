import { createBrowserRouter } from 'react-router'
import { CrashPage } from './session/crash-page.tsx'
import { NotFoundPage } from './session/not-found-page.tsx'
import { PasswordPage } from './session/password-page.tsx'
import { SessionGate } from './session/session-gate.tsx'
import { Shell } from './session/shell.tsx'

/** Every address of the staff pages. Pages load when they are first visited. */
export function newRouter() {
  return createBrowserRouter([
    { path: '/setup', ErrorBoundary: CrashPage, HydrateFallback: Blank, lazy: async () => ({ Component: (await import('./setup/setup-page.tsx')).SetupPage }) },
    { path: '/board/:unitId', ErrorBoundary: CrashPage, HydrateFallback: Blank, lazy: async () => ({ Component: (await import('./roster/board-page.tsx')).BoardPage }) },
    {
      Component: SessionGate, ErrorBoundary: CrashPage, HydrateFallback: Blank,
      children: [
        { path: '/regulation/:unitId', lazy: async () => ({ Component: (await import('./policy/regulation-page.tsx')).RegulationPage }) },
        { path: '/print/register', lazy: async () => ({ Component: (await import('./exports/register-form-page.tsx')).RegisterFormPage }) },
        { path: '/print/shift/:shiftId/:form', lazy: async () => ({ Component: (await import('./exports/duty-form-page.tsx')).ShiftFormPage }) },
        { path: '/print/unit/:unitId/:form', lazy: async () => ({ Component: (await import('./exports/duty-form-page.tsx')).UnitFormPage }) },
        { path: '/print/:caseId/:form', lazy: async () => ({ Component: (await import('./exports/case-form-page.tsx')).CaseFormPage }) },
        {
          Component: Shell,
          children: [{
            ErrorBoundary: CrashPage,
            children: [
              { index: true, lazy: async () => ({ Component: (await import('./register/register-page.tsx')).RegisterPage }) },
              { path: '/todo', lazy: async () => ({ Component: (await import('./obligations/todo-page.tsx')).TodoPage }) },
              { path: '/cases', lazy: async () => ({ Component: (await import('./cases/cases-page.tsx')).CasesPage }) },
              { path: '/cases/:caseId', lazy: async () => ({ Component: (await import('./case/case-page.tsx')).CasePage }) },
              { path: '/cases/:caseId/ledger', lazy: async () => ({ Component: (await import('./case/ledger-page.tsx')).LedgerPage }) },
              { path: '/notices', lazy: async () => ({ Component: (await import('./notices/notices-page.tsx')).NoticesPage }) },
              { path: '/notices/preferences', lazy: async () => ({ Component: (await import('./notices/preferences-page.tsx')).PreferencesPage }) },
              { path: '/unit', lazy: async () => ({ Component: (await import('./unit/unit-page.tsx')).UnitPage }) },
              { path: '/team/:groupId?', lazy: async () => ({ Component: (await import('./unit/team-page.tsx')).TeamPage }) },
              ...['/admin/policy', '/admin/calendar', '/admin/deadline'].map((path) => ({ path, lazy: async () => ({ Component: (await import('./policy/policy-page.tsx')).PolicyPage }) })),
              { path: '/roster/:section?', lazy: async () => ({ Component: (await import('./roster/roster-page.tsx')).RosterPage }) },
              { path: '/roster/shifts/:shiftId', lazy: async () => ({ Component: (await import('./roster/shift-page.tsx')).ShiftPage }) },
              { path: '/successions', lazy: async () => ({ Component: (await import('./successions/to-sign-page.tsx')).ToSignPage }) },
              { path: '/successions/:personId', lazy: async () => ({ Component: (await import('./successions/leaver-page.tsx')).LeaverPage }) },
              ...['/admin/mail', '/admin/webhooks', '/admin/outbox'].map((path) => ({ path, lazy: async () => ({ Component: (await import('./outbox/outbox-page.tsx')).OutboxPage }) })),
              { path: '/admin/:section?', lazy: async () => ({ Component: (await import('./admin/admin-page.tsx')).AdminPage }) },
              { path: '/directory/:section?', lazy: async () => ({ Component: (await import('./directory/directory-page.tsx')).DirectoryPage }) },
              { path: '/people/:personId', lazy: async () => ({ Component: (await import('./directory/person-page.tsx')).PersonPage }) },
              { path: '/duties', lazy: async () => ({ Component: (await import('./directory/person-page.tsx')).MyDutiesPage }) },
              { path: '/password', Component: PasswordPage },
              { path: '/tokens', lazy: async () => ({ Component: (await import('./session/tokens-page.tsx')).TokensPage }) },
              { path: '*', Component: NotFoundPage },
            ],
          }],
        },
      ],
    },
  ], { basename: '/staff' })
}

/** The moment before the first page's code has arrived. */
function Blank() {
  return null
}
