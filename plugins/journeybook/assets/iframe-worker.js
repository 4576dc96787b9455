/* Lets the search work where a handbook is opened from a disk, for browsers start no worker from file://.
 *
 * A hidden frame takes the worker's place, as the package iframe-worker does it that Material would fetch from
 * another host: the search recognises `IFrameWorker` and loads its languages from the same folder. */
(function () {
  "use strict";

  if (window.location.protocol !== "file:") return;

  function load(frame, address) {
    return new Promise(function (resolve, reject) {
      const script = frame.document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      frame.document.body.append(script);
    });
  }

  function IFrameWorker(address) {
    const worker = new EventTarget(), element = document.createElement("iframe");
    element.hidden = true;
    document.body.append(element);
    const frame = element.contentWindow;
    frame.importScripts = function () {
      return Array.from(arguments).reduce(function (before, next) {
        return before.then(function () { return load(frame, next); });
      }, Promise.resolve());
    };
    frame.postMessage = function (data) { worker.dispatchEvent(new MessageEvent("message", { data })); };
    const ready = load(frame, new URL(address, document.baseURI).href);
    worker.postMessage = function (data) {
      ready.then(function () { frame.dispatchEvent(new MessageEvent("message", { data })); });
    };
    worker.terminate = function () { element.remove(); };
    return worker;
  }

  window.IFrameWorker = window.Worker = IFrameWorker;
})();
