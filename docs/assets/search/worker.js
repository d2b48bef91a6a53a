/* The worker that the theme's search box speaks to: the engine, with the index fetched from beside it. */
importScripts("text.js", "shards.js", "engine.js")

const FOLDER = new URL("../../search/", self.location)

const listen = searchEngine(async name => {
  const address = new URL(`${name}.json`, FOLDER)
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
})

self.addEventListener("message", ({ data }) => listen(data, answer => self.postMessage(answer)))
