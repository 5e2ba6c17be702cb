import { renderPage } from '../kit/index.ts'

const system = { vi: 'Định danh điện tử mô phỏng', en: 'Simulated electronic identity' }

/**
 * The last step of a log-out: sends itself, since whoever pressed "log out" in the service has decided already, and has a
 * button where scripts are off. `form` is the provider's own form with its own token, without a button.
 */
export function signOutPage(form: string): string {
  return renderPage({
    title: { vi: 'Đăng xuất', en: 'Sign out' }, system, home: false,
    children: (
      <>
        <h1>Đăng xuất <span class="en" lang="en">Sign out</span></h1>
        <div dangerouslySetInnerHTML={{ __html: form }} />
        <input type="hidden" form="op.logoutForm" name="logout" value="yes" />
        <button type="submit" form="op.logoutForm">Đăng xuất <span lang="en">· Sign out</span></button>
        <script dangerouslySetInnerHTML={{ __html: "document.getElementById('op.logoutForm').submit()" }} />
      </>),
  })
}

/** Said when a sign-in cannot go on; `error` is the OAuth code. */
export function failurePage(error: string, description: string): string {
  return renderPage({
    title: { vi: 'Không đăng nhập được', en: 'Sign-in failed' }, system, home: false,
    children: (
      <>
        <h1>Không đăng nhập được <span class="en" lang="en">Sign-in failed</span></h1>
        <p>Hãy quay lại trang của dịch vụ và bấm Đăng nhập lần nữa. <span class="en" lang="en">Go back to the service and press Sign in once more.</span></p>
        <p class="soft"><code>{error}</code> {description}</p>
      </>),
  })
}
