/* How texts are compared and marked: in the search worker, and on the page that a hit leads to. */
var searchText = (() => {
  let simplified = new Map(), traditional = /(?!)/u

  /* From here on these traditional characters are the simplified ones that stand at the same place of `to`. */
  const simplify = ([from, to]) => {
    const after = [...to]
    simplified = new Map([...from].map((character, place) => [character, after[place]]))
    if (simplified.size) traditional = new RegExp(`[${from}]`, "gu")
  }

  /* Full-width and half-width, capital and small letters, traditional and simplified script are the same to a reader. */
  const one = text => text.normalize("NFKC").toLowerCase().replace(traditional, found => simplified.get(found))

  /* So are 8,046 万美元 and 8046万美元: what is only set between digits, letters and Chinese characters goes. */
  const SET = /(?<=\p{Script=Han})\s+(?=[a-z\d])|(?<=[a-z\d%])\s+(?=\p{Script=Han})|(?<=\d),(?=\d{3}(?!\d))/gu
  const fold = text => one(text).replace(SET, "")

  /* The folded text, and for each of its characters where it starts and ends in the text as it is written. */
  const traced = text => {
    let folded = ""
    const spans = []
    let at = 0
    for (const character of text) {
      const piece = one(character)
      for (let i = 0; i < piece.length; i++) spans.push([at, at + character.length])
      folded += piece
      at += character.length
    }
    let kept = "", from = 0
    const left = []
    for (const { index, 0: gone } of [...folded.matchAll(SET), { index: folded.length, 0: "" }]) {
      kept += folded.slice(from, index)
      for (let i = from; i < index; i++) left.push(spans[i])
      from = index + gone.length
    }
    return { folded: kept, spans: left }
  }

  /* Where folded words stand in a text: [start, end] in the text as it is written, in order. */
  const places = (text, words) => {
    const { folded, spans } = traced(text)
    const found = []
    for (const word of words)
      for (let i = folded.indexOf(word); word && i >= 0; i = folded.indexOf(word, i + word.length))
        found.push([spans[i][0], spans[i + word.length - 1][1]])
    return found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  }

  return { fold, places, simplify }
})()
