-- Tells Neovim which files are dispatches, and which a desk keeps beside them.
-- Here and not in ftdetect/: plugin managers that load a subdirectory of a
-- repository source its plugin/ but often forget its ftdetect/.

vim.filetype.add({
  extension = {
    dispatch = 'dispatch',
    wire = 'dispatch',
  },
  -- TOML, with all that Neovim has for it, and this desk's besides. Other TOML is none of
  -- the server's business.
  filename = {
    ['wiredesk.toml'] = 'toml.wiredesk',
    ['wiredesk.stet.toml'] = 'toml.wiredesk',
  },
})
