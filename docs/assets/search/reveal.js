/* A search hit leads to a section with the words in its address. This marks them on the page, across whatever markup
   divides them, unfolds the first place of each that is folded away, and brings the first one into sight. */
{
  const here = document.currentScript.src
  const address = new URL(location)
  const words = (address.searchParams.get("h") || "").split(" ").filter(Boolean)
  const article = document.querySelector("article.md-content__inner")

  const anchor = () => {
    try { return decodeURIComponent(location.hash.slice(1)) } catch { return "" }
  }

  /* The texts of the page, in order, each with whether it stands in the section that the address names. */
  const texts = function* () {
    const id = anchor()
    let inside = !id
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (/^H[1-6]$/.test(node.tagName) && node.id) inside = !id || node.id === id
      } else if (!node.parentElement.closest("script, style, svg, .headerlink")) yield { node, inside }
    }
  }

  /* Marks a stretch of one text. */
  const wrap = (node, start, end) => {
    const found = node.splitText(start)
    found.splitText(end - start)
    const mark = document.createElement("mark")
    mark.setAttribute("data-md-highlight", "")
    found.replaceWith(mark)
    mark.append(found)
    return mark
  }

  /* Marks the words wherever they stand; gives, in order, the marks of the section by word. */
  const markAll = () => {
    const pieces = [...texts()]
    const starts = []
    let whole = ""
    for (const { node } of pieces) {
      starts.push(whole.length)
      whole += node.data
    }
    const found = words.flatMap(word => searchText.places(whole, [word]).map(([start, end]) => ({ word, start, end })))
    const made = []
    let free = Infinity                   // from the last to the first, so that places before stay what they are
    let piece = pieces.length - 1
    for (const { word, start, end } of found.sort((a, b) => b.end - a.end || a.start - b.start)) {
      if (end > free) continue
      free = start
      while (piece > 0 && starts[piece] >= end) piece--
      for (let at = piece; at >= 0 && starts[at] + pieces[at].node.data.length > start; at--) {
        const from = Math.max(start - starts[at], 0), to = Math.min(end - starts[at], pieces[at].node.data.length)
        if (from < to) {
          const mark = wrap(pieces[at].node, from, to)
          if (pieces[at].inside) made.unshift({ word, mark })
        }
      }
    }
    return made
  }

  /* Whatever hides an element: folded details, but for those whose summary it stands in. */
  const folds = element => {
    const found = []
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details"))
      if (!fold.open && !fold.querySelector(":scope > summary")?.contains(element)) found.push(fold)
    return found
  }

  const reveal = () => {
    const made = markAll()
    for (const word of words) {
      const its = made.filter(entry => entry.word === word)
      if (its.length && its.every(({ mark }) => folds(mark).length)) for (const fold of folds(its[0].mark)) fold.open = true
    }
    const first = made.find(({ mark }) => !folds(mark).length)?.mark
    const { top, bottom } = first?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
    if (first && (top < 0 || bottom > innerHeight)) first.scrollIntoView({ block: "center" })
  }

  if (article && words.length) {
    address.searchParams.delete("h")      // else the theme would mark once more, and only within one element
    history.replaceState(history.state, "", address)
    const script = Object.assign(document.createElement("script"), { src: new URL("text.js", here) })
    const shown = new Promise(done => addEventListener("load", done))
    script.addEventListener("load", () => shown.then(() => requestAnimationFrame(reveal)))
    document.head.append(script)
  }
}
