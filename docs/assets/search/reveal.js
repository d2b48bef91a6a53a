/* A search hit leads to a section and the theme marks the words on it, but only those in sight. Where a word stands
   in a folded proof alone, this unfolds the first such proof before the theme looks. */
{
  const fold = text => text.normalize("NFKC").toLowerCase()
  const article = document.querySelector("article.md-content__inner")
  const words = fold(new URLSearchParams(location.search).get("h") || "").split(" ").filter(Boolean)

  /* Whatever hides an element: folded details, innermost first, but for those whose summary it stands in. */
  const folds = element => {
    const found = []
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details"))
      if (!fold.open && !fold.querySelector(":scope > summary")?.contains(element)) found.push(fold)
    return found
  }

  const anchor = () => {
    try { return decodeURIComponent(location.hash.slice(1)) } catch { return "" }
  }

  /* Text of the section that the address names, else of the page. */
  const texts = function* () {
    const id = anchor()
    let inside = !id
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) { if (inside) yield node }
      else if (/^H[1-6]$/.test(node.tagName) && node.id) inside = !id || node.id === id
    }
  }

  if (article && words.length) {
    const hidden = words.flatMap(word => {
      const places = [...texts()].filter(node => fold(node.data).includes(word)).map(node => folds(node.parentElement))
      return places.some(folded => !folded.length) ? [] : places.slice(0, 1)
    })
    for (const details of hidden.flat()) details.open = true
    const shown = hidden[0]?.[0]
    if (shown) addEventListener("load", () => requestAnimationFrame(() => shown.scrollIntoView({ block: "center" })))
  }
}
