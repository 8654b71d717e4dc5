" Colours a dispatch by what can be told from its marks alone: subheads, speech, the
" dateline, the sign-off, and what a ticker or a site left in the copy. Who speaks, and
" who holds which office, only the language server knows.

if exists('b:current_syntax')
  finish
endif

syntax case match
" Copy is prose: where the writer turns 'spell' on, all of it is checked but the codes.
syntax spell toplevel

" Speech closes on its line or is not coloured, so that one lost mark does not colour the
" rest. An opening mark leans on the word after it, a closing one on the word before.
syntax match dispatchQuotation /[[:alnum:].,;:!?]\@1<!"[^" \t]\%([^"]*[^" \t]\)\="/
syntax match dispatchQuotation /“[^“”]*”/

" - 'Pressure on the port' -
syntax match dispatchSubhead /^\s*[-–—]\s\+\S.\{-}\s\+[-–—]\s*$/

" PARIS, April 17, 2025 (AFP) -
syntax match dispatchDateline /^\s*\%(\u[^()"]\{,80}\s\)\=(\u[[:alpha:]/ ]\{1,30})\s\+[-–—]\{1,2}\ze\%(\s\|$\)/

" burs-jh/jm
syntax match dispatchSignOff /^\s*\l\{1,8}\%(-\l\{1,8}\)*\%(\/\l\{1,8}\)\+\s*$/ contains=@NoSpell

" L.Maro--ThHbT
syntax match dispatchCredit /^\s*\%(\u\.\)\+\u[[:alpha:]'’-]*--\u\a\+\s*$/ contains=@NoSpell

" A line of capitals is furniture only when nothing but a number stands under it.
syntax match dispatchFurniture /^\s*\u\{1,6}\s*\n\s*[-+]\=[0-9][0-9.,]*%\=\s*$/ contains=@NoSpell
" So wherever Neovim begins to look, it must look at the line above as well.
syntax sync minlines=2 linebreaks=1

highlight default link dispatchQuotation String
highlight default link dispatchSubhead Title
highlight default link dispatchDateline Label
highlight default link dispatchSignOff Comment
highlight default link dispatchCredit Comment
highlight default link dispatchFurniture Comment

" The same parts as the server tells them. All others have the colours of their types.
highlight default link @lsp.typemod.namespace.headline.dispatch Title
highlight default link @lsp.typemod.namespace.subhead.dispatch dispatchSubhead
highlight default link @lsp.typemod.keyword.dateline.dispatch dispatchDateline

let b:current_syntax = 'dispatch'
