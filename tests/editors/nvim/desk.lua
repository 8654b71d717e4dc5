-- A person at a Neovim, for a test that runs in another one: keys go in as from a keyboard,
-- so that insert mode is real, and what the person would see is read back.

local desk = { passed = 0, failed = 0 }

local PATIENCE = 5000 -- milliseconds that anything may take

local channel -- to the Neovim worked at
local left -- its exit code

-- Starts the Neovim `command` on `file`, with `init` as the user's init.lua.
function desk.sit_down(command, init, file)
  local config = vim.fn.stdpath('config')
  vim.fn.mkdir(config, 'p')
  vim.fn.writefile(vim.split(init, '\n'), config .. '/init.lua')
  left = nil
  channel = vim.fn.jobstart({ command, '--embed', '--headless', '-n', '-i', 'NONE', file }, {
    rpc = true,
    on_exit = function(_, code)
      left = code
    end,
  })
end

function desk.press(keys)
  vim.rpcrequest(channel, 'nvim_input', keys)
end

-- Runs a function there. It goes over as bytecode, so it has its arguments and the globals
-- of that Neovim, and nothing of the file it stands in.
function desk.run(what, ...)
  assert(debug.getinfo(what, 'u').nups == 0, 'a function for the desk must be self-contained')
  local code = 'return loadstring((...))(select(2, ...))'
  local answer = vim.rpcrequest(channel, 'nvim_exec_lua', code, { string.dump(what), ... })
  if answer ~= vim.NIL then
    return answer
  end
end

function desk.report(name, good, complaint)
  local mark = good and 'passed' or 'failed'
  desk[mark] = desk[mark] + 1
  io.stdout:write(good and 'ok   ' or 'FAIL ', name, good and '' or ': ' .. complaint, '\n')
  io.stdout:flush()
end

-- Looks (`what` and its arguments are as for run) until there is what is wanted: this value,
-- or one that this function accepts.
function desk.sees(name, want, what, ...)
  local accepts = type(want) == 'function' and want
  local given, got = { ... }, nil
  local good = vim.wait(PATIENCE, function()
    got = desk.run(what, unpack(given))
    if accepts then
      return accepts(got)
    end
    return vim.deep_equal(got, want)
  end, 20)
  local function show(value)
    return vim.inspect(value, { newline = ' ', indent = '' })
  end
  desk.report(name, good, 'saw ' .. show(got) .. (accepts and '' or ', wanted ' .. show(want)))
  return good
end

-- Each case: what it is, its line, a word of it, and its colour or ''.
function desk.sees_colours(cases)
  for _, case in ipairs(cases) do
    local name, line, word, colour = unpack(case)
    name = name .. (colour ~= '' and ' has its colour' or ' is not coloured')
    desk.sees(name, colour ~= '' and 'dispatch' .. colour or '', function(at, needle)
      local column = vim.fn.getline(at):find(needle, 1, true)
      return vim.fn.synIDattr(vim.fn.synID(at, column, 1), 'name')
    end, line, word)
  end
end

-- Goes through the parts of a sitting; one that breaks off does not take the others along.
function desk.go_through(parts)
  for _, part in ipairs(parts) do
    local whole, trouble = xpcall(part, debug.traceback)
    if not whole then
      desk.report('the sitting goes on', false, trouble)
    end
  end
end

-- Has Neovim's questions answered: menus by what stands in _G.choice, and a title that is
-- not offered by nothing; long messages give way, which would wait for a person for ever.
function desk.answer()
  desk.run(function()
    vim.o.more = false
    vim.o.messagesopt = 'wait:0,history:500'
    vim.ui.select = function(items, opts, choose)
      local wanted
      _G.offers = {}
      for _, item in ipairs(items) do
        local title = opts.format_item(item)
        table.insert(_G.offers, title)
        wanted = wanted or title == _G.choice and item or nil
      end
      _G.choice = nil
      choose(wanted)
    end
  end)
end

function desk.leave()
  desk.press(':qall!<CR>')
  vim.wait(PATIENCE, function()
    return left ~= nil
  end, 20)
  desk.report('Neovim ends cleanly', left == 0, 'exit code ' .. tostring(left))
end

-- The closing line, and the exit code that goes with it.
function desk.reckon()
  io.stdout:write(('%d passed, %d failed\n'):format(desk.passed, desk.failed))
  return desk.failed == 0 and 0 or 1
end

return desk
