export const outboxEn = {
  mail: {
    lead: 'Notices, daily digests and letters to the people who ask leave from here.', own: 'Use a mail server of this institution', installation: 'Without one, the server that the operator set for the whole installation is used.', noInstallation: 'The operator has set no server for the installation; without one of your own, no mail leaves.',
    host: 'Server', port: 'Port', security: 'Encryption', securities: { tls: 'TLS (usually 465)', starttls: 'STARTTLS (usually 587)', none: 'None (inside a network only)' }, login: 'Login', loginHint: 'Leave empty if the server asks for none.',
    password: 'Password', passwordKept: 'Stored and never shown; leave empty to keep it. After another server was chosen, enter it again.', sender: 'Sender address', senderName: 'Sender name', saved: 'Saved.', removed: 'The installation’s server is used again.',
    test: 'Send a test letter', testTo: 'To', testSent: 'Sent; please look.', testFailed: 'Not sent: {{answer}}', testHint: 'Sent at once with what is saved.',
  },
  hook: {
    lead: 'Tells other systems what happens: ids and codes only, nothing of what was asked or who asked. Signed as in the Standard Webhooks specification. Confidential cases are never sent.', create: 'New endpoint', edit: 'Change', name: 'Name', url: 'Address', urlHint: 'It must be https://; addresses in a private network have to be allowed by the operator.',
    kinds: 'Events', allKinds: 'All', mostFailures: 'Switch off after so many failures in a row', empty: 'No endpoints yet', emptyText: 'Add one when another system is to be told.', state: { on: 'On', off: 'Off', failed: 'Off after failures' }, failures_one: '{{count}} failure in a row', failures_other: '{{count}} failures in a row',
    both: 'the former secret is valid until {{when}}', acts: 'Acts', on: 'Switch on', off: 'Switch off', rotate: 'New secret', test: 'Send a test event', log: 'Deliveries', remove: 'Remove', tested: 'The test event is queued; see the deliveries.', saved: 'Saved.', removed: 'Removed.',
    rotateAsk: 'Give “{{name}}” a new secret?', rotateText: 'The new secret is shown once; both are valid for 24 hours, so change over in that time.', offAsk: 'Switch “{{name}}” off?', offText: 'Events not delivered yet are not sent any more.', removeAsk: 'Remove “{{name}}”?', removeText: 'Events not delivered yet are not sent any more; the log stays.',
    secretTitle: 'Signing secret', secretOnce: 'The secret is shown only now; copy it for the receiver.', secretDone: 'Saved, close',
  },
  box: {
    lead: 'Everything that leaves: for whom, why, and what became of it. Neither addresses nor words are kept here.', state: 'State', states: { waiting: 'Waiting', sent: 'Sent', failed: 'Failed, to be tried again', 'given-up': 'Given up' }, channel: 'By', channels: { mail: 'Mail', webhook: 'Webhook' },
    all: 'All', to: 'To', what: 'About', when: 'When', result: 'Result', requester: 'The person asking', attempts_one: '{{count}} try', attempts_other: '{{count}} tries', next: 'again at {{when}}', resend: 'Send again', resent: 'Queued again.', empty: 'Nothing matches', more: 'Load more', endpoint: 'Deliveries of one endpoint', clear: 'Show all',
    purpose: { notice: 'Notice', digest: 'Daily digest', requester: 'Letter to the person', event: 'Event', test: 'Test' },
    answer: { 'no-mail-server': 'no mail server is set', 'no-address': 'the receiver has no address', 'read-already': 'read in the product already', erased: 'personal data erased', 'endpoint-off': 'the endpoint is off', 'url-private': 'private address, not allowed', timeout: 'no answer in time', 'digest-newer': 'a later digest was sent', 'key-missing': 'the key is missing, so the stored password cannot be opened; ask whoever runs the server', 'key-wrong': 'the key is another one, so the stored password cannot be opened; ask whoever runs the server', 'no-such-host': 'no such host' },
  },
}
