/* The worker that the theme's search box speaks to: the engine, with the index fetched from beside it. */
importScripts("text.js", "engine.js")

const INDEX = new URL("../../search/index.json", self.location)

const listen = searchEngine(async () => {
  const response = await fetch(INDEX)
  if (!response.ok) throw new Error(`${INDEX}: ${response.status}`)
  return response.json()
})

self.addEventListener("message", ({ data }) => listen(data, answer => self.postMessage(answer)))
