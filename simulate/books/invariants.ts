/** The one thing taken from the service's own code: its promises as SQL, so that both check the same. */
export { invariants } from '../../src/app.ts'
