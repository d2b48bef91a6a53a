/* A site opened from disk: browsers start no worker there and fetch no file. What stands in for the worker runs the same
   engine in the page, and loads it and the index, as scripts, at the first query. */
if (location.protocol === "file:") {
  const here = document.currentScript.src

  const script = path => new Promise((done, failed) => {
    const element = Object.assign(document.createElement("script"), { src: new URL(path, here) })
    element.addEventListener("load", done)
    element.addEventListener("error", () => failed(new Error(`${element.src} cannot be loaded`)))
    document.head.append(element)
  })

  window.searchPieces = {}                // what the scripts of the index fill, by name

  const start = async () => {
    for (const path of ["text.js", "shards.js", "engine.js"]) await script(path)
    return searchEngine(async name => {
      await script(`../../search/${name}.js`)
      return searchPieces[name]
    })
  }

  window.Worker = class extends EventTarget {
    #engine

    postMessage(message) {
      const answer = data => this.dispatchEvent(new MessageEvent("message", { data }))
      if (message.type === 0) return queueMicrotask(() => answer({ type: 1 }))    // SETUP: READY, with nothing loaded
      this.#engine ||= start()
      this.#engine.then(listen => listen(message, answer))
    }

    terminate() {}
  }
}
