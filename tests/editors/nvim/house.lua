-- A sitting at the desk about what the desk agrees on: it mends a house file, lets a finding
-- stand and takes that back, makes fixes by the handful and on save, and has a rule explained.
-- session.lua runs it, with a person (desk.lua) and what there is to sit down to.

local STORY = {
  'VARNHOLT, April 17, 2025 (AFP) - Ferries to the outer islands sailed again on Thursday.',
  'The first of them left the the quay at dawn, the harbour office said.',
  'Crews carried the bread of of the islands to Eastmere, which had waited four days for it.',
  '"The sea is calm and the bread is fresh, said Edda Lowmere.',
  'burs-ab/cd',
}
local FIRST, SECOND, QUOTATION = 2, 3, 4

-- A mistake in each of its first ten settings.
local TEN = {
  'typing.hold = "yes"',
  'save.fxi = true',
  'extends = "agency.toml"',
  '[check]',
  'fail-on = "warnings"',
  '[rules]',
  'repeated-words = "error"',
  'unclosed-quotation = "fatal"',
  'near-repetition = { within = -1, withing = 2 }',
  '[[files]]',
  'match = "["',
  '[[files]]',
  'rules.repeated-word = "off"',
}
local SILENT = { '[rules]', 'repeated-word = "off"' }
local STRICT = { '[rules]', 'repeated-word = "error"' }

-- Set by this user for this editor alone: what the house says of open quotations is another matter.
local INIT = [[
vim.opt.runtimepath:prepend(%q)
vim.lsp.config('wiredesk', {
  cmd = { %q },
  settings = { wiredesk = { rules = { ['unclosed-quotation'] = 'information' } } },
  on_exit = function(code, signal) _G.ended = { code = code, signal = signal } end,
})
vim.lsp.enable('wiredesk')
]]

-- What is found in a file that is open, in its order.
local function found(name)
  local list = vim.diagnostic.get(vim.fn.bufnr(name))
  table.sort(list, function(a, b)
    return a.lnum < b.lnum
  end)
  return vim.tbl_map(function(d)
    return { d.lnum + 1, vim.diagnostic.severity[d.severity], d.code }
  end, list)
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

