/* A search hit leads to a section and the theme marks the words on it, but only those in sight. Where a word stands
   in a folded proof alone, this unfolds the first such proof before the theme looks. */
{
  const fold = text => text.normalize("NFKC").toLowerCase()
  const article = document.querySelector("article.md-content__inner")
  const words = fold(new URLSearchParams(location.search).get("h") || "").split(" ").filter(Boolean)

  /* Text of the section that the address names, else of the page. */
  const texts = function* () {
    const id = decodeURIComponent(location.hash.slice(1))
    let inside = !id
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) { if (inside) yield node }
      else if (/^H[1-6]$/.test(node.tagName) && node.id) inside = !id || node.id === id
    }
  }

  if (article && words.length) {
    const hidden = words.map(word => {
      const places = [...texts()].filter(node => fold(node.data).includes(word))
      return places.some(node => node.parentElement.offsetHeight) ? null : places[0]?.parentElement
    })
    let shown
    for (const element of hidden)
      for (let folded = element?.closest("details"); folded; folded = folded.parentElement.closest("details")) {
        folded.open = true
        shown ||= folded
      }
    if (shown) addEventListener("load", () => requestAnimationFrame(() => shown.scrollIntoView({ block: "center" })))
  }
}
