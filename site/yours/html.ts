/** The dialog with the reader's files, before any script runs. */
export function filesHtml(): string {
  return `<dialog class="files" aria-labelledby="files-title">
<h2 id="files-title">Your files</h2>
<p>Open Kaggle&rsquo;s own train.csv and test.csv, or a network that was saved as .safetensors. Your files
stay in this browser, also when you close it; nobody else gets them.</p>
<p><button type="button" class="first" data-do="open-file">Open a file</button>
<input type="file" multiple hidden aria-label="Files to open"></p>
<p class="said" role="status" aria-live="polite"></p>
<ul></ul>
<p class="buttons"><button type="button" data-do="forget-all">Forget all</button>
<button type="button" data-do="close-files">Close</button></p>
</dialog>`;
}
