/**
 * The arrows of docs/map.md, enforced: web → observers → dossiers → capabilities → catalogue → platform; app.ts above all.
 * Each comment is what a reviewer would say. test/architecture/arrows.test.ts plants one violation per rule.
 */

/** A module: what has a door of its own. The group is the module's folder. */
const MODULE = '^src/(capabilities/[^/]+|dossiers|observers/[^/]+)/'
/** Files of a module that do things; all others only decide. `examination` is the inside of the portraits' engine. */
const DOING = [`${MODULE}(index|actions|store|client|jobs|engine|child)(\\.test)?\\.tsx?$`, `${MODULE}(actions|store|requirements|figures|client|engine|examination)/`]
const TEST = '\\.test\\.tsx?$'
/** Where processes are put together. */
const TOP = '^src/(app|main|worker|migrate|simulation)\\.ts$'

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Calls go down and facts go up; in a circle one of them goes the wrong way.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    forbid('no-orphans', 'Nobody imports this file: delete it.', { orphan: true, path: '^src/', pathNot: [TEST, '\\.d\\.ts$', TOP, '/child\\.ts$', '^src/web/assets/'] }, {}),
    forbid('platform-knows-nothing', 'The plumbing would serve an office for fishing permits just as well.', { path: '^src/platform/' }, { path: '^src/', pathNot: '^src/platform/' }),
    forbid('catalogue-is-pure', 'The law reads no file and asks no server: it imports itself and plain values.', { path: '^src/catalogue/', pathNot: TEST }, { pathNot: ['^src/catalogue/', '^src/platform/values/'] }),
    forbid('capabilities-are-strangers', 'Two capabilities meet in a dossier, nowhere else, and do not know each other’s types.', { path: '^src/capabilities/([^/]+)/' }, { path: '^src/capabilities/', pathNot: '^src/capabilities/$1/' }),
    forbid('capabilities-look-down', 'A capability never knows which case or page uses it.', { path: '^src/capabilities/' }, { path: '^src/(dossiers|observers|web)/|^src/[^/]+\\.ts$' }),
    forbid('dossiers-look-down', 'A case does not know who watches it or how it is shown.', { path: '^src/dossiers/', pathNot: TEST }, { path: '^src/(observers|web)/|^src/[^/]+\\.ts$' }),
    forbid('observers-look-down', 'An observer hears facts; pages are nothing to it.', { path: '^src/observers/' }, { path: '^src/web/|^src/[^/]+\\.ts$' }),
    forbid('web-looks-down', 'A page is put together by app.ts, never the other way round.', { path: '^src/web/', pathNot: TEST }, { path: '^src/[^/]+\\.ts$' }),
    forbid('observers-are-never-called', 'Business announces what happened; it neither sends messages nor counts.', { path: '^src/', pathNot: ['^src/(observers|web)/', TOP, TEST] }, { path: '^src/observers/' }),
    forbid('observers-are-strangers', 'One listener does not know another.', { path: '^src/observers/([^/]+)/' }, { path: '^src/observers/', pathNot: '^src/observers/$1/' }),
    forbid('front-door-only', 'Enter a module by its index.ts.', { path: '^(src|scripts)/', pathNot: [MODULE, TEST, '^scripts/measure-'] }, { path: MODULE, pathNot: [`${MODULE}index\\.ts$`, TEST] }),
    forbid('front-door-between-modules', 'Enter the other module by its index.ts.', { path: MODULE, pathNot: TEST }, { path: MODULE, pathNot: ['^src/$1/', `${MODULE}index\\.ts$`] }),
    forbid('index-is-for-others', 'Inside a module import the very file you mean, not your own door.', { path: MODULE, pathNot: TEST }, { path: '^src/$1/index\\.ts$' }),
    forbid('audiences-are-strangers', 'Citizens’ pages take nothing from officers’ pages; what both need is in web/kit.', { path: '^src/web/([^/]+)/', pathNot: ['^src/web/kit/', TEST] }, { path: '^src/web/', pathNot: ['^src/web/$1/', '^src/web/kit/', '^src/web/[^/]+\\.tsx?$'] }),
    forbid('kit-has-no-domain', 'A button does not know what a licence is.', { path: '^src/web/kit/' }, { path: '^src/(capabilities|dossiers|observers|catalogue)/|^src/web/(?!kit/)' }),
    forbid('sql-lives-in-stores', 'SQL is written in store files and migrations only.', { path: '^src/', pathNot: ['^src/platform/', '/store(\\.test)?\\.ts$', '/store/', '/figures/', TOP, TEST] }, { path: '(^src/platform/db/|(^|/)node_modules/(pg|sql-template-tag)/|^(pg|sql-template-tag)$)', dependencyTypesNot: ['type-only'] }),
    forbid('outside-is-called-by-clients', 'Only a client.ts knows how to speak to an outside system; a job knows that it may fail.', { path: '^src/', pathNot: ['^src/platform/', '/client(/|\\.ts$)', '/jobs\\.ts$', TOP, TEST] }, { path: '(^src/platform/outside/call\\.ts$|(^|/)node_modules/(undici|openid-client)/)', dependencyTypesNot: ['type-only'] }),
    forbid('clients-are-called-by-jobs', 'No person waits for a ministry: the worker asks. Signing in and the way to the checkout are the two exceptions.', { path: '^src/', pathNot: ['/jobs\\.ts$', '/client(/|\\.ts$)', `${MODULE}index\\.ts$`, '^src/capabilities/(identity|payments)/actions(\\.ts$|/)', TEST] }, { path: '/client(/|\\.ts$)', dependencyTypesNot: ['type-only'] }),
    forbid('pure-stays-pure', 'A file that decides does nothing: no database, no clock, no file, no network.', { path: MODULE, pathNot: [...DOING, TEST] }, { path: ['^src/.+/(actions|store|client|jobs|engine)(/|\\.ts$)', '^src/platform/(db|work|background|outside|files|runtime|clock)', '^(node:)?(fs|net|http|https|child_process|worker_threads|dns|timers)(/|$)'], dependencyTypesNot: ['type-only'] }),
    forbid('pure-borrows-types-only', 'A file that decides may name another module’s types but never run its code.', { path: MODULE, pathNot: [...DOING, TEST] }, { path: `${MODULE}index\\.ts$`, dependencyTypesNot: ['type-only'] }),
    forbid('http-lives-in-web', 'Fastify is a detail of the pages and the plumbing.', { path: '^src/', pathNot: ['^src/web/', '^src/platform/', TOP, TEST] }, { path: '(^|/)node_modules/@?fastify' }),
    forbid('sandbox-is-another-world', 'A simulator that borrows our code agrees with our mistakes.', { path: '^sandbox/', pathNot: TEST }, { path: '^src/' }),
    forbid('src-never-simulates', 'The service does not know that it is being shown a made-up world.', { path: '^src/', pathNot: TEST }, { path: '^(sandbox|test|scripts)/' }),
    forbid('no-test-imported', 'A test is nobody’s library.', {}, { path: TEST }),
    forbid('no-dev-deps-in-src', 'What is only there for development is not there in production.', { path: '^src/', pathNot: [TEST, '/conformance\\.adapters\\.tsx$'] }, { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] }),
    forbid('no-unknown', 'This import leads nowhere, or to a package that package.json does not name.', { path: '^(src|sandbox|scripts|test)/' }, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^\\.data/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
}