return function(desk, place)
  local press, sees = desk.press, desk.sees
  local folder = place.folder .. '/desk'
  local story, house = folder .. '/ferry.dispatch', folder .. '/wiredesk.toml'
  local stet = folder .. '/wiredesk.stet.toml'
  local OPEN = { QUOTATION, 'INFO', 'unclosed-quotation' }

  -- Those of doubled words, and the quotation, which stays as it is.
  local function slips(severity, ...)
    local list = vim.tbl_map(function(line)
      return { line, severity, 'repeated-word' }
    end, { ... })
    table.insert(list, OPEN)
    return list
  end

  local function types(what)
    desk.run(function(text)
      vim.api.nvim_buf_set_lines(0, 0, -1, false, text)
    end, what)
  end

  local function go(line, word)
    desk.run(function(at, needle)
      local column = vim.fn.getline(at):find(needle, 1, true)
      vim.api.nvim_win_set_cursor(0, { at, column - 1 })
    end, line, word)
  end

  -- Takes the entry of that title from the menu at the cursor; gives what else there was.
  local function chooses(title)
    desk.run(function(wanted)
      _G.choice, _G.offers = wanted, nil
    end, title)
    press('gra')
    sees('the menu has: ' .. title, function(offers)
      return offers and vim.list_contains(offers, title)
    end, function()
      return _G.offers
    end)
  end

  local function opening()
    sees('the server is attached', true, function()
      local one = vim.lsp.get_clients({ bufnr = 0, name = 'wiredesk' })[1]
      _G.first = one and one.id
      return one and one.initialized
    end)
    desk.answer()
    sees('the folder of the house file is the root', folder, function()
      return vim.lsp.get_clients({ bufnr = 0 })[1].root_dir
    end)
    sees("the story's findings, one of them as this editor has it", slips('WARN', FIRST, SECOND), found, story)
    sees('mistakes in a house file that is not open are told of', function(messages)
      return messages:find('wiredesk.toml, line 1: ', 1, true) and messages:find('9 more', 1, true)
    end, function()
      return vim.fn.execute('messages')
    end)
  end

  local function mistakes()
    desk.run(function(path)
      vim.cmd.split(path)
    end, house)
    sees('the house file is read by the same server', { 'toml.wiredesk', true }, function()
      local one = vim.lsp.get_clients({ bufnr = 0, name = 'wiredesk' })[1]
      return { vim.bo.filetype, one and one.id == _G.first }
    end)
    sees('it is TOML to Neovim', { '# %s', 'tomlTable', 'toml' }, function()
      local colour = vim.fn.synIDattr(vim.fn.synID(vim.fn.search('^\\[rules'), 2, 1), 'name')
      return { vim.bo.commentstring, colour, vim.treesitter.language.get_lang(vim.bo.filetype) }
    end)
    sees('its ten mistakes are ten findings', { 1, 2, 3, 5, 7, 8, 9, 9, 11, 12 }, function(name)
      return vim.tbl_map(function(d)
        return d.lnum + 1
      end, vim.fn.sort(vim.diagnostic.get(vim.fn.bufnr(name)), function(a, b)
        return a.lnum - b.lnum
      end))
    end, house)
    go(2, 'fxi')
    chooses('Write fix')
    sees('the mend writes what was meant', 'save.fix = true', function()
      return vim.fn.getline(2)
    end)
    press('u')
  end

  local function mending()
    types(SILENT)
    sees('mended, it has no findings', {}, found, house)
    sees('not written yet, it changes nothing', slips('WARN', FIRST, SECOND), found, story)
    press(':write<CR>')
    sees('written, it silences its rule in the open story', { OPEN }, found, story)
    types(STRICT)
    press(':write<CR>')
    sees('and raises it', slips('ERROR', FIRST, SECOND), found, story)
    sees('all that without another server', { 1, true }, function()
      local all = vim.lsp.get_clients({ name = 'wiredesk' })
      return { #all, all[1].id == _G.first }
    end)
    press(':quit<CR>')
    vim.fn.writefile({}, house) -- by somebody else, behind Neovim's back
    press(':write<CR>')
    sees('what changed outside is seen when anything is written', slips('WARN', FIRST, SECOND), found, story)
  end

  local function standing()
    go(FIRST, 'the the')
    chooses('Let "the the" here (repeated-word) stand')
    sees('the finding is let stand', slips('WARN', SECOND), found, story)
    sees('the copy has nothing of it', STORY, lines)
    sees('the stet file has its sentence', true, function(path)
      return table.concat(vim.fn.readfile(path), '\n'):find('left the the quay', 1, true) ~= nil
    end, stet)

    press(FIRST - 1 .. 'GoThey had lain there since Sunday.<Esc>')
    OPEN[1] = QUOTATION + 1
    sees('it stands as well with a paragraph more before it', slips('WARN', SECOND + 1), found, story)
    press(':write<CR>:bdelete<CR>')
    sees('the story is put away', 0, function(name)
      return vim.fn.bufloaded(name)
    end, story)
    desk.run(function(path)
      vim.cmd.edit(path)
    end, story)
    sees('and when it is opened again', slips('WARN', SECOND + 1), found, story)

    desk.run(function(path)
      vim.cmd.split(path)
      vim.cmd.wincmd('p')
    end, stet)
    sees('the stet file has no mistakes', {}, found, stet)
    go(FIRST + 1, 'left')
    press('cwreached<Esc>')
    sees('in a sentence that has changed it is found', slips('WARN', FIRST + 1, SECOND + 1), found, story)
    sees('and the exception is stale', function(list)
      return #list == 1 and list[1][3] == 'stale-stet'
    end, found, stet)
    press('u')
    sees('one undo, and it stands again', slips('WARN', SECOND + 1), found, story)
    sees('nor is the exception stale', {}, found, stet)

    go(FIRST + 1, 'the the')
    chooses('No longer let "the the" here (repeated-word) stand')
    sees('no longer let stand, it is found', slips('WARN', FIRST + 1, SECOND + 1), found, story)
    sees('the stet file that is open has the entry no more', false, function(path)
      local shown = vim.api.nvim_buf_get_lines(vim.fn.bufnr(path), 0, -1, false)
      return vim.list_contains(shown, '[[stet]]')
    end, stet)
    press(FIRST .. 'Gdd')
    OPEN[1] = QUOTATION
    sees('the copy is as it was', STORY, lines)
  end

  local function several()
    local both = vim.deepcopy(STORY)
    both[FIRST] = both[FIRST]:gsub('the the', 'the')
    both[SECOND] = both[SECOND]:gsub('of of', 'of')
    go(FIRST, 'the the')
    press(':WiredeskFixAll<CR>')
    sees('all safe fixes at once', both, lines)
    press('u')
    sees('one undo takes them back', STORY, lines)
    chooses('Delete the second: all 2 like this')
    sees('and so does one that is alike', both, lines)
    press('u')
    press(':write<CR>')
    sees('a save makes none', STORY, lines)
    vim.fn.writefile({ 'save.fix = true' }, house)
    press(':write<CR>:write<CR>') -- the first one shows the house file to the server
    sees('where the house has it, a save makes them', both, lines)
    sees('and they are what is on disk', both, function(path)
      return vim.fn.readfile(path)
    end, story)
    press('u:noautocmd write<CR>')
    sees('unless the writer says otherwise', STORY, function(path)
      return vim.fn.readfile(path)
    end, story)
  end

  local function explaining()
    local function page()
      return { vim.fs.basename(vim.api.nvim_buf_get_name(0)), vim.fn.getline(1) }
    end
    go(FIRST, 'the the')
    chooses('Explain repeated-word')
    sees('the page of a rule opens', { 'repeated-word.md', '# repeated-word' }, page)
    press('<C-O>')
    go(QUOTATION, 'calm')
    press(':WiredeskExplain<CR>')
    sees('a command shows that of the rule at the cursor', { 'unclosed-quotation.md', '# unclosed-quotation' }, page)
    press('<C-O>')
    press(':WiredeskExplain furniture-in-copy<CR>')
    sees('or the one that is named', { 'furniture-in-copy.md', '# furniture-in-copy' }, page)
    press('<C-O>')
    sees('its names are those of the findings', { 'repeated-word', 'unclosed-quotation' }, function()
      return vim.fn.getcompletion('WiredeskExplain ', 'cmdline')
    end)
  end

  local function filing()
    desk.run(function()
      vim.cmd.messages('clear')
    end)
    press(':WiredeskReady<CR>')
    sees('the server says whether the story is ready to file', function(said)
      return said:find('[Rr]eady to file') ~= nil and said:find('Quotations: ') ~= nil and not said:find('E%d+:')
    end, function()
      return vim.fn.execute('messages')
    end)
    press(':WiredeskSources<CR>')
    sees('the server says who the story has it from', function(said)
      return said:find('Sources: ') ~= nil and not said:find('E%d+:')
    end, function()
      return vim.fn.execute('messages')
    end)
    local tape = vim.fs.joinpath(folder, 'tape.txt')
    vim.fn.writefile({ 'LOWMERE: The sea is calm and the bread is fresh.' }, tape)
    press(':badd ' .. tape .. '<CR>:WiredeskTape ' .. tape .. '<CR>')
    sees('the server holds the story against another buffer', function(said)
      return said:find('against the tape') ~= nil and not said:find('E%d+:')
    end, function()
      return vim.fn.execute('messages')
    end)
    press(':WiredeskTape!<CR>')
    sees('and lets go of it', function(said)
      return said:find('against no tape') ~= nil
    end, function()
      return vim.fn.execute('messages')
    end)
    press('gg:WiredeskCut 40<CR>')
    sees('the server shows where to cut', function(said)
      return said:find('for 40 words') ~= nil
    end, function()
      return vim.fn.execute('messages')
    end)
    desk.run(function()
      vim.bo.filetype = 'text'
    end)
    sees('another filetype has no such commands', { 0, 0, 0, 0, 0, 0 }, function()
      return vim.tbl_map(function(name)
        return vim.fn.exists(':' .. name)
      end, { 'WiredeskReady', 'WiredeskSources', 'WiredeskTape', 'WiredeskCut', 'WiredeskFixAll', 'WiredeskExplain' })
    end)
  end

  vim.fn.mkdir(folder)
  vim.fn.writefile(STORY, story)
  vim.fn.writefile(TEN, house)
  desk.sit_down(place.nvim, INIT:format(place.runtime, place.server), story)
  desk.go_through({ opening, mistakes, mending, standing, several, explaining, filing })
  desk.leave()
end
