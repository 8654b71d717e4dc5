-- Settings for a buffer that holds a dispatch: long paragraphs shown whole, nothing put
-- into the copy that the writer did not type, three commands for the desk, and ]] and [[
-- from subhead to subhead.

if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = 1

-- A paragraph is one line: show it wrapped between words.
vim.opt_local.wrap = true
vim.opt_local.linebreak = true

-- A line break is a new paragraph on the wire, so none may come from 'textwidth' or
-- 'wrapmargin'. gq, which the writer asks for, still goes by them.
vim.opt_local.formatoptions:remove({ 't', 'c', 'a' })

-- Copy has no comments. By default "- " counts as one, and joining or breaking lines that
-- begin with it, as subheads do, would take hyphens away or put indents in.
vim.opt_local.comments = ''
vim.opt_local.commentstring = ''

vim.b.undo_ftplugin = 'setlocal wrap< linebreak< formatoptions< comments< commentstring<'

require('wiredesk.commands').add()

if vim.g.no_plugin_maps or vim.g.no_dispatch_maps then
  return
end

-- A hyphen or dash at either end of the line. A list item has only the first.
local SUBHEAD = [[\v^\s*[-–—]\s+\S.{-}\s+[-–—]\s*$]]

---@param flags string as for search(): which way to go
local function to_subhead(flags)
  return function()
    local steps = vim.v.count1 -- read first: :normal resets it
    vim.cmd("normal! m'")
    for _ = 1, steps do
      if vim.fn.search(SUBHEAD, flags) == 0 then
        return
      end
    end
  end
end

local MODES = { 'n', 'x', 'o' }
vim.keymap.set(MODES, ']]', to_subhead('W'), { buffer = true, desc = 'Next subhead' })
vim.keymap.set(MODES, '[[', to_subhead('bW'), { buffer = true, desc = 'Previous subhead' })

for _, mode in ipairs(MODES) do
  for _, key in ipairs({ ']]', '[[' }) do
    vim.b.undo_ftplugin = vim.b.undo_ftplugin
      .. (' | silent! execute "%sunmap <buffer> %s"'):format(mode, key)
  end
end
