/* The search worker behind the theme's search box: exact substrings, all words of a query, Chinese text as it is.

   It speaks the theme's protocol: the page sends SETUP and, for every change of the box, QUERY; the worker answers
   READY and RESULT. The index (generator/site/search.py) is fetched at the first query and not before:
   [{path, tags?, boost?, sections: [{id, title, text}]}], all plain text. */

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
const INDEX = new URL("../../search/index.json", self.location)

/* What a match is worth. A page named exactly as a word of the query stands before all that only mention it. */
const PAGE_IS_NAMED = 100, PAGE_NAMES = 30, PAGE_IS_TAGGED = 8, HEADING_NAMES = 10
const COUNTED = 20                        // a word's occurrences in a section beyond these count no more
const BEFORE = 24, AFTER = 96             // characters shown around a match

/* ---- Text ---- */

/* Full-width and half-width, capital and small letters are the same to a reader. */
const fold = text => text.normalize("NFKC").toLowerCase()

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
const escape = text => text.replace(/[&<>"']/g, character => ESCAPES[character])

/* White space and punctuation divide a query; a comma inside a number does not. */
const words = query => fold(query).split(/[\s、。;!?《》“”"]+|(?<!\d),|,(?!\d)/u).filter(Boolean)

function count(text, word) {
  let times = 0
  for (let at = text.indexOf(word); at >= 0 && times < COUNTED; at = text.indexOf(word, at + word.length)) times++
  return times
}

/* Where the words stand in a text: [start, end] in the text as it is written, whose folded form may be longer. */
function places(text, terms) {
  let folded = ""
  const origin = []
  let at = 0
  for (const character of text) {
    const piece = fold(character)
    for (let i = 0; i < piece.length; i++) origin.push(at)
    folded += piece
    at += character.length
  }
  origin.push(at)
  const found = []
  for (const term of terms)
    for (let i = folded.indexOf(term); i >= 0; i = folded.indexOf(term, i + term.length)) {
      let end = i + term.length
      while (end < folded.length && origin[end] === origin[end - 1]) end++    // the end of a character, not its middle
      found.push([origin[i], origin[end]])
    }
  return found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
}

/* The text from start to end as HTML, the places in it marked. */
function marked(text, marks, start = 0, end = text.length) {
  let html = "", at = start
  for (const [from, to] of marks) {
    const open = Math.max(from, at), close = Math.min(to, end)
    if (open >= close) continue
    html += escape(text.slice(at, open)) + "<mark data-md-highlight>" + escape(text.slice(open, close)) + "</mark>"
    at = close
  }
  return html + escape(text.slice(at, end))
}

/* The first match with what stands around it. */
function excerpt(text, terms) {
  const marks = places(text, terms)
  const first = marks.length ? marks[0][0] : 0
  const start = Math.max(0, first - BEFORE), end = Math.min(text.length, first + AFTER)
  return (start > 0 ? "…" : "") + marked(text, marks, start, end) + (end < text.length ? "…" : "")
}

/* ---- Index ---- */

function prepare(pages) {
  for (const page of pages) {
    for (const section of page.sections) {
      section.foldedTitle = fold(section.title)
      section.foldedText = fold(section.text)
    }
    page.title = page.sections[0].foldedTitle
    page.foldedTags = fold((page.tags || []).join("\n"))
    page.all = [...page.sections.flatMap(s => [s.foldedTitle, s.foldedText]), page.foldedTags].join("\n")
  }
  return pages
}

let index
const load = () => index ||= fetch(INDEX)
  .then(response => response.ok ? response.json() : Promise.reject(new Error(`${INDEX}: ${response.status}`)))
  .then(prepare)
  .catch(error => { index = undefined; throw error })    // the next query tries again

/* ---- Search ---- */

const holding = (pages, terms) => pages.filter(page => terms.every(term => page.all.includes(term)))

/* 昆山的生物医药 stands nowhere, 昆山 and 生物医药 do. A single character beside a word is part of one that the
   segmenter does not know (区块链 falls to 区块 and 链), and goes with it: alone it would stand on every page. */
const PARTICLE = /^[的之和与及在]$/u, SINGLE = /^\p{Script=Han}$/u
function segmented(terms) {
  if (!self.Intl?.Segmenter) return []
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" })
  const parts = []
  for (const term of terms) {
    let open = false                      // whether the last part may take a single character
    for (const { segment, isWordLike } of segmenter.segment(term)) {
      const separates = !isWordLike || PARTICLE.test(segment)
      if (!separates && open && (SINGLE.test(segment) || SINGLE.test(parts.at(-1)))) parts.push(parts.pop() + segment)
      else if (!separates) parts.push(segment)
      open = !separates
    }
  }
  return parts
}

function scored(section, terms) {
  let score = 0
  const missing = new Set()
  for (const term of terms) {
    const inTitle = section.foldedTitle.includes(term), times = count(section.foldedText, term)
    score += HEADING_NAMES * inTitle + Math.log1p(times)
    if (!inTitle && !times) missing.add(term)
  }
  return { section, score: score / (1 + missing.size) }
}

function pageScore(page, sections, terms) {
  let score = Math.max(...sections.map(s => s.score))
  for (const term of terms) {
    if (page.title === term) score += PAGE_IS_NAMED
    else if (page.title.includes(term)) score += PAGE_NAMES
    if (page.foldedTags.includes(term)) score += PAGE_IS_TAGGED
  }
  return score * (page.boost || 1)
}

/* A section as the theme shows it. `terms` become the words marked on the page it leads to. */
const item = (page, { section, score }, terms) => ({
  location: page.path + (section.id ? "#" + section.id : ""),
  title: marked(section.title, places(section.title, terms)),
  text: excerpt(section.text, terms),
  score,
  terms: Object.fromEntries(terms.map(term => [term, true])),
})

/* A page first, then its sections that hold a word, the best one open and the others folded: the theme shows open
   whatever scores no less than the page. */
function result(page, terms) {
  const sections = page.sections.map(section => scored(section, terms))
  const score = pageScore(page, sections, terms)
  const hits = sections.slice(1).filter(s => s.score > 0).sort((a, b) => b.score - a.score)
  const head = { ...item(page, sections[0], terms), score, ...(page.tags && { tags: page.tags.map(escape) }) }
  const rest = hits.map((hit, order) => item(page, { ...hit, score: order ? -order : score }, terms))
  return { score, items: [head, ...rest] }
}

function search(pages, query) {
  let terms = words(query)
  if (!terms.length) return []
  let found = holding(pages, terms)
  if (!found.length) {
    terms = segmented(terms)
    if (terms.length) found = holding(pages, terms)
  }
  return found.map(page => result(page, terms)).sort((a, b) => b.score - a.score).map(({ items }) => items)
}

self.addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) return self.postMessage({ type: READY })
  if (type !== QUERY) return
  let items = []
  try {
    if (data.trim()) items = search(await load(), data)
  } finally {
    self.postMessage({ type: RESULT, data: { items } })
  }
})
