-- How Neovim starts Wiredesk: the configuration that vim.lsp.enable('wiredesk') takes up.

---@brief
---
--- Wiredesk, a language server for news dispatches. It marks what a wire editor would
--- stop at (an open quotation, a ticker left in the copy, a section without copy), offers
--- the mend, and shows the dispatch by lead, sections and sign-off.
---
--- The `wiredesk` program must be on the path. Enable it in `init.lua`:
---
--- ```lua
--- vim.lsp.enable('wiredesk')
--- ```
---
--- What a desk has agreed on stands in its house file, `wiredesk.toml`, which holds for all
--- stories below it. `settings.wiredesk` takes the same names for this editor alone and
--- wins over the house; what is not set there is as the house has it:
---
--- ```lua
--- vim.lsp.config('wiredesk', {
---   settings = {
---     wiredesk = {
---       typing = { hold = false }, -- findings come with the keystroke
---       rules = { ['near-repetition'] = 'off' },
---     },
---   },
--- })
--- ```
---
--- The inner table may stand in `init_options` as well; `settings` then replaces it whole.

-- Neovim leaves the caret before what is set right at it while typing. The mark with which a
-- quotation goes on in a new paragraph is to stand before the caret, as if it had been typed.
---@param client vim.lsp.Client
local function keep_caret_behind(client)
  local request = client.request
  function client.request(self, method, params, handler, buffer)
    if method ~= 'textDocument/onTypeFormatting' or not handler then
      return request(self, method, params, handler, buffer)
    end
    return request(self, method, params, function(err, edits, ...)
      local line, column = unpack(vim.api.nvim_win_get_cursor(0))
      handler(err, edits, ...)
      local set = edits and #edits == 1 and edits[1].newText or ''
      local at = vim.api.nvim_win_get_cursor(0)
      local behind = vim.api.nvim_get_current_line():sub(column + 1, column + #set)
      local is_set = set ~= '' and behind == set and at[1] == line and at[2] == column
      if is_set and vim.deep_equal(edits[1].range.start, params.position) then
        vim.api.nvim_win_set_cursor(0, { line, column + #set })
      end
    end, buffer)
  end
end

---@type vim.lsp.Config
return {
  cmd = { 'wiredesk' },
  filetypes = { 'dispatch', 'toml.wiredesk' },
  root_markers = { 'wiredesk.toml', '.git' },
  on_init = keep_caret_behind,
  on_attach = function(_, buffer)
    -- Neovim would have gq ask the server, which puts the form right and breaks no line.
    -- Breaking lines is what gq is for in copy; vim.lsp.buf.format() formats.
    if vim.bo[buffer].formatexpr == 'v:lua.vim.lsp.formatexpr()' then
      vim.bo[buffer].formatexpr = ''
    end
  end,
  handlers = {
    -- A command may have written a file that is open here: what was let stand, for one.
    ['workspace/executeCommand'] = function()
      vim.cmd.checktime()
    end,
  },
}
