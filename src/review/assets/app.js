// Progressive help only: every page works without it. j/k walk the queue, Enter opens, n skips to the next finding.
const list = document.querySelector('[data-keys="list"]')
const links = list ? [...list.querySelectorAll('li a')] : []
let here = -1
document.addEventListener('keydown', (event) => {
  const typing =
    event.target instanceof HTMLElement && event.target.closest('input, textarea, select')
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return
  if (links.length > 0 && (event.key === 'j' || event.key === 'k')) {
    here = Math.min(links.length - 1, Math.max(0, here + (event.key === 'j' ? 1 : -1)))
    links[here].focus()
    event.preventDefault()
  }
  if (event.key === 'n') document.querySelector('[data-keys="next"]')?.click()
})
