/* The search behind the theme's search box: exact substrings, all words of a query, Chinese text as it is. A word in
   Latin letters also stands for what it spells, in pinyin or its initials, of a name that the site knows.

   It speaks the theme's protocol: the page sends SETUP and, for every change of the box, QUERY, and is answered READY
   and RESULT. The index (generator/site/search.py) is asked for at the first query and not before:
   {pages: [{path, boost?, names?, sections: [{id, title, text}]}], names: [[name, pinyin, pages]], traditional},
   all plain text. That of a large archive comes in pieces (shards.js), of which a query loads what it needs. */
var searchEngine = (() => {
  const { fold, places, simplify } = searchText
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3

  /* What a match is worth. A page named exactly as a query stands before all that only mention it. */
  const IS_NAMED = 100, NAMES = 30, COVERS = 10, TELLS_OF = 15, HEADING_IS = 20, HEADING_NAMES = 10
  const COUNTED = 20                      // a word's occurrences in a section beyond these count no more
  const BEFORE = 24, AFTER = 96           // characters shown around a match
  const LONGEST = 40                      // letters of a word that may be pinyin

  /* ---- Words of a query: a word is the list of the strings that stand for it, itself first ---- */

  /* White space and punctuation divide a query; a comma inside a number does not. */
  const divided = query => query.normalize("NFKC").split(/[\s、。;!?《》“”"]+|(?<!\d),|,(?!\d)/u).map(fold).filter(Boolean)

  /* How far the letters spell the syllables from `at`: kunshan, kunsh, ks, kunshangxq; -1 where they do not. */
  function spelled(syllables, at, letters) {
    if (!letters) return at
    const syllable = syllables[at]
    if (!syllable) return -1
    if (letters.startsWith(syllable)) {
      const end = spelled(syllables, at + 1, letters.slice(syllable.length))
      if (end >= 0) return end
    }
    if (syllable.length > 1 && syllable[0] === letters[0]) {
      const end = spelled(syllables, at + 1, letters.slice(1))
      if (end >= 0) return end
    }
    return syllable.startsWith(letters) ? at + 1 : -1
  }

  /* What a word in Latin letters spells of the names; a single character only by all of its sound. */
  function spellings(word, names) {
    const letters = word.replaceAll("'", "")
    if (letters.length > LONGEST || !/^[a-z]{2,}$/.test(letters)) return []
    const found = new Set()
    for (const { characters, syllables } of names)
      for (let at = 0; at < syllables.length; at++) {
        const end = syllables[at][0] === letters[0] ? spelled(syllables, at, letters) : -1
        if (end > at + 1 || (end > at && syllables[at] === letters)) found.add(characters.slice(at, end).join(""))
      }
    return [...found]
  }

  /* 昆山的生物医药 stands nowhere, 昆山 and 生物医药 do. A single character beside a word is part of one that the
     segmenter does not know (区块链 falls to 区块 and 链), and goes with it: alone it would stand on every page. */
  const PARTICLE = /^[的之和与及在]$/u, SINGLE = /^\p{Script=Han}$/u
  function segmented(words) {
    if (!globalThis.Intl?.Segmenter) return []
    const segmenter = new Intl.Segmenter("zh", { granularity: "word" })
    const parts = []
    for (const word of words) {
      let open = false                    // whether the last part may take a single character
      for (const { segment, isWordLike } of segmenter.segment(word)) {
        const separates = !isWordLike || PARTICLE.test(segment)
        if (!separates && open && (SINGLE.test(segment) || SINGLE.test(parts.at(-1)))) parts.push(parts.pop() + segment)
        else if (!separates) parts.push(segment)
        open = !separates
      }
    }
    return parts
  }

  /* ---- Index: what a word in Latin letters spells, and the pages that hold all words, with how many more there are ---- */

  function prepared(page) {
    for (const section of page.sections) {
      section.foldedTitle = fold(section.title)
      section.foldedText = fold(section.text)
    }
    page.names = [...new Set([page.sections[0].foldedTitle, ...(page.names || []).map(fold)])]
    page.told = (page.told || []).map(fold)
    page.all = [...page.sections.flatMap(s => [s.foldedTitle, s.foldedText]), ...page.names].join("\n")
    return page
  }

  const parted = ([name, pinyin]) => ({ characters: [...name], syllables: pinyin.split(" ") })
  const stands = (text, word) => word.some(string => text.includes(string))
  const holds = (page, words) => words.every(word => stands(page.all, word))

  function whole({ pages, names }) {
    for (const page of pages) prepared(page)
    for (const [name, , numbers] of names) for (const number of numbers) pages[number].told.push(fold(name))
    const known = names.map(parted)
    return {
      spellings: word => spellings(word, known),
      holding: words => ({ pages: pages.filter(page => holds(page, words)), listed: [], more: 0 }),
    }
  }

  async function opened(get) {
    const index = await get("index")
    simplify(index.traditional)
    return index.pages ? whole(index) : searchShards(index, get, { prepared, holds, parted, spellings })
  }

  /* ---- Ranking ---- */

  function count(text, word) {
    let times = 0
    for (let at = text.indexOf(word); at >= 0 && times < COUNTED; at = text.indexOf(word, at + word.length)) times++
    return times
  }

  const best = (word, worth) => Math.max(...word.map(worth))

  /* What a word is worth beside names: the more of a name it is, the more. */
  const naming = (names, word, is, within) => best(word, string => Math.max(0, ...names.map(name =>
    name === string ? is : name.includes(string) ? within + COVERS * string.length / name.length : 0)))

  function scored(section, words) {
    let score = 0, missing = 0
    for (const word of words) {
      const inTitle = naming([section.foldedTitle], word, HEADING_IS, HEADING_NAMES)
      const times = best(word, string => count(section.foldedText, string))
      score += inTitle + Math.log1p(times)
      if (!inTitle && !times) missing++
    }
    return { section, score: score / (1 + missing) }
  }

  function pageScore(page, sections, words) {
    let score = Math.max(...sections.map(s => s.score))
    for (const word of words) score += Math.max(naming(page.names, word, IS_NAMED, NAMES), naming(page.told, word, TELLS_OF, 0))
    return score * (page.boost || 1)
  }

  /* ---- Hits as the theme shows them ---- */

  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
  const escape = text => text.replace(/[&<>"']/g, character => ESCAPES[character])

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
  function excerpt(text, strings) {
    const marks = places(text, strings)
    const first = marks.length ? marks[0][0] : 0
    const start = Math.max(0, first - BEFORE), end = Math.min(text.length, first + AFTER)
    return (start > 0 ? "…" : "") + marked(text, marks, start, end) + (end < text.length ? "…" : "")
  }

  /* `strings` become the words marked on the page that the hit leads to. */
  const item = (page, { section, score }, strings) => ({
    location: page.path + (section.id ? "#" + section.id : ""),
    title: marked(section.title, places(section.title, strings)),
    text: excerpt(section.text, strings),
    score,
    terms: Object.fromEntries(strings.map(string => [string, true])),
  })

  /* A page first, then its sections that hold a word, the best one open and the others folded: the theme shows open
     whatever scores no less than the page. */
  function group({ page, words, sections, score }) {
    const strings = words.flat().filter(string => page.all.includes(string))
    const hits = sections.slice(1).filter(s => s.score > 0).sort((a, b) => b.score - a.score)
    const rest = hits.map((hit, order) => item(page, { ...hit, score: order ? -order : score }, strings))
    return [{ ...item(page, sections[0], strings), score }, ...rest]
  }

  /* ---- Search ---- */

  const NOTHING = { pages: [], listed: [], more: 0 }

  async function search(index, query) {
    const holding = async words => words.length ? index.holding(words) : NOTHING
    let words = await Promise.all(divided(query).map(async word => [word, ...await index.spellings(word)]))
    let found = await holding(words)
    if (!found.pages.length) {
      words = segmented(words.map(([word]) => word)).map(word => [word])
      found = await holding(words)
    }
    const groups = found.pages
      .map(page => ({ page, words, sections: page.sections.map(section => scored(section, words)) }))
      .map(hit => ({ ...hit, score: pageScore(hit.page, hit.sections, words) }))
      .sort((a, b) => b.score - a.score)
      .map(group)
    const listed = found.listed.map(page => [byName(page, words.flat())])
    return [...groups, ...listed, ...(found.more ? [[rest(found)]] : [])]
  }

  /* A page of which the name alone is known. */
  const byName = ({ path, title }, strings) =>
    ({ ...item({ path }, { section: { title, text: "" }, score: 0 }, strings), text: "" })

  /* What says that not all is shown. */
  const rest = ({ more, path }) => ({ location: path, title: `还有约 ${more} 页，请加一个词`, text: "", score: 0, terms: {} })

  /* What answers the page's messages. `get` gives a piece of the index by its name; where that fails the next query
     tries again. A query that another has followed is not answered: who types is ahead of it. */
  return get => {
    let index, last = 0
    const loaded = () => index ||= opened(get).catch(error => { index = undefined; throw error })
    return async ({ type, data }, answer) => {
      if (type === SETUP) answer({ type: READY })
      if (type !== QUERY) return
      const own = ++last
      let items = []
      try {
        if (data.trim()) items = await search(await loaded(), data)
      } finally {
        if (own === last) answer({ type: RESULT, data: { items } })
      }
    }
  }
})()
