-- Tells Neovim which files are dispatches.
-- Here and not in ftdetect/: plugin managers that load a subdirectory of a
-- repository source its plugin/ but often forget its ftdetect/.

vim.filetype.add({
  extension = {
    dispatch = 'dispatch',
    wire = 'dispatch',
  },
})
